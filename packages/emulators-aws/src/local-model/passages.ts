import type { Conversation, Part } from './conversation.ts';
import { textOf } from './conversation.ts';
import { sentencesOf } from './words.ts';

/** A piece of the text that a question is to be answered from. */
export interface Passage {
  /** As an answer cites it: `[2]`, `[returns.md]`; empty when the prompt gave it no name. */
  readonly marker: string;
  readonly text: string;
}

/** A prompt, taken apart: what is asked, and what from. */
export interface Request {
  /** Everything outside the passages: instructions and question. */
  readonly instruction: string;
  /** The question alone. */
  readonly question: string;
  readonly passages: readonly Passage[];
  /** System text and last turn as they came. */
  readonly raw: string;
}

/** In characters; what stands farther from the end of a prompt is not the question. */
const LONGEST_QUESTION = 2000;
const CONTAINER =
  'context|documents?|doc|passages?|sources?|search_results?|results?|chunks?|article|text|content|data|reference|knowledge|excerpts?|email|review|transcript|report|message|ticket|input';
const TAGGED = new RegExp(`<(${CONTAINER})(\\s[^>]*)?>([\\s\\S]*?)</\\1>`, 'gi');
const CONTEXT_LABEL =
  /^[ \t#*]*(?:context|documents?|passages?|sources?|search results|retrieved (?:documents|passages|chunks|context)|knowledge(?: base)?|reference(?: text)?|excerpts?|article|text|email|review|transcript|report|message|ticket|input)[ \t*]*:[ \t*]*$|^[ \t#*]*(?:context|documents?|passages?|text|article|email|review|transcript|report|message|ticket|input)[ \t*]*:[ \t*]*(?=\S)/im;
const QUESTION_LABEL = /(?:^[ \t#*]*(?:user question|q)|(?:^[ \t#*]*|(?<=[.!?] ))(?:question|query))[ \t*]*:[ \t*]*/im;
const ANSWER_LABEL = /^[ \t#*]*(?:answer|a|response|output|summary|label|category|json|assistant)[ \t*]*:[ \t]*$/im;
const ITEM =
  /^[ \t]*(\[[^\]\n]{1,80}\]|(?:document|doc|passage|source|chunk|result)[ \t]*#?[\w.-]{1,40}[ \t]*:|%\[\d+\]%:?)/gim;

/** Reads the last user turn (and documents, search results and system text around it) as instruction and passages. */
export function readRequest(conversation: Conversation): Request {
  const turns = conversation.turns.filter(({ role }) => role === 'user');
  const last = turns.at(-1);
  const mine = takeApart(last ? textOf(last) : '');
  const system = takeApart(conversation.system.join('\n\n'));
  const documents = turns.flatMap(({ parts }) => parts.flatMap(documentPassage));
  const earlier = mine.passages.length + documents.length > 0 ? [] : earlierPassages(conversation);
  return {
    instruction: [system.rest, mine.rest].filter((text) => text !== '').join('\n'),
    question: mine.question,
    passages: [...documents, ...mine.passages, ...system.passages, ...earlier],
    raw: [...conversation.system, last ? textOf(last) : ''].join('\n\n'),
  };
}

function documentPassage(part: Part): readonly Passage[] {
  if (part.kind !== 'document') return [];
  // a grounding source has no name, but may number its own items
  return part.name === '' ? splitPassages(part.text) : [{ marker: `[${part.name}]`, text: part.text }];
}

/** What was said before: passages of earlier turns, and what the user told about themselves. */
function earlierPassages({ turns }: Conversation): readonly Passage[] {
  const before = turns.slice(0, -1).filter(({ role }) => role === 'user');
  return before.flatMap((turn) => {
    const { passages, rest } = takeApart(textOf(turn));
    const told = rest.split(/(?<=[.!?])\s+/).filter((sentence) => !sentence.trim().endsWith('?'));
    return told.length === 0 ? passages : [...passages, { marker: '', text: told.join(' ') }];
  });
}

interface Parts {
  readonly rest: string;
  readonly question: string;
  readonly passages: readonly Passage[];
}

function takeApart(text: string): Parts {
  const passages: Passage[] = [];
  const untagged = text.replace(TAGGED, (_all, _tag: string, attributes: string | undefined, body: string) => {
    passages.push(...passagesOfTag(attributes ?? '', body));
    return '\n';
  });
  const { rest, labelled } = takeLabelled(untagged);
  const all = [...passages, ...labelled.flatMap(splitPassages)];
  const tagged = /<(?:question|query)>([\s\S]*?)<\/(?:question|query)>/i.exec(rest)?.[1]?.trim();
  const plain = rest.replace(ANSWER_LABEL, '').trim();
  return { rest: plain, question: tagged ?? questionIn(plain), passages: all };
}

function passagesOfTag(attributes: string, body: string): readonly Passage[] {
  const inner = [...body.matchAll(TAGGED)];
  const name = /(?:index|id|name|source|title|number)\s*=\s*["']?([^"'>\s]+)/i.exec(attributes)?.[1];
  if (inner.length > 0 && name === undefined) {
    return inner.flatMap((found) => passagesOfTag(found[2] ?? '', found[3] ?? ''));
  }
  const source = /<(?:source|title|id)>\s*([^<]+?)\s*<\/(?:source|title|id)>/i.exec(body)?.[1];
  const marker = name ?? source;
  if (marker === undefined) return splitPassages(body);
  const bare = body.replace(/<(source|title|id)>[^<]*<\/\1>/gi, '').replace(/<\/?[a-z_]+[^>]*>/gi, '');
  return [{ marker: `[${marker}]`, text: bare.trim() }];
}

/** `Context: … Question: …` without tags. */
function takeLabelled(text: string): { readonly rest: string; readonly labelled: readonly string[] } {
  const label = CONTEXT_LABEL.exec(text);
  if (!label) return bareItems(text);
  const start = label.index + label[0].length;
  const after = text.slice(start);
  const question = QUESTION_LABEL.exec(after);
  const end = question?.index ?? ANSWER_LABEL.exec(after)?.index ?? after.length;
  const rest = `${text.slice(0, label.index)}\n${after.slice(end)}`;
  return { rest, labelled: [after.slice(0, end)] };
}

/** A list of `[1] …` without a label before it. */
function bareItems(text: string): { readonly rest: string; readonly labelled: readonly string[] } {
  const items = [...text.matchAll(ITEM)];
  const first = items[0];
  const lastItem = items.at(-1);
  if (!first || !lastItem) return { rest: text, labelled: [] };
  const tail = text.slice(lastItem.index);
  const gap = /\n\s*\n/.exec(tail);
  const question = QUESTION_LABEL.exec(tail);
  const end = lastItem.index + Math.min(gap?.index ?? tail.length, question?.index ?? tail.length);
  return { rest: `${text.slice(0, first.index)}\n${text.slice(end)}`, labelled: [text.slice(first.index, end)] };
}

/** `[1] …` and `Document 2: …` at the start of lines part a context into passages. */
function splitPassages(text: string): readonly Passage[] {
  const items = [...text.matchAll(ITEM)];
  const head = text.slice(0, items[0]?.index ?? text.length).trim();
  const passages = items.map((item, at) => {
    const body = text.slice(item.index + item[0].length, items[at + 1]?.index ?? text.length);
    return { marker: markerOf(item[1] ?? ''), text: body.trim() };
  });
  return head === '' ? passages : [{ marker: '', text: head }, ...passages];
}

function markerOf(label: string): string {
  if (label.startsWith('[')) return label;
  const name = label.replace(/^(?:document|doc|passage|source|chunk|result)\s*#?/i, '').replace(/[%:[\]\s]/g, '');
  return `[${name}]`;
}

function questionIn(text: string): string {
  const label = QUESTION_LABEL.exec(text);
  if (label) return (text.slice(label.index + label[0].length).split(/\n\s*\n|\n(?=[A-Z][a-z]+:)/)[0] ?? '').trim();
  const end = text.slice(-LONGEST_QUESTION);
  const asked = sentencesOf(end).filter((sentence) => sentence.endsWith('?'));
  return (asked.at(-1) ?? end).trim();
}
