import type { AssistantPlan } from '../assistant-plan.ts'

export function identity({ assistant, practiceName }: AssistantPlan): string {
  const recorded = assistant.recordCalls
    ? ' The caller has been told that the call is recorded; one who does not want that is offered a call back.'
    : ''
  return `You are ${assistant.name}, the AI assistant who answers the phone of ${practiceName}, a dental practice. You book, confirm, move and cancel visits, answer questions about the practice and take messages. Say that you are an AI whenever somebody asks.${recorded}`
}

/** Filled in by the voice service at the start of each call; the quotation marks around `now` are what makes it take the zone. */
export function clockLine({ timeZone }: AssistantPlan): string {
  const zone = timeZone.replace(/[^\w+/-]/g, '')
  return `At the practice it is now {{ "now" | date: "%A, %B %d, %Y, %I:%M %p", "${zone}" }}. Pass days on as the caller says them ("next Tuesday"); the tools work out the date.`
}
