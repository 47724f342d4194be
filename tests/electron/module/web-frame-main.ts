import { guarded } from './guard.ts'

export type WebFrameMain = ReturnType<typeof mainFrameOf>

/** The main frame of a page as IPC events show it. It keeps the address it had when it was made. */
export function mainFrameOf(url: string, processId: number, routingId: number) {
  const frame = {
    url,
    origin: originOf(url),
    name: '',
    parent: null,
    frames: [] as unknown[],
    processId,
    osProcessId: processId,
    routingId,
    frameTreeNodeId: routingId,
    frameToken: `frame-${processId}-${routingId}`,
    detached: false,
    visibilityState: 'visible',
    isDestroyed: () => false,
    top: null as unknown,
  }
  const guardedFrame = guarded('webFrameMain', frame)
  frame.top = guardedFrame
  return guardedFrame
}

/** Node gives own schemes the origin "null"; Electron gives a standard scheme its scheme and host. */
export function originOf(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)/i.exec(url)
  return match ? match[1]! : 'null'
}
