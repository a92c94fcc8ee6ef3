import { similarity } from './embedding.ts';
import type { Request } from './passages.ts';
import { sentimentOf } from './sentiment.ts';
import { subjectOf } from './subject.ts';

const ASKS =
  /\b(?:classify|categori[sz]e|label|sentiment|which (?:category|label|class|topic|intent|department|team)|assign)\b/i;
const LISTED =
  /(?:\b(?:as|into|to|of|labels?|categor(?:y|ies)|class(?:es)?|intents?|topics?|options?|departments?|from)\b[^:\n]{0,60}?:|\b(?:as|into|between)\b(?: (?:either|one of|exactly one of))?)\s*((?:["'`[]?[\w -]{1,30}["'`\]]?\s*(?:,|\||\/|;|\bor\b|\band\b)\s*)+(?:or |and )?["'`[]?[\w-]+(?: [\w-]+){0,2}["'`\]]?)/i;
const BULLETS =
  /\b(?:labels?|categories|classes|intents?|topics?|options?|departments?)\b[^\n]*:\s*\n((?:\s*[-*•\d][.)]?\s*[^\n]+\n?)+)/i;
const EXAMPLE =
  /^[ \t]*(?:text|review|input|message|ticket|email|sentence|question)\s*:\s*(.+)\n+[ \t]*(?:label|sentiment|category|class|output|intent|topic|answer|department)\s*:[ \t]*(\S.*)$/gim;

export interface Classified {
  readonly label: string;
}

/** The label that fits the text best, if the prompt asks for one and names at least two. */
export function classify(request: Request): Classified | undefined {
  const examples = [...request.raw.matchAll(EXAMPLE)].map(([, text = '', label = '']) => ({
    text,
    label: label.trim(),
  }));
  const labels = labelsIn(
    endsOf(request.raw),
    examples.map(({ label }) => label),
  );
  if (labels.length < 2 || !(ASKS.test(request.instruction) || examples.length > 0)) return undefined;
  const subject = examples.length > 0 ? lastSubject(request) : subjectOf(request);
  const scored = labels.map((label) => ({ label, score: scoreLabel(label, subject, examples, labels) }));
  scored.sort((a, b) => b.score - a.score);
  return { label: scored[0]?.label ?? '' };
}

/** In a prompt with examples, the text after the last one. */
function lastSubject({ raw }: Request): string {
  const inputs = [
    ...raw.matchAll(/^[ \t]*(?:text|review|input|message|ticket|email|sentence|question)\s*:\s*(.+)$/gim),
  ];
  return inputs.at(-1)?.[1] ?? raw;
}

/** Instructions stand at one of the ends; patterns that try many ways need not read a book between. */
const END_CHARACTERS = 3000;
const endsOf = (text: string): string =>
  text.length <= 2 * END_CHARACTERS ? text : `${text.slice(0, END_CHARACTERS)}\n${text.slice(-END_CHARACTERS)}`;

function labelsIn(text: string, seen: readonly string[]): readonly string[] {
  const bullets = BULLETS.exec(text)?.[1]
    ?.split('\n')
    .map((line) => line.replace(/^\s*[-*•\d]+[.)]?\s*/, '').split(/[:–—]| - /)[0] ?? '');
  const list = bullets ?? LISTED.exec(text)?.[1]?.split(/,|\||\/|;|\bor\b|\band\b/i) ?? [];
  const clean = [...list, ...seen]
    .map((label) => label.replace(/["'`[\].]/g, '').trim())
    .filter((label) => label !== '');
  return [...new Map(clean.map((label) => [label.toLowerCase(), label])).values()];
}

interface Example {
  readonly text: string;
  readonly label: string;
}

function scoreLabel(label: string, subject: string, examples: readonly Example[], labels: readonly string[]): number {
  const feeling = feelingScore(label, subject, labels);
  const own = examples.filter((example) => example.label.toLowerCase() === label.toLowerCase());
  const nearest = Math.max(0, ...own.map(({ text }) => similarity(text, subject)));
  return (feeling ?? similarity(label.replace(/[_-]/g, ' '), subject)) + nearest;
}

/** For labels that name a feeling: how well the text's sentiment fits; undefined for others. */
function feelingScore(label: string, subject: string, labels: readonly string[]): number | undefined {
  if (!labels.some((one) => /^(?:positive|negative)$/i.test(one))) return undefined;
  const { balance, strength } = sentimentOf(subject);
  if (/^positive$/i.test(label)) return balance;
  if (/^negative$/i.test(label)) return -balance;
  if (/^neutral$/i.test(label)) return strength === 0 ? 0.5 : 0.3 - Math.abs(balance);
  if (/^mixed$/i.test(label)) return strength >= 2 ? 0.6 - Math.abs(balance) : -1;
  return -1;
}
