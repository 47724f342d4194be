import { afterEach, beforeEach, expect, test } from 'vitest'
import { ANA, OURS, openStandIn } from './open-stand-in.ts'
import { openScriptedCall } from './scripted-call.ts'

let sandbox: Awaited<ReturnType<typeof openStandIn>>
beforeEach(async () => {
  sandbox = await openStandIn()
})
afterEach(() => sandbox.close())

const answers: Record<string, string> = {
  'check-availability': 'I have Wednesday, March eleventh: nine in the morning or noon. Which works best?',
  'book-appointment': 'Booked: Ana, Wednesday, March eleventh, at noon, with Dr. Osei.',
}

test("a typed call speaks the tools' own lines and ends with a report of it all", async () => {
  sandbox.relay.answer = (message) => {
    const [call] = message.toolCallList as { id: string; function: { name: string } }[]
    return Response.json({ results: [{ toolCallId: call?.id, name: call?.function.name, result: answers[call?.function.name ?? ''] }] })
  }
  const session = await sandbox.standIn.startCall({ from: ANA, to: OURS, phoneNumberId: 'pn_1', assistantId: 'as_1' })
  const call = await openScriptedCall(session, 'Bright Smile Dental, how can I help?')
  for (const said of ['A cleaning tomorrow please, this is Ana Garcia, born 3/4/1987, I have been there before', 'noon']) {
    expect(await call.hear(said)).toEqual({ isOver: false })
  }
  expect(await call.hear('no, bye')).toEqual({ isOver: true })
  const said = session
    .turns()
    .flatMap((turn) => (turn.kind === 'said' ? `${turn.role}: ${turn.text}` : turn.kind === 'tools' ? turn.calls[0]?.name : []))
  expect(said).toEqual([
    'assistant: Bright Smile Dental, how can I help?',
    'user: A cleaning tomorrow please, this is Ana Garcia, born 3/4/1987, I have been there before',
    'check-availability',
    `assistant: ${answers['check-availability']}`,
    'user: noon',
    'book-appointment',
    `assistant: ${answers['book-appointment']}`,
    'assistant: Is there anything else I can do for you?',
    'user: no, bye',
    'assistant: Thank you for calling. Goodbye.',
  ])
  expect(sandbox.heard.at(-1)?.message).toMatchObject({ type: 'end-of-call-report', endedReason: 'assistant-ended-call' })
  await call.hangUp()
  expect(sandbox.heard.filter(({ message }) => message.type === 'end-of-call-report')).toHaveLength(1)
})

test('a relay that does not answer is said so', async () => {
  sandbox.relay.answer = () => new Response('', { status: 500 })
  const session = await sandbox.standIn.startCall({ from: ANA, to: OURS, assistantId: 'as_1' })
  const call = await openScriptedCall(session, 'Hello')
  await call.hear('My face is swollen')
  expect(session.turns().at(-1)).toMatchObject({ kind: 'said', text: expect.stringContaining('could not reach') })
})
