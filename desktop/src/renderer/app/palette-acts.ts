import { actionsNow } from '../live/actions.ts'
import { dial } from '../live/dial.ts'
import { openPlace } from '../live/places.ts'
import type { PaletteAct } from './palette-items.ts'

/** Does what a line of the palette stands for. */
export function doPaletteAct(act: PaletteAct): void {
  if (act.kind === 'open') openPlace(act.place, act.id)
  else if (act.kind === 'action')
    actionsNow()
      .find((one) => one.id === act.id)
      ?.run()
  else void dial(act.phoneNumber)
}
