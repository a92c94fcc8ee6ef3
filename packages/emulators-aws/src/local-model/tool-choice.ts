import type { Conversation, JsonSchema, Tool, ToolUse } from './conversation.ts';
import { textOf } from './conversation.ts';
import { similarity } from './embedding.ts';
import { findValue, partsOf } from './values.ts';
import { termsOf } from './words.ts';

/** Below it a request is not taken to be one for a tool. */
const ENOUGH = 0.3;

export type ToolDecision =
  | { readonly kind: 'use'; readonly uses: readonly Omit<ToolUse, 'id'>[] }
  | { readonly kind: 'ask'; readonly tool: string; readonly missing: readonly string[] };

/** Which tool the last user turn calls for, and with what; undefined when the model should answer itself. */
export function chooseTool(conversation: Conversation): ToolDecision | undefined {
  const { tools, toolChoice } = conversation;
  const request = lastRequest(conversation);
  const candidates = typeof toolChoice === 'object' ? tools.filter(({ name }) => name === toolChoice.name) : tools;
  const ranked = candidates.map((tool) => ({ tool, score: fitOf(tool, request) })).sort((a, b) => b.score - a.score);
  const best = ranked[0];
  if (!best || (toolChoice === 'auto' && best.score < ENOUGH)) return undefined;
  const input = argumentsFor(best.tool, request);
  const missing = (best.tool.schema.required ?? []).filter((name) => input[name] === undefined);
  if (missing.length > 0 && toolChoice === 'auto') return { kind: 'ask', tool: best.tool.name, missing };
  return { kind: 'use', uses: [{ kind: 'tool-use', name: best.tool.name, input }] };
}

/** The last thing the user said; a short answer to a question of ours goes with what was asked before. */
function lastRequest({ turns }: Conversation): string {
  const said = turns
    .filter(({ role }) => role === 'user')
    .map(textOf)
    .filter((text) => text !== '');
  const last = said.at(-1) ?? '';
  return termsOf(last).length <= 3 && said.length > 1 ? `${said.at(-2)}\n${last}` : last;
}

/** How well a tool fits a request, by its words: the tool's name and description, the names of its arguments. */
function fitOf({ name, description, schema }: Tool, request: string): number {
  const spokenName = partsOf(name).join(' ');
  const about = `${spokenName} ${description} ${Object.keys(schema.properties ?? {})
    .map((key) => partsOf(key).join(' '))
    .join(' ')}`;
  const known = new Set(termsOf(about));
  const terms = [...new Set(termsOf(request))];
  const shared = terms.filter((term) => known.has(term)).length;
  const named = [...new Set(termsOf(spokenName))].filter((term) => terms.includes(term)).length;
  const isSum = /calculat|arithmetic|math/i.test(about) && /\d\s*[-+*/^x×÷]\s*\d/.test(request);
  const overlap = terms.length === 0 ? 0 : Math.min(1, shared / Math.min(terms.length, 4));
  return 0.5 * similarity(request, about) + 0.5 * overlap + 0.15 * Math.min(named, 2) + (isSum ? 0.5 : 0);
}

function argumentsFor({ schema }: Tool, request: string): Readonly<Record<string, unknown>> {
  const properties = Object.entries(schema.properties ?? {});
  const required = schema.required ?? [];
  const found = properties.map(
    ([name, property]) => [name, argumentFor(name, property, request, properties.length)] as const,
  );
  return Object.fromEntries(
    found.filter(([name, value]) => value !== undefined && (required.includes(name) || value !== false)),
  );
}

const WHOLE = /^(?:query|question|text|input|prompt|search|message|q|search_?query|search_?term)$/i;

function argumentFor(name: string, schema: JsonSchema, request: string, properties: number): unknown {
  if (WHOLE.test(name)) return request.trim();
  const found = findValue(name, schema, request);
  if (found !== undefined || schema.enum || schema.type !== 'string' || properties > 1) return found;
  return /"([^"]+)"/.exec(request)?.[1]; // the only argument: what is quoted is meant
}
