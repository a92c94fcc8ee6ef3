import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ContentReport, checkContentRoot } from '@cairn/content';
import { Command } from 'commander';
import { UsageError } from '../failure.ts';
import { ROOT } from '../options.ts';
import { print } from '../output.ts';

type Options = { readonly json?: true };

const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

export function describeReport({ files, items, labs, faults, banks }: ContentReport): string {
  return [
    ...faults.map(({ file, line, message }) => `${file}:${line} ${message}`),
    ...banks.map(
      ({ certification, items: count, forms, keyLongestShare, keyLongestChance, blindSolveAgreement }) =>
        `${certification}: ${count} items, ${forms} full form${forms === 1 ? '' : 's'} without a shared item, key longest in ${percent(keyLongestShare)} (chance ${percent(keyLongestChance)}), blind solvers agreed on ${percent(blindSolveAgreement)}`,
    ),
    `${files} files, ${items} items, ${labs} labs, ${faults.length} fault${faults.length === 1 ? '' : 's'}.`,
  ].join('\n');
}

const check = new Command('check')
  .description('Validate every content file and report each fault with its line.')
  .argument('[dir]', 'content root', join(ROOT, 'content'))
  .option('--json', 'print the report as JSON, for editors and CI')
  .action(async (dir: string, { json }: Options) => {
    const isFolder = await stat(dir).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder)
      throw new UsageError(`There is no folder ${dir}; name the one that holds catalog/, exams/ and items/.`);
    const report = await checkContentRoot(dir);
    print(json ? JSON.stringify(report) : describeReport(report));
    process.exitCode = report.faults.length > 0 ? 1 : 0;
  });

export const content = new Command('content').description('Work on questions and facts.').addCommand(check);
