import { escapeHtml } from './html.ts';
import { htmlToRuns, type OnLoss, type Run } from './html-to-runs.ts';
import { markdownToHtml } from './markdown-to-html.ts';

/** The parser's time grows with the square of the marks it meets; a card that somebody reads has fewer than these. */
const MOST_MARKS = 150;

/**
 * A field's HTML as inline Markdown: strong, emphasis and code stay, lines stay lines, everything else becomes its
 * text. Whatever the text looks like, Markdown shows it as it stands: what would be read as a mark is escaped.
 */
export function htmlToMarkdown(html: string, onLoss: OnLoss): string {
  const lines = tidyLines(htmlToRuns(html, onLoss));
  if (marksIn(lines) <= MOST_MARKS) {
    const meant = rendered(lines);
    for (const write of [same, escapeMarks, escapeAll]) {
      const markdown = marked(lines, EMPHASIS, write);
      if (markdownToHtml(markdown) === meant) return markdown;
    }
  }
  // Marks that touch so that no parser would tell them apart: the words matter more than their emphasis.
  return marked(lines, [], escapeAll);
}

function marksIn(lines: readonly (readonly Run[])[]): number {
  const runs = lines.flat();
  return runs.reduce((sum, { text }) => sum + (text.match(/[!&*<@[\\\]_`~]/g)?.length ?? 0), runs.length);
}

const same = (text: string) => text;

const escapeMarks = (text: string) => text.replace(/[&*<[\\\]_`~]/g, '\\$&');

/** Every sign that may be escaped: addresses, for one, have no mark but become links. */
const escapeAll = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/** Lines without spaces at their ends, never more than one empty line, none at the ends. */
function tidyLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run.text === '\n') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  const trimmed = lines.map((line) => trimLine(joinAlike(withoutDoubleSpaces(line))));
  const kept = trimmed.filter((line, index) => line.length > 0 || (trimmed[index - 1]?.length ?? 0) > 0);
  return kept.at(-1)?.length === 0 ? kept.slice(0, -1) : kept;
}

/** As a browser: spaces on both sides of a tag are one. Those in code stay, as far as Markdown can say it. */
function withoutDoubleSpaces(line: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of line) {
    const before = result.at(-1);
    const text = !run.code && before?.text.endsWith(' ') ? run.text.trimStart() : run.text;
    // Marks around nothing but space mean nothing.
    if (text.trim() === '') {
      if (text !== '') result.push({ text: ' ', strong: false, em: false, code: false });
    } else result.push({ ...run, text });
  }
  return result;
}

function joinAlike(line: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of line) {
    const before = result.at(-1);
    if (before && before.strong === run.strong && before.em === run.em && before.code === run.code) {
      result[result.length - 1] = { ...before, text: before.text + run.text };
    } else result.push(run);
  }
  return result;
}

function trimLine(line: readonly Run[]): Run[] {
  const runs = [...line];
  while (runs[0]?.text.trim() === '') runs.shift();
  while (runs.at(-1)?.text.trim() === '') runs.pop();
  return runs.map((run, index) => {
    const start = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === runs.length - 1 ? start.trimEnd() : start };
  });
}

type Wrap = (inner: string) => string;
type Marks = readonly (readonly ['strong' | 'em', Wrap])[];

const EMPHASIS: Marks = [
  ['strong', (inner) => `**${inner}**`],
  ['em', (inner) => `*${inner}*`],
];
const TAGS: Marks = [
  ['strong', (inner) => `<b>${inner}</b>`],
  ['em', (inner) => `<i>${inner}</i>`],
];

function marked(lines: readonly (readonly Run[])[], marks: Marks, write: (text: string) => string): string {
  const leaf = ({ text, code }: Run) => (code ? codeSpan(text) : write(text));
  return lines.map((line) => nest(line, marks, leaf)).join('\n');
}

/** What the Markdown has to say when it is read: the yardstick for it. */
function rendered(lines: readonly (readonly Run[])[]): string {
  const leaf = ({ text, code }: Run) => (code ? `<code>${escapeHtml(text)}</code>` : escapeHtml(text));
  return lines.map((line) => nest(line, TAGS, leaf)).join('<br>');
}

/** Consecutive runs that share a mark stand in one pair of it, with spaces at the ends moved out. */
function nest(runs: readonly Run[], marks: Marks, leaf: (run: Run) => string): string {
  const [first, ...rest] = marks;
  if (!first) return runs.map(leaf).join('');
  const [mark, wrap] = first;
  let result = '';
  for (let start = 0; start < runs.length; ) {
    const isMarked = runs[start]?.[mark] ?? false;
    let end = start + 1;
    while (end < runs.length && runs[end]?.[mark] === isMarked) end += 1;
    const inner = nest(runs.slice(start, end), rest, leaf);
    result += isMarked ? spacesOut(inner, wrap) : inner;
    start = end;
  }
  return result;
}

function spacesOut(inner: string, wrap: Wrap): string {
  const text = inner.trim();
  if (text === '') return inner;
  const start = inner.slice(0, inner.length - inner.trimStart().length);
  return start + wrap(text) + inner.slice(inner.trimEnd().length);
}

/** With more backticks around than stand together inside. */
function codeSpan(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, ticks) => Math.max(most, ticks.length), 0);
  const fence = '`'.repeat(longest + 1);
  const touches = text.startsWith('`') || text.endsWith('`') || (text.startsWith(' ') && text.endsWith(' '));
  return touches ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}
