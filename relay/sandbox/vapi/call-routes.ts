import { Hono } from 'hono'
import { z } from 'zod'
import type { CallRecord } from './call-record.ts'
import { wholeCallShape } from './call-shape.ts'
import { CallBody } from './phone-number-body.ts'
import { audioAnswer, toneWav } from './recording.ts'
import { VapiRefusal } from './refusals.ts'
import { checkAssistant, named, newestFirst } from './resource-routes.ts'
import { strictBody } from './strict-body.ts'
import type { VapiWorld } from './world.ts'

type Recorded = { id: string; createdAt: string; updatedAt: string }

export const callRoutes = (world: VapiWorld, startOutbound: (body: CallBody) => CallRecord) =>
  new Hono()
    .post('/call', async (c) => {
      const body = await strictBody(c, CallBody)
      checkOutbound(world, body)
      return c.json(wholeCallShape(world, startOutbound(body)), 201)
    })
    .get('/call', (c) => {
      const { id, assistantId, phoneNumberId } = c.req.query()
      const calls = [...world.calls.values()].filter(
        (call) =>
          (!id || call.id === id) &&
          (!assistantId || call.assistantId === assistantId) &&
          (!phoneNumberId || call.phoneNumberId === phoneNumberId),
      )
      return c.json(
        newestFirst<Recorded>(
          c,
          calls.map((call) => wholeCallShape(world, call)),
        ),
      )
    })
    .get('/call/:id', (c) => c.json(wholeCallShape(world, named(c, world.calls, 'Call'))))
    .patch('/call/:id', async (c) => {
      const call = named(c, world.calls, 'Call')
      call.name = (await strictBody(c, z.strictObject({ name: z.string().max(40).optional() }))).name
      return c.json(wholeCallShape(world, call))
    })
    .delete('/call/:id', (c) => {
      const call = named(c, world.calls, 'Call')
      world.calls.delete(call.id)
      return c.json(wholeCallShape(world, call))
    })
    .get('/call/:id/:file{(?:mono|stereo|customer|assistant)-recording}', (c) => {
      const call = named(c, world.calls, 'Call')
      if (call.status !== 'ended' || !isRecorded(world, call)) throw new VapiRefusal(404, 'Recording Not Found.')
      return c.redirect(`../../recordings/${call.id}.wav?signature=${call.callSid}`, 302)
    })

/** The signed addresses that the recording routes lead to; they need no key. */
export const recordingRoutes = (world: VapiWorld) =>
  new Hono().get('/recordings/:file', (c) => {
    const call = world.calls.get(c.req.param('file').replace(/\.wav$/, ''))
    if (!call || c.req.query('signature') !== call.callSid) throw new VapiRefusal(404, 'Recording Not Found.')
    return audioAnswer(c, toneWav())
  })

/** Recording is on unless the assistant says otherwise. */
const isRecorded = (world: VapiWorld, call: CallRecord): boolean =>
  world.assistants.get(call.assistantId ?? '')?.artifactPlan?.recordingEnabled !== false

function checkOutbound(world: VapiWorld, body: CallBody): void {
  if (body.assistantId === undefined && body.assistant === undefined) {
    throw new VapiRefusal(400, ['One of `assistantId` or `assistant` must be given.'])
  }
  checkAssistant(world, body.assistantId)
  if (!world.phoneNumbers.has(body.phoneNumberId ?? '')) throw new VapiRefusal(400, `Couldn't Find Phone Number ${body.phoneNumberId}.`)
  if (!/^\+[1-9]\d{6,14}$/.test(body.customer?.number ?? '')) {
    throw new VapiRefusal(400, ['customer.number must be a valid phone number in the E.164 format'])
  }
}
