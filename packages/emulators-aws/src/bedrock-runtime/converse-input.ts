import type {
  ContentBlock,
  ConverseRequest,
  DocumentBlock,
  Message,
  SystemContentBlock,
  ToolConfiguration,
  ToolResultContentBlock,
} from '@aws-sdk/client-bedrock-runtime';
import { notSupported, validation } from '../bedrock/errors.ts';
import type { FoundationModel } from '../bedrock/models.ts';
import type { Conversation, JsonSchema, Part, Sampling, Tool, Turn } from '../local-model/conversation.ts';

export type ConverseInput = Omit<ConverseRequest, 'guardrailConfig' | 'modelId'>;

/** A request of Converse as the model sees it. */
export function conversationOf(input: ConverseInput): Conversation {
  return {
    system: (input.system ?? []).flatMap(systemText),
    turns: (input.messages ?? []).map(turnOf),
    tools: toolsOf(input.toolConfig),
    toolChoice: toolChoiceOf(input.toolConfig),
    answerSchema: answerSchemaOf(input.outputConfig),
  };
}

/** What a model takes when the request leaves it open. */
const USUAL_TEMPERATURE = { anthropic: 1, nova: 0.7 } as const;

export function samplingOf({ inferenceConfig }: ConverseInput, { maxOutputTokens, body }: FoundationModel): Sampling {
  const { maxTokens = maxOutputTokens, temperature, stopSequences = [] } = inferenceConfig ?? {};
  if (maxTokens > maxOutputTokens) {
    throw validation(
      `The maximum tokens you requested exceeds the model limit of ${maxOutputTokens}. Try again with a maximum tokens value that is lower than ${maxOutputTokens}.`,
    );
  }
  const usual = body === 'anthropic' || body === 'nova' ? USUAL_TEMPERATURE[body] : 0.5;
  return { maxTokens, temperature: temperature ?? usual, stopSequences };
}

function systemText(block: SystemContentBlock): readonly string[] {
  if (block.text !== undefined) return [block.text];
  return block.guardContent?.text?.text === undefined ? [] : [block.guardContent.text.text];
}

function turnOf({ role, content = [] }: Message): Turn {
  return { role: role === 'assistant' ? 'assistant' : 'user', parts: content.flatMap(partsOf) };
}

function partsOf(block: ContentBlock): readonly Part[] {
  if (block.text !== undefined) return [{ kind: 'text', text: block.text }];
  if (block.guardContent !== undefined) return guardedPart(block.guardContent);
  if (block.document !== undefined)
    return [{ kind: 'document', name: block.document.name ?? '', text: documentText(block.document) }];
  if (block.searchResult !== undefined) {
    const { source = '', content = [] } = block.searchResult;
    return [{ kind: 'document', name: source, text: content.map(({ text }) => text).join('\n') }];
  }
  if (block.toolUse !== undefined) {
    const { toolUseId: id = '', name = '', input } = block.toolUse;
    return [{ kind: 'tool-use', id, name, input: recordOf(input) }];
  }
  if (block.toolResult !== undefined) {
    const { toolUseId: id = '', content = [], status } = block.toolResult;
    return [{ kind: 'tool-result', id, content: content.map(resultContent), isError: status === 'error' }];
  }
  if (block.cachePoint !== undefined || block.reasoningContent !== undefined) return [];
  throw notSupported(`A content block of the kind ${Object.keys(block)[0] ?? 'unknown'}`);
}

function guardedPart({ text }: NonNullable<ContentBlock['guardContent']>): readonly Part[] {
  if (text === undefined) throw notSupported('A guarded image');
  const { text: words = '', qualifiers = [] } = text;
  // a grounding source is a document that the answer has to come from
  return qualifiers.includes('grounding_source')
    ? [{ kind: 'document', name: '', text: words }]
    : [{ kind: 'text', text: words }];
}

const TEXT_FORMATS = new Set(['txt', 'md', 'csv', 'html', undefined]);

function documentText({ format, source, citations }: DocumentBlock): string {
  if (citations?.enabled) throw notSupported('The citations feature of documents');
  if (source?.text !== undefined) return source.text;
  if (source?.content !== undefined) return source.content.map(({ text }) => text ?? '').join('\n');
  if (source?.s3Location !== undefined) throw notSupported('A document in S3');
  if (!TEXT_FORMATS.has(format))
    throw notSupported(`A document in the format ${format}; send its text, as txt, md, csv or html: ${format}`);
  return new TextDecoder().decode(source?.bytes);
}

function resultContent(block: ToolResultContentBlock): unknown {
  if (block.text !== undefined) return block.text;
  if (block.json !== undefined) return block.json;
  throw notSupported(`A tool result of the kind ${Object.keys(block)[0] ?? 'unknown'}`);
}

export function toolsOf(config: ToolConfiguration | undefined): readonly Tool[] {
  return (config?.tools ?? []).flatMap((tool) => {
    if (tool.systemTool !== undefined) throw notSupported(`The system tool ${tool.systemTool.name}`);
    const { toolSpec } = tool;
    if (toolSpec === undefined) return [];
    const { name = '', description = '', inputSchema } = toolSpec;
    return [{ name, description, schema: (inputSchema?.json ?? {}) as JsonSchema }]; // an open document, read with care
  });
}

function toolChoiceOf(config: ToolConfiguration | undefined): Conversation['toolChoice'] {
  const choice = config?.toolChoice;
  if (choice?.tool?.name !== undefined) return { name: choice.tool.name };
  return choice?.any === undefined ? 'auto' : 'any';
}

function answerSchemaOf(config: ConverseInput['outputConfig']): JsonSchema | undefined {
  const text = config?.textFormat?.structure?.jsonSchema?.schema;
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as JsonSchema; // an open document, read with care
  } catch {
    throw validation('The schema in outputConfig.textFormat is not valid JSON.');
  }
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
