import type { Conversation, JsonSchema } from './conversation.ts';
import { labelsAsked } from './label-list.ts';
import type { Request } from './passages.ts';
import { findAnswer, sayAnswer } from './question-answering.ts';
import { subjectOf } from './subject.ts';
import { summarize } from './summary.ts';
import { findValue, partsOf } from './values.ts';

const ASKS = /\bJSON\b/i;
const WITH_KEYS = /^.*\b(?:keys?|fields?|properties|attributes)\b\s*(?:named|called|are|:|of)?\s*([^\n.]+)/im;

/** A JSON object with the keys that the prompt or the schema names, filled from the text; null where it says nothing. */
export function answerJson(conversation: Conversation, request: Request): string | undefined {
  const schema = conversation.answerSchema ?? schemaFrom(request.raw);
  if (!schema?.properties || Object.keys(schema.properties).length === 0) return undefined;
  const entries = Object.entries(schema.properties).map(([key, property]) => [key, filled(key, property, request)]);
  return JSON.stringify(Object.fromEntries(entries), null, 2);
}

function filled(key: string, schema: JsonSchema, request: Request): unknown {
  const subject = subjectOf(request);
  const spoken = partsOf(key).join(' ');
  if (/^(?:answer|response)$/.test(spoken)) return sayAnswer(evidenceOf(request)).replace(/ \[[^\]]+\]/g, '');
  if (/^(?:sources?|citations?|references?)$/.test(spoken)) {
    return [...new Set(evidenceOf(request).map(({ marker }) => marker.replace(/[[\]]/g, '')))];
  }
  if (/summary|tldr/.test(spoken)) return summarize({ ...request, instruction: 'Summarize in one sentence' });
  if (spoken === 'sentiment' && !schema.enum) {
    return findValue(key, { enum: ['positive', 'negative', 'neutral'] }, subject) ?? 'neutral';
  }
  return findValue(key, schema, subject) ?? null;
}

const evidenceOf = ({ question, passages }: Request) => findAnswer(question, passages);

/** The keys that a prompt names: in a template `{"name": …}`, in quotes, or after the word "keys". */
function schemaFrom(text: string): JsonSchema | undefined {
  if (!ASKS.test(text)) return undefined;
  const template = /\{[^{}]*"[\w -]+"\s*:[^{}]*\}/.exec(text)?.[0];
  const keys = template
    ? [...template.matchAll(/"([\w -]+)"\s*:\s*("?[^,}\n]*)/g)]
    : keysIn(text).map((key) => [key, key, ''] as const);
  return {
    type: 'object',
    properties: Object.fromEntries(keys.map((found) => [found[1] ?? '', propertyFrom(found[2] ?? '')])),
  };
}

/** `"number"`, `<integer>`, `["…"]` or `"low|high"` in a template tell the kind of value. */
function propertyFrom(hint: string): JsonSchema {
  if (/^\s*\[/.test(hint)) return { type: 'array', items: {} };
  if (/\b(?:number|float|decimal)\b/i.test(hint) || /^\s*\d/.test(hint)) return { type: 'number' };
  if (/\b(?:integer|int)\b/i.test(hint)) return { type: 'integer' };
  if (/\b(?:boolean|true|false)\b/i.test(hint)) return { type: 'boolean' };
  const options = labelsAsked(hint);
  return options.length > 1 ? { enum: options } : {};
}

function keysIn(text: string): readonly string[] {
  const listed = WITH_KEYS.exec(text)?.[1];
  if (listed === undefined) return [];
  const quoted = [...listed.matchAll(/["'`]([\w -]+)["'`]/g)].map((found) => found[1] ?? '');
  if (quoted.length > 0) return quoted;
  return listed
    .split(/,|\band\b/)
    .map((key) => key.trim())
    .filter((key) => /^[\w-]{1,40}$/.test(key));
}
