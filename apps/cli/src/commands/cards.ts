import { readFile, writeFile } from 'node:fs/promises';
import type { CardPage, CardsImported, StudyCard } from '@cairn/contract';
import type { LocalApi } from '@cairn/server';
import { Command } from 'commander';
import { UsageError } from '../failure.ts';
import { withApi } from '../local-api.ts';
import { dataOption, existingFile } from '../options.ts';
import { print, remark } from '../output.ts';

type ListOptions = {
  readonly data: string;
  readonly exam?: string;
  readonly state?: string;
  readonly words?: string;
  readonly json?: true;
};

const PAGE = 100;
/** A list beyond this is an export. */
const MOST = 5000;

const list = new Command('list')
  .description('List cards, with what is remembered of them.')
  .option('--exam <code>', 'only the cards of this exam')
  .option('--state <state>', 'new, learning, review, due or suspended')
  .option('--words <words>', 'only cards that hold these words')
  .addOption(dataOption())
  .option('--json', 'print them as JSON')
  .action(async ({ data, json, ...filter }: ListOptions) => {
    const { cards, total } = await withApi(data, (api) => readAll(api, filter));
    if (json) return print(JSON.stringify(cards));
    for (const card of cards) print(lineOf(card));
    remark(cards.length < total ? `the first ${cards.length} of ${total} cards` : `${total} cards`);
  });

async function readAll(api: LocalApi, { exam, state, words }: Omit<ListOptions, 'data'>) {
  const cards: StudyCard[] = [];
  for (;;) {
    const search = new URLSearchParams({ limit: String(PAGE), offset: String(cards.length) });
    for (const [key, value] of Object.entries({ exam, state, q: words })) if (value) search.set(key, value);
    const page = await api.call<CardPage>('GET', `/api/cards?${search}`);
    cards.push(...page.cards);
    const isEnd = page.cards.length === 0 || cards.length >= Math.min(page.total, MOST);
    if (isEnd) return { cards, total: page.total };
  }
}

function lineOf({ id, front, isSuspended, memory }: StudyCard): string {
  const due = memory === null ? 'new' : new Date(memory.dueAt).toISOString().slice(0, 10);
  return `${isSuspended ? 'suspended' : due}\t${id}\t${front.split('\n')[0]}`;
}

type ExportOptions = { readonly data: string; readonly exam?: string; readonly apkg: string };

const exportCards = new Command('export')
  .description('Write cards as an Anki package, with their schedule.')
  .requiredOption('--apkg <file>', 'file to write')
  .option('--exam <code>', 'only the cards of this exam')
  .addOption(dataOption())
  .action(async ({ data, exam, apkg }: ExportOptions) => {
    const search = exam === undefined ? '' : `?${new URLSearchParams({ exam })}`;
    const bytes = await withApi(data, async (api) => (await api.fetch(`/api/cards/export${search}`)).arrayBuffer());
    await writeFile(apkg, new Uint8Array(bytes)).catch((error: Error) => {
      throw new UsageError(`${apkg} cannot be written: ${error.message}.`);
    });
    print(`Wrote ${apkg}, ${Math.ceil(bytes.byteLength / 1024)} KB.`);
  });

type ImportOptions = { readonly data: string; readonly exam?: string; readonly json?: true };

const importCards = new Command('import')
  .description('Take over an Anki package. A second time it updates its cards and doubles none.')
  .argument('<file>', 'package (.apkg) to read, at most 50 MB')
  .option('--exam <code>', 'exam that the cards are for')
  .addOption(dataOption())
  .option('--json', 'print what was taken over as JSON')
  .action(async (file: string, { data, exam, json }: ImportOptions) => {
    const body = await readFile(existingFile(file, 'package')).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`${file} cannot be read (${error.code}); give the path of an .apkg file.`);
    });
    const search = exam === undefined ? '' : `?${new URLSearchParams({ exam })}`;
    const done = await withApi(data, async (api) => {
      const headers = { 'content-type': 'application/octet-stream' };
      const answer = await api.fetch(`/api/cards/import${search}`, { method: 'POST', headers, body });
      return (await answer.json()) as CardsImported; // the contract's type
    });
    if (json) return print(JSON.stringify(done));
    print(
      `${done.added} added, ${done.updated} updated, ${done.own} recognised, ${done.scheduled} schedules taken over.`,
    );
    for (const { sentence } of done.loss) remark(sentence);
  });

export const cards = [list, exportCards, importCards].reduce(
  (command, child) => command.addCommand(child),
  new Command('cards').description('Cards: list them, and take them to Anki and back.'),
);
