import { presentVersion } from '@dentalanswer/relay/src/onboarding/assistant-versions.ts'
import { tagOfNumber } from '@dentalanswer/relay/src/onboarding/tags.ts'
import { changeSetup } from '@dentalanswer/relay/src/store/setup.ts'
import { write } from '@dentalanswer/relay/src/store/transaction.ts'
import type { PhoneNumberId } from '@dentalanswer/shared/domain/ids.ts'
import type { PracticePhone } from '@dentalanswer/shared/domain/practice.ts'
import type { PracticeWorld, World } from './world.ts'

/** Makes a practice's number one of ours: its assistant at the voice service is given the present set-up, as getting a number does. */
export async function manageNumber(world: World, practice: PracticeWorld = world, at = 0): Promise<PracticePhone> {
  const { ctx, practiceId } = practice
  const phone = (await practice.setup()).phoneNumbers[at]!
  const { version, spec } = await write(ctx, 'test-version', (tx) => presentVersion(tx, 'Kim'))
  const of = { tag: tagOfNumber(phone.id), practiceId, phoneNumberId: phone.id }
  const answer = await world.deps.lines.host!.updateAssistant(phone.vapiAssistantId!, spec, of)
  if (answer.kind !== 'done') throw new Error(`the assistant was not made: ${answer.kind}`)
  return write(ctx, 'test-manage', function* (tx) {
    const managed = yield* tx.update('phoneNumbers', { ...phone, way: 'new', assistantVersion: version.version })
    yield* changeSetup(tx)
    return managed
  })
}

/** Another managed number of the practice, with an assistant of its own that knows nothing yet. */
export async function addManagedNumber(world: World, like: PracticePhone, phoneNumber: string): Promise<PracticePhone> {
  const id = world.deps.base.newId() as PhoneNumberId
  const vapiAssistantId = world.deps.base.newId()
  world.vapi.addAssistant({ id: vapiAssistantId, name: tagOfNumber(id) } as never)
  return write(world.ctx, 'test-second', function* (tx) {
    const second = { ...like, id, phoneNumber: phoneNumber as never, vapiAssistantId, vapiPhoneNumberId: null, isPrimary: false }
    yield* tx.insert('phoneNumbers', second)
    yield* changeSetup(tx)
    return second
  })
}
