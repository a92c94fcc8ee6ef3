import { blueprintOf } from '@cairn/content';
import { readFigure } from '@cairn/figures';
import { nearestName } from '@cairn/kernel';
import type { Lesson, LessonBlock } from '@cairn/lessons';
import { Command } from 'commander';
import { openContent } from '../content.ts';
import { UsageError } from '../failure.ts';
import { print } from '../output.ts';

type Options = { readonly json?: true };

/** Lessons in the order of the exam guides. */
async function lessonsInOrder(): Promise<readonly Lesson[]> {
  const { lessons, exams, catalog } = await openContent();
  const tasks = [...exams.values()].flatMap((profile) =>
    (blueprintOf(catalog, profile) ?? []).flatMap((domain) => domain.tasks?.map(({ id }) => id) ?? []),
  );
  return tasks.flatMap((id) => lessons.get(id)?.lesson ?? []);
}

/** @throws UsageError that says which exams or lessons there are */
function unknownName(what: string, asked: string, known: readonly string[]): UsageError {
  const near = nearestName(asked, known);
  return new UsageError(
    `There is no ${what} ${asked.slice(0, 40)}; ${near ? `did you mean ${near}?` : `there are ${known.join(', ')}.`}`,
  );
}

const examOf = ({ id }: Pick<Lesson, 'id'>): string => id.split('/')[0] ?? id;

const list = new Command('list')
  .description('Lessons, of one exam or of all.')
  .argument('[code]', 'exam, such as AIF-C01')
  .option('--json', 'print the lessons as JSON')
  .action(async (code: string | undefined, { json }: Options) => {
    const all = await lessonsInOrder();
    const asked = code?.trim().toLowerCase();
    const lessons = all.filter((lesson) => asked === undefined || examOf(lesson) === asked);
    if (asked !== undefined && lessons.length === 0) {
      throw unknownName('lesson of', asked, [...new Set(all.map(examOf))]);
    }
    const heads = lessons.map(({ id, title, summary, minutes, skills }) => ({ id, title, summary, minutes, skills }));
    const lines = heads.map(({ id, title, minutes }) => `${id}  ${title} (${minutes} minutes)`);
    print(json ? JSON.stringify({ lessons: heads }) : lines.join('\n') || 'There are no lessons yet.');
  });

const show = new Command('show')
  .description('A lesson as plain text, its figures in words.')
  .argument('<code/task>', 'such as AIF-C01/1.1')
  .option('--json', 'print the lesson as JSON')
  .action(async (name: string, { json }: Options) => {
    const all = await lessonsInOrder();
    const asked = name.trim().toLowerCase();
    const lesson = all.find(({ id }) => id === asked);
    if (lesson === undefined) {
      throw unknownName(
        'lesson',
        asked,
        all.map(({ id }) => id),
      );
    }
    print(json ? JSON.stringify(lesson) : textOf(lesson));
  });

function textOf({ id, title, summary, minutes, opening, parts, sources, reviewBy }: Lesson): string {
  return [
    `${title}\n${id.toUpperCase()}, ${minutes} minutes`,
    summary,
    plainText(opening),
    ...parts.flatMap(({ heading, blocks }) => [heading.toUpperCase(), ...blocks.map(blockText)]),
    `SOURCES (to be checked again by ${reviewBy})`,
    sources.map(({ url, title: page, checkedOn }) => `${page}, checked on ${checkedOn}\n  ${url}`).join('\n'),
  ].join('\n\n');
}

/** A terminal shows no emphasis, and a diagram as the sentence that stands for it. */
const plainText = (markdown: string): string =>
  markdown.replace(/```diagram\nalt: (.*)\n[^`]*```/g, '[Diagram] $1').replaceAll('**', '');

function blockText(block: LessonBlock): string {
  if (block.kind === 'text') return plainText(block.text);
  const figure = readFigure(block.figure, block.params);
  const words = figure.outcome === 'read' ? figure.textAlternative : figure.message;
  return `[Figure: ${figure.title ?? block.figure}] ${block.caption}\n${words}`;
}

export const lesson = [list, show].reduce(
  (command, child) => command.addCommand(child),
  new Command('lesson').description('Lessons as plain text; the web shows them with their figures and checks.'),
);
