import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BankReport, ContentReport } from '@cairn/content';
import { describe, expect, it } from 'vitest';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const FILE = join(ROOT, 'docs', 'content-quality.md');

/** What the built program says of the whole content. Faults are an exit code of 1, and are told all the same. */
async function contentReport(): Promise<ContentReport> {
  const args = [join(ROOT, 'apps', 'cli', 'dist', 'main.js'), 'content', 'check', '--json'];
  const said = await new Promise<string>((done, failed) => {
    execFile(process.execPath, args, { maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      stdout === '' ? failed(new Error(stderr, { cause: error })) : done(stdout),
    );
  });
  return JSON.parse(said);
}
const { banks, faults } = await contentReport();

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name.replace(/^.*\//, '')}: ${count}`)
    .join(', ');

const overview = table(
  ['bank', 'items', 'scenarios', 'forms without a shared item', 'blind solvers agreed', 'Angoff mean (range)'],
  banks.map(({ certification, items, scenarios, forms, blindSolveAgreement, angoff }) => [
    certification,
    items,
    percent(scenarios / items),
    forms,
    percent(blindSolveAgreement),
    `${angoff.mean.toFixed(2)} (${angoff.min.toFixed(2)}–${angoff.max.toFixed(2)})`,
  ]),
);
const counts = table(
  ['bank', 'questions by domain', 'items by type', 'items by level'],
  banks.map(({ certification, byDomain, byType, byLevel }) => [
    certification,
    listed(byDomain),
    listed(byType),
    listed(byLevel),
  ]),
);
const strategies = banks[0]?.guessed.map(({ strategy }) => strategy) ?? [];
const guesses = table(
  ['bank', 'chance', ...strategies],
  banks.map(({ certification, chancePercent, guessed }) => [
    certification,
    chancePercent.toFixed(1),
    ...guessed.map((guess) => guess.percent.toFixed(1)),
  ]),
);

const page = `# How good the questions are

Made from the content by \`tools/content-quality.test.ts\`; after a change, run it with \`-u\`.

Each item was written from documentation, then solved by somebody who saw the stem and the options without the key. An item on which the solver disagreed, had a second answer that can be defended, or was unsure, was rewritten and solved again, or dropped. An agreement of 100 % is therefore a rule, not a result: no other item is shipped.

${overview}

Types that an exam does not use are labelled, and stand in practice only. The difficulty is the Angoff rating: the chance that somebody who just passes answers right. It is a judgement until enough real answers are there.

## What is asked

${counts}

## What guessing earns

Percent of the points, by rules that know no subject (\`cairn exam solve CODE --strategy …\`): the longest option, the shortest, the one that repeats most words of the stem, the one least or most like the others, the first, any. \`cairn content check\` fails when a rule earns more than 5 points above chance.

${guesses}
`;

/** Half of the banks for an associate or above are to be scenarios; these are below. */
const FOUNDATIONAL = /^(AIF-C01|AI-901)$/;
const isHarder = ({ certification }: BankReport) => !FOUNDATIONAL.test(certification);

describe('the quality of the content', () => {
  it('is without a fault in any file', () => {
    expect(faults.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
  });

  it('in the docs is what the content says', async () => {
    await expect(page).toMatchFileSnapshot(FILE);
  });

  it.each(banks.filter(isHarder).map((bank) => [bank.certification, bank] as const))(
    '%s has scenarios in half of its items or more',
    (_, { scenarios, items }) => {
      expect(scenarios / items).toBeGreaterThanOrEqual(0.5);
    },
  );
});
