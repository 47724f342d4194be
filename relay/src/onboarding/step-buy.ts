import { creating, done, harmless, type StepResult, type StepWork, tooEarly } from './step-result.ts'
import { idOfTag } from './tags.ts'

/** Gets the number, once: it is looked for under its tag before it is bought, and again when it is said to be gone. */
export async function buyNumber(work: StepWork): Promise<StepResult> {
  if (work.run.way === 'port') return takePorted(work)
  const { run, lines, ask, numberTag } = work
  const found = await takeOurs(work)
  if (found) return found
  if (work.isInDoubt || work.isLate()) return tooEarly()
  const bought = await ask(() =>
    lines.supplier.buyNumber({
      phoneNumber: run.phoneNumber,
      tag: numberTag,
      addresses: lines.addresses,
      // Until the voice service takes calls over they ring the desk.
      voiceUrl: lines.deskVoiceUrl,
    }),
  )
  if (bought.kind === 'done') return done(bought.value.sid, true)
  // It may be gone because an earlier try of ours has it.
  if (bought.kind === 'refused' && bought.code === 'NUMBER_GONE') return (await takeOurs(work)) ?? creating(bought)
  return creating(bought)
}

/** Null when the account does not have it. */
async function takeOurs({ run, lines, ask, numberTag, isInDoubt }: StepWork): Promise<StepResult | null> {
  const found = await ask(() => lines.supplier.findNumber(run.phoneNumber))
  if (found.kind !== 'done') return harmless(found, isInDoubt)
  if (!found.value) return null
  return found.value.tag === numberTag ? done(found.value.sid, true) : { kind: 'stopped', code: 'NUMBER_ELSEWHERE', vendorCode: null }
}

/** A number that was brought over is in the account without a tag. It stays the practice's whatever happens. */
async function takePorted({ run, lines, ask, numberTag }: StepWork): Promise<StepResult> {
  const found = await ask(() => lines.supplier.findNumber(run.phoneNumber))
  if (found.kind !== 'done') return harmless(found)
  if (!found.value) return { kind: 'stopped', code: 'PORT_NOT_THERE', vendorCode: null }
  const { sid, tag, voiceUrl } = found.value
  if (tag === numberTag) return done(sid)
  // One whose calls go somewhere already did not just arrive: it is somebody else's in this account.
  const isElsewhere = voiceUrl !== '' && voiceUrl !== lines.deskVoiceUrl
  if (idOfTag(tag) !== null || isElsewhere) return { kind: 'stopped', code: 'NUMBER_ELSEWHERE', vendorCode: null }
  const set = await ask(() => lines.supplier.configureNumber(sid, { ...lines.addresses, voiceUrl: lines.deskVoiceUrl, tag: numberTag }))
  return set.kind === 'done' ? done(sid) : harmless(set)
}
