import { describe, expect, test } from 'vitest'
import { checkExchange, type Exchange } from './check-exchange.ts'
import type { Departures } from './departures.ts'
import { readDescription } from './description.ts'
import { twilioErrorRule, vapiErrorRule } from './error-rules.ts'
import type { Schema } from './schema.ts'

const text = { type: 'string' }
const answerOf = (schema: Schema) => ({ content: { 'application/json': { schema } } })
const at = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const document = {
  paths: {
    '/texts/{Sid}.json': {
      post: {
        parameters: [
          { name: 'Sid', in: 'path', required: true, schema: { type: 'string', pattern: '^SM\\d$' } },
          { name: 'Page', in: 'query', schema: { type: 'integer', minimum: 0 } },
          { name: 'Since', in: 'query', required: true, schema: { type: 'string', format: 'date-time' } },
        ],
        requestBody: {
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                required: ['To'],
                properties: { To: text, Smart: { type: 'boolean' }, Kind: at('kind'), Urls: { type: 'array', items: text } },
              },
            },
          },
        },
        responses: { 201: answerOf(at('sent')), 204: {} },
      },
    },
    '/voice': { post: { requestBody: answerOf(at('voice')), responses: { 201: answerOf(at('voice')) } } },
  },
  components: {
    schemas: {
      kind: { type: 'string', enum: ['plain', 'picture'] },
      sent: { type: 'object', properties: { sid: text, error: { type: 'integer', nullable: true }, kind: at('kind') } },
      voice: {
        type: 'object',
        properties: {
          said: { oneOf: [at('spoken'), at('played')] },
          words: { type: 'array', enum: ['yes', 'no'], items: text },
          name: { type: 'string', pattern: '/^[a-z]+$/' },
          tone: { type: 'string', enum: [] },
          mood: { type: 'object', enum: ['calm', 'glad'] },
        },
      },
      spoken: { type: 'object', required: ['type', 'text'], properties: { type: { type: 'string', enum: ['spoken'] }, text } },
      played: {
        type: 'object',
        required: ['type', 'url'],
        properties: { type: { type: 'string', enum: ['played'] }, url: { type: 'string', format: 'uri' } },
      },
    },
  },
}

const send: Exchange = {
  method: 'POST',
  path: '/texts/SM1.json',
  query: { Since: '2026-03-02T15:00:00Z' },
  form: { To: '+15125550199' },
  status: 201,
  responseBody: { sid: 'SM1', error: null, kind: 'plain' },
}
const check = (spoiled: Partial<Exchange>, departures: Departures = {}) => {
  const exchange = { ...send, ...spoiled }
  return checkExchange(readDescription(document, departures), exchange, exchange.path, twilioErrorRule)
}

describe('a request', () => {
  test('that is right has no problems', () => {
    expect(
      check({ query: { ...send.query, Page: '2' }, form: { ...send.form, Smart: 'true', Kind: 'picture', Urls: ['a', 'b'] } }),
    ).toEqual([])
  })

  test.each([
    ['an unknown field', { form: { To: '1', Too: '2' } }, 'body: it has an unknown field Too'],
    ['a missing field', { form: {} }, 'body: it lacks To'],
    ['a wrong enum', { form: { To: '1', Kind: 'loud' } }, 'body: /Kind must be equal to one of the allowed values: "loud"'],
    ['a wrong type', { form: { To: '1', Smart: 'si' } }, 'body: /Smart must be boolean: "si"'],
    ['a repeated field', { form: { To: ['1', '2'] } }, 'body: /To must be string: ["1","2"]'],
    ['an unknown parameter', { query: { ...send.query, Size: '1' } }, 'query parameter Size is unknown'],
    ['a missing parameter', { query: {} }, 'query parameter Since is missing'],
    ['a wrong parameter', { query: { ...send.query, Page: '-1' } }, 'query parameter Page: it must be >= 0: -1'],
    ['a wrong instant', { query: { Since: 'today' } }, 'query parameter Since: it must match format "date-time": "today"'],
    ['a wrong path', { path: '/texts/XX1.json' }, 'path parameter Sid: it must match pattern "^SM\\d$": "XX1"'],
    ['an unknown path', { path: '/textos/SM1.json' }, 'POST /textos/SM1.json is not in the description'],
    ['an unknown method', { method: 'PUT' }, 'PUT /texts/SM1.json is not in the description'],
  ] as const)('with %s is caught', (_, spoiled, problem) => {
    expect(check(spoiled as Partial<Exchange>)).toEqual([problem])
  })
})

