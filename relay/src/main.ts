import { ConfigError, readConfig } from './config.ts'
import { startRelay } from './start-relay.ts'

try {
  const relay = await startRelay(readConfig(process.env))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void relay.stop().then(() => process.exit(0))
    })
} catch (error) {
  const isKnown = error instanceof ConfigError || (error instanceof Error && ('code' in error || error.name === 'DeskError'))
  process.stderr.write(
    `${isKnown ? startProblem(error as Error & { code?: string; port?: number }) : error instanceof Error ? error.stack : error}\n`,
  )
  process.exit(1)
}

function startProblem(error: Error & { code?: string; port?: number }): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${error.port} is taken. Choose another with PORT, for example PORT=${Number(error.port) + 1}.`
  return error.message
}
