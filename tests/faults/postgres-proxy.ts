import { connect, createServer, type Socket } from 'node:net'

/** What to do when the relay says `commit`: cut the line before the server hears it, or after it has obeyed. */
export type AtCommit = 'cut-before' | 'cut-after'

export type PostgresProxy = {
  url: string
  /** For the next commit of the transaction in which the relay sends `marker`. */
  atCommitOf(marker: string, what: AtCommit): void
  /** Lets nothing through in either direction, without closing anything. */
  silence(isSilent: boolean): void
  close(): Promise<void>
}

/** A line to PostgreSQL that can be cut at a commit or go silent, for faults that a server cannot be made to show on command. */
export async function proxyPostgres(target: string): Promise<PostgresProxy> {
  const { hostname, port } = new URL(target)
  let plan: { marker: string; what: AtCommit } | null = null
  let isSilent = false
  const sockets = new Set<Socket>()
  const server = createServer((relay) => {
    const database = connect(Number(port), hostname)
    const close = () => {
      relay.destroy()
      database.destroy()
    }
    let isMarked = false
    let isCutting = false
    for (const socket of [relay, database]) {
      sockets.add(socket)
      socket.on('error', close)
      socket.on('close', () => {
        sockets.delete(socket)
        close()
      })
    }
    relay.on('data', (chunk) => {
      if (isSilent) return
      const text = chunk.toString('latin1')
      isMarked ||= plan !== null && text.includes(plan.marker)
      if (plan && isMarked && text.includes('commit\0')) {
        isCutting = true
        if (plan.what === 'cut-before') close()
        plan = null
      }
      if (!database.destroyed) database.write(chunk)
    })
    database.on('data', (chunk) => {
      if (isSilent) return
      // The server's answer to the commit: it is done, and the relay will never hear of it.
      if (isCutting) return close()
      relay.write(chunk)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(target)
  url.host = `127.0.0.1:${(server.address() as { port: number }).port}`
  return {
    url: url.href,
    atCommitOf(marker, what) {
      plan = { marker, what }
    },
    silence(silent) {
      isSilent = silent
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
