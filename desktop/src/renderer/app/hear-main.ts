import { hearDesk } from '../bridge.ts'
import { runKey } from '../live/actions.ts'
import { refreshKinds } from '../live/live-query.ts'
import { hearNotice } from '../live/notices.ts'
import { openPlace } from '../live/places.ts'
import { useSession } from '../live/session.ts'

/** Lets what main tells flow into the stores. Returns the way to stop. */
export function hearMain(): () => void {
  const stop = hearDesk((push) => {
    useSession.getState().hear(push)
    hearNotice(push)
    if (push.kind === 'changed') refreshKinds(push.type === null && push.kinds.length === 0 ? 'all' : push.kinds)
    if (push.kind === 'open') openPlace(push.target.place, push.target.id)
  })
  void useSession.getState().load()
  const press = (event: KeyboardEvent) => runKey(event)
  window.addEventListener('keydown', press)
  return () => {
    stop()
    window.removeEventListener('keydown', press)
  }
}
