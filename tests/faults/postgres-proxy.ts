import { connect, createServer, type Socket } from 'node:net'

/** What to do when the relay says `commit`: let it through, cut the line before the server hears it, or after it has obeyed. */
export type AtCommit = 'pass' | 'cut-before' | 'cut-after'

export type PostgresProxy = {
  url: string
  /** Holds for the next commit of a transaction that took an event number; then it is `pass` again. */
  atNextCommit(what: AtCommit): void
  /** Lets nothing through in either direction, without closing anything. */
  silence(isSilent: boolean): void
  close(): Promise<void>
}

/** A line to PostgreSQL that can be cut at a commit or go silent, for faults that a server cannot be made to show on command. */
export async function proxyPostgres(target: string): Promise<PostgresProxy> {
  const { hostname, port } = new URL(target)
  let atCommit: AtCommit = 'pass'
  let isSilent = false
  const sockets = new Set<Socket>()
  const server = createServer((relay) => {
    const database = connect(Number(port), hostname)
    const close = () => {
      relay.destroy()
      database.destroy()
    }
    let isWriting = false
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
      if (/insert into "inbox"/.test(text)) isWriting = true
      const isCommit = text.includes('commit\0')
      if (isCommit && isWriting && atCommit !== 'pass') {
        isCutting = true
        if (atCommit === 'cut-before') close()
        atCommit = 'pass'
      }
      if (isCommit) isWriting = false
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
    atNextCommit(what) {
      atCommit = what
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
