import { ConfigError } from '../src/config.ts'
import { type Demo, StartProblem, startDemo } from './start-demo.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

async function introduce(demo: Demo): Promise<void> {
  say('')
  say(`  DentalAnswer is running with ${demo.isNew ? 'a new' : 'the'} demo practice, ${demo.practice.name}.`)
  say('')
  say(`  The patient's phone   ${demo.phonePage}`)
  say(`  The relay             ${demo.relay.url}`)
  say(`  Pairing code          ${await demo.pairingCode()}   (for a desk; good once, for ten minutes)`)
  say('')
  say('  Next: open the patient’s phone, pick Ana Garcia, and call or text the practice.')
  say(`  ${process.stdin.isTTY ? 'Enter gives a new pairing code, ' : ''}Ctrl-C stops everything; what was booked is kept.`)
  say('')
}

function stopOnSignal(demo: Demo): void {
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await demo.stop()
    say('Stopped. Everything booked is kept for the next start.')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
}

try {
  const demo = await startDemo(process.env)
  stopOnSignal(demo)
  await introduce(demo)
  if (process.stdin.isTTY) process.stdin.on('data', () => void demo.pairingCode().then((code) => say(`  Pairing code          ${code}`)))
} catch (error) {
  const isKnown = error instanceof StartProblem || error instanceof ConfigError || (error instanceof Error && error.name === 'DeskError')
  process.stderr.write(`${isKnown ? error.message : error instanceof Error ? error.stack : error}\n`)
  process.exit(1)
}
