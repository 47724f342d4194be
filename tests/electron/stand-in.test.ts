import { join } from 'node:path'
import { describeContract } from './contract.ts'
import type { Launcher } from './fixture-page.ts'
import { launchDesk } from './launch.ts'

const launch: Launcher = async ({ userData, args, expectsWindow }) => {
  const desk = await launchDesk({ app: join(import.meta.dirname, 'fixture-app'), userData, args, withoutWindow: !expectsWindow })
  return { page: () => desk.page(), close: () => desk.close(), exitCode: () => desk.exited() }
}

describeContract('the stand-in', launch)