describe('a reply', () => {
  test.each([
    ['an unknown field', { responseBody: { sid: 'SM1', id: 1 } }, 'reply 201: it has an unknown field id'],
    ['a wrong type', { responseBody: { sid: 1 } }, 'reply 201: /sid must be string: 1'],
    ['a wrong enum', { responseBody: { kind: 'loud' } }, 'reply 201: /kind must be equal to one of the allowed values: "loud"'],
    ['an undescribed status', { status: 202 }, 'reply 202 is not in the description'],
    ['a body where there is none', { status: 204 }, 'reply 204 has a body that the description does not know'],
    ['an error of another shape', { status: 400, responseBody: { error: 'no' } }, 'reply 400: it lacks code'],
  ] as const)('with %s is caught', (_, spoiled, problem) => {
    expect(check(spoiled)).toContain(problem)
  })

  test('must be whole where every field is always sent', () => {
    const responseBody = { sid: 'SM1', kind: 'plain' }
    expect(check({ responseBody })).toEqual([])
    expect(check({ responseBody }, { sendsEveryField: true })).toEqual(['reply 201: it lacks error'])
    expect(check({ responseBody }, { sendsEveryField: true, partial: ['sent'] })).toEqual([])
  })

  test('may depart from the description only where that is known', () => {
    const responseBody = { sid: '', error: 'none', kind: 'plain', extra: 1 }
    expect(check({ responseBody })).toHaveLength(2)
    expect(check({ responseBody }, { extraFields: { sent: ['extra'] }, otherTypes: { 'sent.error': ['integer', 'string'] } })).toEqual([])
  })

  test('says the status that it has', () => {
    const error = { code: 21_610, message: 'No.', more_info: 'https://www.twilio.com/docs/errors/21610', status: 400 }
    expect([twilioErrorRule(400, error), twilioErrorRule(404, error)]).toEqual([[], ['it says status 400 with status 404']])
    expect(vapiErrorRule(400, { message: ['name must be a string'], error: 'Bad Request', statusCode: 400 })).toEqual([])
    expect(vapiErrorRule(400, { message: [], error: 'Bad Request', statusCode: 400 })).not.toEqual([])
  })
})

describe('a description with the known defects', () => {
  const voice = (body: unknown) =>
    checkExchange(
      readDescription(document, {}),
      { method: 'POST', path: '/voice', query: {}, body, status: null, responseBody: null },
      '/voice',
      vapiErrorRule,
    )

  test('is read as it was meant', () => {
    expect(voice({ said: { type: 'spoken', text: 'Hi' }, words: ['yes'], name: 'ana', tone: 'warm', mood: 'calm' })).toEqual([])
  })

  test.each([
    [
      'the chosen branch',
      { said: { type: 'spoken', url: 'https://a.test' } },
      ['body: /said lacks text', 'body: /said has an unknown field url'],
    ],
    ['a branch that is not there', { said: { type: 'sung' } }, ['body: /said/type must be equal to one of the allowed values: "sung"']],
    ['no branch', { said: { text: 'Hi' } }, ['body: /said lacks type']],
    ['an enum on a list', { words: ['maybe'] }, ['body: /words/0 must be equal to one of the allowed values: "maybe"']],
    ['an enum of texts on an object', { mood: 'sad' }, ['body: /mood must be equal to one of the allowed values: "sad"']],
    ['a pattern written as in a script', { name: 'Ana 1' }, ['body: /name must match pattern "^[a-z]+$": "Ana 1"']],
  ])('still catches a mistake in %s', (_, body, problems) => {
    expect(voice(body)).toEqual(problems)
  })
})
