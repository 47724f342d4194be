/** Where the services are known to differ from their own descriptions. Each line says how that is known. */
export type Departures = {
  /** Fields that a schema may have although the description leaves them out. */
  extraFields?: Record<string, string[]>
  /** Schemas, as `Name` or `Name.property`, whose `type` is too narrow; the value is the real one. */
  otherTypes?: Record<string, string[]>
  /** Texts that may be empty whatever else they must be. */
  emptyTexts?: string[]
  /** Schemas whose fields need not all be there, where the others are always sent in full. */
  partial?: string[]
  /** Relative addresses stand where the description says `uri`. */
  hasRelativeUris?: boolean
  /** Replies carry every field, null when there is no value. */
  sendsEveryField?: boolean
}

const SEARCHES = ['Local', 'TollFree']
const AVAILABLE = ['local', 'toll_free'].map((kind) => `api.v2010.account.available_phone_number_country.available_phone_number_${kind}`)
const each = <Value>(names: string[], value: Value) => Object.fromEntries(names.map((name) => [name, value]))
const OWNED = 'api.v2010.account.incoming_phone_number'

// The description's own examples: a search has no pages and shows coordinates as text, addresses of resources are relative, an application
// that is not set is an empty text. A live search spells SMS and MMS in capitals; the client passes them on as they are.
export const twilioDepartures: Departures = {
  hasRelativeUris: true,
  sendsEveryField: true,
  otherTypes: each(
    AVAILABLE.flatMap((schema) => [`${schema}.latitude`, `${schema}.longitude`]),
    ['string', 'number'],
  ),
  extraFields: each(
    AVAILABLE.map((schema) => `${schema}.capabilities`),
    ['SMS', 'MMS'],
  ),
  emptyTexts: [`${OWNED}.sms_application_sid`, `${OWNED}.voice_application_sid`],
  partial: [
    ...AVAILABLE.map((schema) => `${schema}.capabilities`),
    ...SEARCHES.map((kind) => `GET /2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/${kind}.json`),
  ],
}

export const messagingDepartures: Departures = { sendsEveryField: true }

// The model's own conversation names the tool calls it made, in the form of its API.
const conversation = { OpenAIMessage: ['tool_calls', 'tool_call_id'] }

// The description's own example is a list of numbers.
const statusCodes = { 'BackoffPlan.excludedStatusCodes[]': ['number'] }

export const vapiDepartures: Departures = { extraFields: conversation, otherTypes: statusCodes }

const SAVED = ['id', 'orgId', 'createdAt', 'updatedAt']

// A delivered message carries the saved assistant and number, where the description names what creates them, and the name of the tool
// beside its definition. Arguments are seen as text and as an object.
export const vapiMessageDepartures: Departures = {
  extraFields: {
    ...conversation,
    CreateAssistantDTO: SAVED,
    CreateTwilioPhoneNumberDTO: [...SAVED, 'status'],
    FunctionToolWithToolCall: ['name'],
  },
  otherTypes: { ...statusCodes, 'ToolCallFunction.arguments': ['string', 'object'] },
}
