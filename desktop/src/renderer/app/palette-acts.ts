import { callDesk } from '../bridge.ts'
import { actionsNow } from '../live/actions.ts'
import { openPlace } from '../live/places.ts'
import { wordsOf } from '../live/run-command.ts'
import { tell } from '../live/tell.ts'
import type { PaletteAct } from './palette-items.ts'

/** Does what a line of the palette stands for. */
export function doPaletteAct(act: PaletteAct): void {
  if (act.kind === 'open') openPlace(act.place, act.id)
  else if (act.kind === 'action')
    actionsNow()
      .find((one) => one.id === act.id)
      ?.run()
  else callDesk('phone.dial', { phoneNumber: act.phoneNumber }).catch((error) => tell({ tone: 'problem', text: wordsOf(error) }))
}
