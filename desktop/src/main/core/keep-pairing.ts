import type { DeskCoreOptions } from './core-options.ts'
import { DeskTrouble } from './desk-trouble.ts'
import type { Secrets } from './secrets.ts'

type Store = DeskCoreOptions['secrets']

/** Throws `NOT_KEPT`: the code is used up, but nothing else has changed. */
export async function keepPairing(store: Store, secrets: Secrets): Promise<void> {
  try {
    await store.save(secrets)
  } catch (cause) {
    throw new DeskTrouble('NOT_KEPT', 'This computer could not keep the pairing. Make room on its disk, then ask for a new code.', {
      cause,
    })
  }
}

/** Throws `NOT_FORGOTTEN`: nothing has changed. */
export async function forgetPairing(store: Store): Promise<void> {
  try {
    await store.forget()
  } catch (cause) {
    throw new DeskTrouble('NOT_FORGOTTEN', 'This computer could not delete the pairing, so nothing was changed. Try again.', { cause })
  }
}
