import type { ToolCall } from './call-record.ts'

/** The forms in which tool calls are seen on the wire: documents, types and live deliveries disagree. */
export type ToolShape = 'toolCallList-object' | 'toolCallList-string' | 'toolWithToolCallList' | 'flat'

export type ToolDefinition = { name: string; description?: string | undefined; parameters?: unknown }

/** The lists of a `tool-calls` message. Where both lists are present they name the same calls. */
export function toolLists(calls: ToolCall[], shape: ToolShape, definitionOf: (name: string) => ToolDefinition): Record<string, unknown> {
  switch (shape) {
    case 'toolCallList-object':
      return { toolCallList: calls.map(withObject), toolWithToolCallList: calls.map((call) => withTool(call, definitionOf)) }
    case 'toolCallList-string':
      return {
        toolCallList: calls.map(withText),
        toolWithToolCallList: calls.map((call) => ({ ...withTool(call, definitionOf), toolCall: withText(call) })),
      }
    case 'toolWithToolCallList':
      return { toolWithToolCallList: calls.map((call) => ({ ...withTool(call, definitionOf), toolCall: withParameters(call) })) }
    case 'flat':
      return { toolCallList: calls.map((call) => ({ id: call.id, name: call.name, arguments: call.args })) }
  }
}

const withObject = (call: ToolCall) => ({ id: call.id, type: 'function', function: { name: call.name, arguments: call.args } })
const withText = (call: ToolCall) => ({
  id: call.id,
  type: 'function',
  function: { name: call.name, arguments: JSON.stringify(call.args) },
})
const withParameters = (call: ToolCall) => ({ id: call.id, type: 'function', function: { name: call.name, parameters: call.args } })
const withTool = (call: ToolCall, definitionOf: (name: string) => ToolDefinition) => ({
  type: 'function',
  name: call.name,
  function: definitionOf(call.name),
  toolCall: withObject(call),
})
