import type { SearchAnswer, SearchKind } from '@cairn/contract';
import { Command } from 'commander';
import { UsageError } from '../failure.ts';
import { withApi } from '../local-api.ts';
import { dataOption } from '../options.ts';
import { print } from '../output.ts';

type Options = { readonly data: string; readonly kind?: string; readonly limit: string; readonly json?: true };

const HEADINGS: Readonly<Record<SearchKind, string>> = {
  lesson: 'Lessons',
  term: 'Terms',
  card: 'Cards',
  question: 'Questions answered before',
  lab: 'Labs',
  certification: 'Certifications',
  role: 'Roles',
  faq: 'Answers',
};

const WIDTH = 100;

const textOf = (pieces: SearchAnswer['groups'][number]['results'][number]['title']) =>
  pieces.map(({ text }) => text).join('');

const shortened = (text: string) => (text.length <= WIDTH ? text : `${text.slice(0, WIDTH - 1)}…`);

function openingOf({ query, match, searchedFor, total }: SearchAnswer): string[] {
  if (match === 'none') return [`Nothing was found for "${query}". Try fewer or other words.`];
  if (match === 'corrected') return [`Nothing holds "${query}"; this is what was found for "${searchedFor}".`];
  return match === 'some' ? [`Nothing holds all of these words; ${total} hold some of them.`] : [];
}

function describe(answer: SearchAnswer): string {
  const groups = answer.groups.flatMap(({ kind, total, results }) => [
    '',
    `${HEADINGS[kind]}${total > results.length ? ` (${results.length} of ${total})` : ''}`,
    ...results.flatMap(({ title, snippet, link }) => [
      `  ${shortened(textOf(title))}  ${link}`,
      `    ${shortened(textOf(snippet))}`,
    ]),
  ]);
  return [...openingOf(answer), ...groups].join('\n').trim();
}

function addressOf(words: readonly string[], { kind, limit }: Options): string {
  const query = new URLSearchParams({ q: words.join(' '), limit, ...(kind !== undefined && { kind }) });
  return `/api/search?${query.toString()}`;
}

export const search = new Command('search')
  .description('Search lessons, terms, labs, certifications, and cards and questions that you have met.')
  .argument('<words...>', 'what to look for; the last word may be unfinished')
  .option('--kind <kind>', `only one kind: ${Object.keys(HEADINGS).join(', ')}`)
  .option('--limit <number>', 'results of each kind, 1 to 100', '5')
  .addOption(dataOption())
  .option('--json', 'print the whole answer as JSON')
  .action(async (words: readonly string[], options: Options) => {
    if (options.kind !== undefined && !Object.hasOwn(HEADINGS, options.kind)) {
      throw new UsageError(`--kind ${options.kind} is unknown; give one of ${Object.keys(HEADINGS).join(', ')}.`);
    }
    await withApi(options.data, async (api) => {
      await api.renewSearch();
      const answer = await api.call<SearchAnswer>('GET', addressOf(words, options));
      print(options.json ? JSON.stringify(answer) : describe(answer));
    });
  });
