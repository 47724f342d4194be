import { type Context, Hono } from 'hono'
import { type FormValues, oneValue } from '../wire/form.ts'
import { TwilioRefusal } from './api-errors.ts'
import { CREATE_MESSAGE_PARAMS, createMessage } from './create-message.ts'
import type { Deliveries } from './delivery.ts'
import { listAnswer, PAGE_PARAMS } from './paging.ts'
import { messageShape } from './shapes.ts'
import { strictForm, strictQuery } from './strict-params.ts'
import { findMessage, type TwilioMessage, type TwilioWorld } from './world.ts'

const LIST_PARAMS = ['To', 'From', 'DateSent', 'DateSent<', 'DateSent>', ...PAGE_PARAMS] as const

/** `Messages.json` and below. */
export const messageRoutes = (world: TwilioWorld, deliveries: Deliveries) => {
  const shape = (message: TwilioMessage) => messageShape(world.accountSid, message)
  return new Hono()
    .post('/Messages.json', async (c) => {
      const message = createMessage(world, await strictForm(c, CREATE_MESSAGE_PARAMS))
      const accepted = shape(message)
      if (message.status !== 'scheduled') await deliveries.start(message)
      return c.json(accepted, 201)
    })
    .get('/Messages.json', (c) => {
      const query = strictQuery(c, LIST_PARAMS)
      return listAnswer(c, 'messages', query, matching(world, query), shape)
    })
    .get('/Messages/:file', (c) => c.json(shape(messageOf(c, world))))
    .post('/Messages/:file', async (c) => {
      const form = await strictForm(c, ['Body', 'Status'])
      return c.json(shape(changeMessage(world, messageOf(c, world), form)))
    })
    .delete('/Messages/:file', (c) => {
      world.messages.splice(world.messages.indexOf(messageOf(c, world)), 1)
      return c.body(null, 204)
    })
    .get('/Messages/:sid/Media.json', (c) => {
      const message = findMessage(world, c.req.param('sid'))
      if (!message) throw new TwilioRefusal(20404, new URL(c.req.url).pathname)
      return listAnswer(c, 'media_list', strictQuery(c, PAGE_PARAMS), mediaOf(world, message), (media) => media)
    })
}

function messageOf(c: Context, world: TwilioWorld): TwilioMessage {
  const message = findMessage(world, (c.req.param('file') ?? '').replace(/\.json$/, ''))
  if (!message) throw new TwilioRefusal(20404, new URL(c.req.url).pathname)
  return message
}

/** Newest first. The day or instant filters look at `date_sent`, so a text that is still queued matches none of them. */
function matching(world: TwilioWorld, query: FormValues): TwilioMessage[] {
  const to = oneValue(query, 'To')
  const from = oneValue(query, 'From')
  return world.messages
    .filter((message) => (to === undefined || message.to === to) && (from === undefined || message.from === from))
    .filter((message) => sentWithin(message.sentAt, query))
    .toReversed()
}

function sentWithin(sentAt: number | null, query: FormValues): boolean {
  const [on, until, since] = [oneValue(query, 'DateSent'), oneValue(query, 'DateSent<'), oneValue(query, 'DateSent>')]
  if (on === undefined && until === undefined && since === undefined) return true
  if (sentAt === null) return false
  if (on !== undefined && new Date(sentAt).toISOString().slice(0, 10) !== on.slice(0, 10)) return false
  return (until === undefined || sentAt <= endOf(until)) && (since === undefined || sentAt >= Date.parse(since))
}

const endOf = (limit: string) => (limit.length === 10 ? Date.parse(`${limit}T23:59:59.999Z`) : Date.parse(limit))

function changeMessage(world: TwilioWorld, message: TwilioMessage, form: FormValues): TwilioMessage {
  const status = oneValue(form, 'Status')
  const body = oneValue(form, 'Body')
  if (status !== undefined && (status !== 'canceled' || message.status !== 'scheduled')) throw new TwilioRefusal(20422, 'Status')
  // Only emptying is allowed: it is how a text is redacted.
  if (body !== undefined && body !== '') throw new TwilioRefusal(20422, 'Body')
  if (status !== undefined) message.status = 'canceled'
  if (body !== undefined) message.body = ''
  message.updatedAt = world.now()
  return message
}

function mediaOf(world: TwilioWorld, message: TwilioMessage) {
  return message.media.map((media, index) => {
    const sid = `ME${message.sid.slice(2, -1)}${index}`
    const uri = `/2010-04-01/Accounts/${world.accountSid}/Messages/${message.sid}/Media/${sid}.json`
    const at = new Date(message.createdAt).toUTCString().replace('GMT', '+0000')
    return {
      sid,
      account_sid: world.accountSid,
      parent_sid: message.sid,
      content_type: media.contentType,
      date_created: at,
      date_updated: at,
      uri,
    }
  })
}
