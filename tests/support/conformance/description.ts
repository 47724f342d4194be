import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Departures, messagingDepartures, twilioDepartures, vapiDepartures, vapiMessageDepartures } from './departures.ts'
import { listOf, objectOf, type Schema } from './schema.ts'
import { createValidator, type Validator } from './validator.ts'

export type Parameter = { name: string; place: 'path' | 'query'; isRequired: boolean; schema: Schema }

export type Operation = {
  method: string
  path: string
  parameters: Parameter[]
  /** The schema of the request body, form or JSON. */
  body: Schema | null
  replies: Record<string, Schema | null>
}

/** One public description of an API: what may be asked and what is answered. */
export type Description = { operations: Operation[]; requests: Validator; replies: Validator }

export function readDescription(document: Schema, departures: Departures): Description {
  const operations = Object.entries(objectOf(document.paths)).flatMap(([path, item]) => operationsAt(path, objectOf(item)))
  const requests = createValidator(document, departures, false)
  // Making a validator of a large description takes a second; one will do where replies have no rule of their own.
  return { operations, requests, replies: departures.sendsEveryField ? createValidator(document, departures, true) : requests }
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

function operationsAt(path: string, item: Schema): Operation[] {
  return METHODS.filter((method) => item[method] !== undefined).map((method) => {
    const { parameters, requestBody, responses } = objectOf(item[method])
    return {
      method: method.toUpperCase(),
      path,
      parameters: [...listOf(item.parameters), ...listOf(parameters)].map(parameterOf),
      body: contentOf(requestBody),
      replies: Object.fromEntries(Object.entries(objectOf(responses)).map(([status, reply]) => [status, contentOf(reply)])),
    }
  })
}

function parameterOf(given: unknown): Parameter {
  const { name, in: place, required, schema } = objectOf(given)
  return { name: String(name), place: place === 'path' ? 'path' : 'query', isRequired: required === true, schema: objectOf(schema) }
}

function contentOf(given: unknown): Schema | null {
  const [content] = Object.values(objectOf(objectOf(given).content))
  const schema = objectOf(content).schema
  return schema === undefined ? null : objectOf(schema)
}

export type Descriptions = { twilio: Description; messaging: Description; vapi: Description; vapiMessages: Validator }

/** The three descriptions in `folder`, corrected for what their authors got wrong. */
export function readDescriptions(folder: string): Descriptions {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Schema
  const vapi = read('vapi.json')
  return {
    twilio: readDescription(read('twilio-api-v2010.json'), twilioDepartures),
    messaging: readDescription(read('twilio-messaging-v1.json'), messagingDepartures),
    vapi: readDescription(vapi, vapiDepartures),
    vapiMessages: createValidator(vapi, vapiMessageDepartures, true),
  }
}
