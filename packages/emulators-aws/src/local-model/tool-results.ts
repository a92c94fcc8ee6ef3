import type { Conversation, Part } from './conversation.ts';
import { textOf } from './conversation.ts';
import { similarity } from './embedding.ts';
import { partsOf } from './values.ts';

type ToolResult = Extract<Part, { kind: 'tool-result' }>;

const MOST_FACTS = 4;

/** What to say when the last turn brings results of tools; undefined when it brings none. */
export function answerFromResults({ turns }: Conversation): string | undefined {
  const results = turns.at(-1)?.parts.filter((part): part is ToolResult => part.kind === 'tool-result') ?? [];
  if (results.length === 0) return undefined;
  const asked = turns
    .filter(({ role }) => role === 'user')
    .map(textOf)
    .filter((text) => text !== '');
  return results.map((result) => tell(result, asked.at(-1) ?? '')).join(' ');
}

function tell({ content, isError }: ToolResult, question: string): string {
  const texts = content.filter((item): item is string => typeof item === 'string');
  const facts = content.flatMap((item) => factsOf(typeof item === 'string' ? parsed(item) : item, ''));
  if (isError) return `The tool reported an error: ${[...texts, ...facts.map(sentence)].join(' ')}`.trim();
  if (facts.length === 0) return texts.length > 0 ? texts.join(' ') : 'The tool returned nothing.';
  const near = (fact: Fact) => similarity(question, `${fact.name} ${fact.value}`);
  const best = [...facts].sort((a, b) => near(b) - near(a)).slice(0, MOST_FACTS);
  return facts
    .filter((fact) => best.includes(fact))
    .map(sentence)
    .join(' ');
}

interface Fact {
  readonly name: string;
  readonly value: string;
}

const sentence = ({ name, value }: Fact): string => (name === '' ? `${value}.` : `The ${name} is ${value}.`);

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : undefined;
  } catch {
    return undefined; // prose, which is told as it is
  }
}

/** Leaves of a JSON value with their spoken names. */
function factsOf(value: unknown, name: string): readonly Fact[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return [{ name, value: value.join(', ') }];
  if (Array.isArray(value)) return value.flatMap((item, at) => factsOf(item, `${name} ${at + 1}`.trim()));
  if (typeof value !== 'object') return [{ name, value: String(value) }];
  return Object.entries(value).flatMap(([key, inner]) => factsOf(inner, `${name} ${partsOf(key).join(' ')}`.trim()));
}
