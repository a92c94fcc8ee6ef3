import { parse as parseYaml } from 'yaml';
import { parseDiagram } from './diagram/parse.ts';
import { FigureBlock, LESSON_PARTS, type Lesson, type LessonBlock, LessonHead, type LessonPart } from './lesson.ts';

/** What is wrong with a lesson's text; `line` counts from 1. */
export type LessonFault = { readonly line: number; readonly message: string };

export type ParsedLesson =
  | { readonly lesson: Lesson; readonly faults: readonly [] }
  | { readonly lesson: undefined; readonly faults: readonly LessonFault[] };

/** A lesson takes five to ten minutes; a text beyond this is a book. */
const MAX_CHARACTERS = 60_000;

type Line = { readonly number: number; readonly text: string };

/**
 * A lesson's file in its parts: YAML between two lines of `---`, an opening, and the four parts by their headings, with
 * blocks of figures (fenced as `figure`) between the text.
 */
export function parseLesson(source: string): ParsedLesson {
  if (source.length > MAX_CHARACTERS)
    return failed(1, `The file has more than ${MAX_CHARACTERS} characters; split it.`);
  const lines = source.split(/\r?\n/).map((text, index) => ({ number: index + 1, text }));
  const close = lines.findIndex(({ text }, index) => index > 0 && text === '---');
  if (lines[0]?.text !== '---' || close < 0) {
    return failed(1, 'A lesson begins with its head, YAML between two lines of three hyphens.');
  }
  const head = readHead(lines.slice(1, close));
  const { opening, parts, faults } = readBody(lines.slice(close + 1));
  if (!head.value || faults.length > 0) return { lesson: undefined, faults: [...head.faults, ...faults] };
  return { lesson: { ...head.value, opening, parts }, faults: [] };
}

function failed(line: number, message: string): ParsedLesson {
  return { lesson: undefined, faults: [{ line, message }] };
}

type Head = { readonly value?: LessonHead; readonly faults: readonly LessonFault[] };

function readHead(lines: readonly Line[]): Head {
  const yaml = yamlOf(lines);
  if ('message' in yaml) return { faults: [yaml] };
  const head = LessonHead.safeParse(yaml.value);
  if (head.success) return { value: head.data, faults: [] };
  return {
    faults: head.error.issues.map(({ path, message }) => ({
      line: lines.find(({ text }) => text.startsWith(`${String(path[0])}:`))?.number ?? 2,
      message: path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message,
    })),
  };
}

function yamlOf(lines: readonly Line[]): { readonly value: unknown } | LessonFault {
  const text = lines.map((line) => line.text).join('\n');
  try {
    return { value: parseYaml(text, { maxAliasCount: 0, uniqueKeys: true }) };
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { line: lines[0]?.number ?? 1, message: `Not valid YAML: ${first.replace(/ at line \d+.*$/, '')}.` };
  }
}

type Body = Pick<Lesson, 'opening' | 'parts'> & { readonly faults: readonly LessonFault[] };

function readBody(lines: readonly Line[]): Body {
  const chapters = chaptersOf(lines);
  const [before, ...named] = chapters;
  const opening = (before?.lines ?? [])
    .map(({ text }) => text)
    .join('\n')
    .trim();
  const headings = named.map(({ heading }) => heading);
  const wanted = LESSON_PARTS.map(({ heading }) => heading);
  const last = lines.at(-1)?.number ?? 1;
  if (headings.join('|') !== wanted.join('|')) {
    const message = `The headings of a lesson are ${wanted.map((one) => `"## ${one}"`).join(', ')}, in this order; these are ${headings.map((one) => `"${one}"`).join(', ') || 'none'}.`;
    return { opening, parts: [], faults: [{ line: named[0]?.line ?? last, message }] };
  }
  const read = named.map(({ lines: inside }, index) => ({ part: LESSON_PARTS[index], ...blocksOf(inside) }));
  const empty =
    opening === ''
      ? [{ line: named[0]?.line ?? last, message: 'The opening, before the first heading, is empty.' }]
      : [];
  return {
    opening,
    parts: read.flatMap(({ part, blocks }): LessonPart[] => (part ? [{ ...part, blocks }] : [])),
    faults: [...empty, ...read.flatMap(({ faults }) => faults), ...diagramFaults(lines)],
  };
}

type Chapter = { readonly heading: string; readonly line: number; readonly lines: Line[] };

/** The text before the first heading of level two, and each heading with what follows it. Fenced code has no headings. */
function chaptersOf(lines: readonly Line[]): Chapter[] {
  const chapters: Chapter[] = [{ heading: '', line: lines[0]?.number ?? 1, lines: [] }];
  let isFenced = false;
  for (const line of lines) {
    if (line.text.startsWith('```')) isFenced = !isFenced;
    const heading = isFenced ? null : /^## +(.*\S)\s*$/.exec(line.text);
    if (heading) chapters.push({ heading: heading[1] ?? '', line: line.number, lines: [] });
    else chapters.at(-1)?.lines.push(line);
  }
  return chapters;
}

const FIGURE_FENCE = '```figure';

function blocksOf(lines: readonly Line[]): { blocks: LessonBlock[]; faults: LessonFault[] } {
  const blocks: LessonBlock[] = [];
  const faults: LessonFault[] = [];
  let text: string[] = [];
  const endText = () => {
    const joined = text.join('\n').trim();
    if (joined !== '') blocks.push({ kind: 'text', text: joined });
    text = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line?.text.trim() !== FIGURE_FENCE) {
      text.push(line?.text ?? '');
      continue;
    }
    endText();
    const length = lines.slice(at + 1).findIndex((one) => one.text.startsWith('```'));
    const read =
      length < 0
        ? { line: line.number, message: 'The figure is not closed.' }
        : figureOf(lines.slice(at + 1, at + 1 + length), line.number);
    if ('message' in read) faults.push(read);
    else blocks.push(read);
    at = length < 0 ? lines.length : at + 1 + length;
  }
  endText();
  return { blocks, faults };
}

/** What is wrong with blocks fenced as diagrams; they stay in the text, where Markdown draws them. */
function diagramFaults(lines: readonly Line[]): LessonFault[] {
  return lines.flatMap(({ text, number }, at): LessonFault[] => {
    if (text.trim() !== '```diagram') return [];
    const length = lines.slice(at + 1).findIndex((one) => one.text.startsWith('```'));
    if (length < 0) return [{ line: number, message: 'The diagram is not closed.' }];
    const inside = lines.slice(at + 1, at + 1 + length).map((one) => one.text);
    const parsed = parseDiagram(inside.join('\n'));
    return parsed.outcome === 'fault' ? [{ line: number + parsed.line, message: parsed.message }] : [];
  });
}

function figureOf(lines: readonly Line[], line: number): LessonBlock | LessonFault {
  const yaml = yamlOf(lines);
  if ('message' in yaml) return yaml;
  const block = FigureBlock.safeParse(yaml.value);
  if (block.success) return { kind: 'figure', ...block.data };
  const [issue] = block.error.issues;
  return { line, message: `figure ${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'not understood'}` };
}
