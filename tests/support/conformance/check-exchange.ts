import type { RecordedRequest } from '@dentalanswer/relay/sandbox/wire/request-log.ts'
import type { Description, Operation } from './description.ts'
import { typedForm, typedValue } from './typed-form.ts'

export type Exchange = Pick<RecordedRequest, 'method' | 'path' | 'query' | 'form' | 'body' | 'status' | 'responseBody'>

/** What an error body must look like; the descriptions say nothing about it. */
export type ErrorRule = (status: number, body: unknown) => string[]

/** Everything that one request and its answer do not share with the description, in words; `path` starts where the description's do. */
export function checkExchange(description: Description, exchange: Exchange, path: string, errorRule: ErrorRule): string[] {
  const found = findOperation(description, exchange.method, path)
  if (!found) return [`${exchange.method} ${path} is not in the description`]
  return [
    ...checkRequest(description, found, exchange),
    ...(exchange.status === null ? [] : checkReply(description, found.operation, exchange.status, exchange.responseBody, errorRule)),
  ]
}

type Found = { operation: Operation; values: Record<string, string> }

/** The operation of this method and path with the values in the path; a fixed path wins over one with names. */
export function findOperation(description: Description, method: string, path: string): Found | null {
  const all = description.operations.filter((operation) => operation.method === method)
  const matches = all.flatMap((operation) => {
    const values = valuesOf(operation.path, path)
    return values ? [{ operation, values }] : []
  })
  return matches.sort((one, other) => Object.keys(one.values).length - Object.keys(other.values).length)[0] ?? null
}

function valuesOf(template: string, path: string): Record<string, string> | null {
  const pattern = template.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+?)')
  const match = new RegExp(`^${pattern}$`).exec(path)
  return match ? Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])) : null
}

function checkRequest({ requests }: Description, { operation, values }: Found, exchange: Exchange): string[] {
  const given = { path: values, query: exchange.query }
  const unknown = Object.keys(exchange.query).filter(
    (name) => !operation.parameters.some((one) => one.place === 'query' && one.name === name),
  )
  const inPlace = operation.parameters.flatMap(({ name, place, isRequired, schema }) => {
    const value = given[place][name]
    if (value === undefined) return isRequired ? [`${place} parameter ${name} is missing`] : []
    return requests.check(schema, typedValue(schema, value)).map((problem) => `${place} parameter ${name}: ${problem}`)
  })
  return [...unknown.map((name) => `query parameter ${name} is unknown`), ...inPlace, ...checkBody(requests, operation, exchange)]
}

function checkBody(requests: Description['requests'], operation: Operation, { form, body }: Exchange): string[] {
  const given = form ? typedForm(operation.body, form) : body
  const isEmpty = given === undefined || given === null || (form !== undefined && Object.keys(form).length === 0)
  if (operation.body === null) return isEmpty ? [] : ['it has a body that the description does not know']
  return requests.check(operation.body, given ?? {}).map((problem) => `body: ${problem}`)
}

function checkReply({ replies }: Description, operation: Operation, status: number, body: unknown, errorRule: ErrorRule): string[] {
  const schema = operation.replies[status]
  if (status >= 400) return errorRule(status, body).map((problem) => `reply ${status}: ${problem}`)
  if (schema === undefined) return [`reply ${status} is not in the description`]
  if (schema === null) return body === null ? [] : [`reply ${status} has a body that the description does not know`]
  return replies.check(schema, body, `${operation.method} ${operation.path}`).map((problem) => `reply ${status}: ${problem}`)
}
