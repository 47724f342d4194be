import { ConfigError } from '../src/config.ts'
import { type Demo, StartProblem, startDemo } from './start-demo.ts'
import { type StartedDesk, startDesk } from './start-desk.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

async function introduce(demo: Demo, hasDesk: boolean): Promise<void> {
  say('')
  say(`  DentalAnswer is running with ${demo.isNew ? 'a new' : 'the'} demo practice, ${demo.practice.name}.`)
  say('')
  say(`  The patient's phone   ${demo.phonePage}`)
  say(`  The relay             ${demo.relay.url}`)
  say(`  Pairing code          ${await demo.pairingCode()}   (for another desk; good once, for ten minutes)`)
  say('')
  if (hasDesk) say('  The desk opens in a moment, paired with this practice.')
  say('  Next: open the patient’s phone, pick Ana Garcia, and call or text the practice.')
  say(`  ${process.stdin.isTTY ? 'Enter gives a new pairing code, ' : ''}Ctrl-C stops everything; what was booked is kept.`)
  say('')
}

function stopOnSignal(demo: Demo, desk: StartedDesk | null): void {
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    desk?.stop()
    await demo.stop()
    say('Stopped. Everything booked is kept for the next start.')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
}

try {
  const demo = await startDemo(process.env)
  const isDeskWanted = process.env.DESK !== 'none'
  const desk = isDeskWanted ? startDesk(demo.relay.url, demo.practice.id, await demo.pairingCode()) : null
  stopOnSignal(demo, desk)
  await introduce(demo, desk !== null)
  if (process.stdin.isTTY) process.stdin.on('data', () => void demo.pairingCode().then((code) => say(`  Pairing code          ${code}`)))
} catch (error) {
  const isKnown = error instanceof StartProblem || error instanceof ConfigError || (error instanceof Error && error.name === 'DeskError')
  process.stderr.write(`${isKnown ? error.message : error instanceof Error ? error.stack : error}\n`)
  process.exit(1)
}
