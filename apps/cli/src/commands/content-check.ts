import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ContentReport, checkContentRoot, loadContent, type StaleItem, staleItems } from '@cairn/content';
import { Day } from '@cairn/kernel';
import { Command } from 'commander';
import { UsageError } from '../failure.ts';
import { ROOT } from '../options.ts';
import { print } from '../output.ts';

type Options = { readonly json?: true; readonly stale?: true; readonly on: string };

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

export function describeReport({ files, items, labs, lessons, cards, faults, banks }: ContentReport): string {
  return [
    ...faults.map(({ file, line, message }) => `${file}:${line} ${message}`),
    ...banks.map(
      ({ certification, items: count, forms, keyLongestShare, keyLongestChance, blindSolveAgreement }) =>
        `${certification}: ${count} items, ${forms} full form${forms === 1 ? '' : 's'} without a shared item, key longest in ${percent(keyLongestShare)} (chance ${percent(keyLongestChance)}), blind solvers agreed on ${percent(blindSolveAgreement)}`,
    ),
    `${files} files, ${items} items, ${cards} cards, ${lessons} lessons, ${labs} labs, ${faults.length} fault${faults.length === 1 ? '' : 's'}.`,
  ].join('\n');
}

const describeStale = (stale: readonly StaleItem[], on: string): string =>
  [
    ...stale.map(({ id, reviewBy }) => `items/${id}.yaml:1 Its facts were to be checked again by ${reviewBy}.`),
    `${stale.length} item${stale.length === 1 ? '' : 's'} overdue on ${on}.`,
  ].join('\n');

/** Overdue items are work to do, not faults: the exit code stays 0. */
async function printStale(dir: string, { json, on }: Options): Promise<void> {
  if (!Day.safeParse(on).success) throw new UsageError(`"${on}" is not a day; write --on 2027-05-31.`);
  const { items } = await loadContent(dir);
  const stale = staleItems(
    items.map(({ item }) => item),
    on,
  );
  print(json ? JSON.stringify(stale) : describeStale(stale, on));
}

const check = new Command('check')
  .description('Validate every content file and report each fault with its line.')
  .argument('[dir]', 'content root', join(ROOT, 'content'))
  .option('--json', 'print the report as JSON, for editors and CI')
  .option('--stale', 'list the items whose facts are to be checked again, instead')
  .option('--on <day>', 'with --stale: as if today were this day', new Date().toISOString().slice(0, 10))
  .action(async (dir: string, options: Options) => {
    const isFolder = await stat(dir).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder)
      throw new UsageError(`There is no folder ${dir}; name the one that holds catalog/, exams/ and items/.`);
    if (options.stale) return printStale(dir, options);
    const report = await checkContentRoot(dir);
    print(options.json ? JSON.stringify(report) : describeReport(report));
    process.exitCode = report.faults.length > 0 ? 1 : 0;
  });

export const content = new Command('content').description('Work on questions and facts.').addCommand(check);
