import type { CallSession } from './call-session.ts'
import { type CallerState, heardResult, openState, type Step, step } from './scripted-caller.ts'

export type ScriptedCall = {
  session: CallSession
  /** The caller says something; resolves when the receptionist has answered. */
  hear: (text: string) => Promise<{ isOver: boolean }>
  hangUp: () => Promise<void>
}

/** Joins the scripted receptionist to a call: it really calls the relay's tools and speaks their answers. */
export async function openScriptedCall(session: CallSession, greeting: string): Promise<ScriptedCall> {
  let state: CallerState = openState()
  let isOver = false
  // One sentence at a time: the next one waits for the answer to the one before.
  let turn: Promise<unknown> = Promise.resolve()

  async function follow(next: Step): Promise<void> {
    state = next.state
    if (next.say) await session.say('assistant', next.say)
    if (next.end) return end('assistant-ended-call')
    if (!next.tool) return
    const answer = await session.tool(next.tool.name, next.tool.args)
    const line = answer.results[0]?.result ?? answer.results[0]?.error ?? 'I am sorry, I could not reach the practice book just now.'
    await session.say('assistant', line)
    await follow(heardResult(state, next.tool.name, line))
  }

  async function end(endedReason: string): Promise<void> {
    if (isOver) return
    isOver = true
    await session.end({ endedReason })
  }

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  if (!session.turns().some((spoken) => spoken.kind === 'said')) await session.say('assistant', greeting)
  return {
    session,
    hear: (text) =>
      inTurn(async () => {
        if (isOver) return { isOver }
        await session.say('user', text)
        await follow(step(state, text))
        return { isOver }
      }),
    hangUp: () => inTurn(() => end('customer-ended-call')),
  }
}
