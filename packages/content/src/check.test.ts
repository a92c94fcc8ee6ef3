import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContentRoot } from './check.ts';
import type { Fault } from './fault.ts';

const CONTENT = fileURLToPath(new URL('../../../content', import.meta.url));

/** The catalog and one bank: enough to find each fault. The whole is checked by tools/content-quality.test.ts. */
const isTried = (path: string) =>
  !/^(labs|(items|exams|lessons|sheets)\/(?!aif-c01|services))/.test(relative(CONTENT, path));

/** A few questions of that bank: a fault of one file is found beside these as beside all, and many times faster. */
const isFew = (path: string) =>
  isTried(path) && !/^(cards|lessons|items\/aif-c01\/(?!d)[^/]*$)/.test(relative(CONTENT, path));

let root: string;
let whole: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cairn-content-'));
  whole = await mkdtemp(join(tmpdir(), 'cairn-content-'));
  await cp(CONTENT, root, { recursive: true, filter: isFew });
  await cp(CONTENT, whole, { recursive: true, filter: isTried });
});
afterAll(async () => {
  for (const copy of [root, whole]) await rm(copy, { recursive: true, force: true });
});

const saidOf = (faults: readonly Fault[], file: string): string =>
  faults
    .filter((fault) => fault.file === file)
    .map(({ line, message }) => `${line}: ${message}`)
    .join('\n');

/** Changes one file of the copy, checks the whole, and puts it back. */
async function faultsAfter(file: string, change: (text: string) => string): Promise<string> {
  const path = join(root, file);
  const text = await readFile(path, 'utf8');
  await writeFile(path, change(text));
  const { faults } = await checkContentRoot(root);
  await writeFile(path, text);
  return saidOf(faults, file);
}

type FaultyItem = readonly [what: string, change: (text: string) => string, message: RegExp];

/** Each change is made to a copy of this item. */
const ITEM = 'items/aif-c01/drift-01.yaml';
const FAULTY_ITEMS: readonly FaultyItem[] = [
  [
    'an unknown task, with the nearest one',
    (text) => text.replace('aif-c01/1.3', 'aif-c01/1.9'),
    /Unknown task "aif-c01\/1.9"; did you mean/,
  ],
  ['an unknown skill', (text) => text.replace('- mlops', '- mlopps'), /Unknown skill "mlopps"; did you mean "mlops"/],
  [
    'an id that is not the path',
    (text) => text.replace(/^id: .*/m, 'id: aif-c01/drift-02'),
    /the path says "aif-c01\/faulty-\d"/,
  ],
  ['a missing blind solve', (text) => text.replace(/^review:\n( .*\n)+/m, ''), /without seeing the key/],
  ['a blind solver who disagreed', (text) => text.replace('agreed: true', 'agreed: false'), /disagreed/],
  [
    'a former name',
    (text) => text.replace('A demand model', 'A Kinesis Data Firehose demand model'),
    /is called "Amazon Data Firehose" today/,
  ],
  [
    'a closed service without its status',
    (text) => text.replace('A demand model', 'An Amazon Forecast demand model'),
    /Closed to new customers/,
  ],
  [
    'a second key',
    (text) => text.replace('id: leakage', 'correct: true\n      id: leakage'),
    /mark one choice with correct: true; 2 are marked/,
  ],
  ['broken YAML', (text) => text.replace('question:', 'question: ['), /Not valid YAML/],
];
const faultyFile = (index: number) => `items/aif-c01/faulty-${index}.yaml`;

describe('one bank of this repository', () => {
  it('has no fault, and fills a full form with items that a blind solver agreed on', async () => {
    const { faults, banks } = await checkContentRoot(whole);

    expect(faults).toEqual([]);
    expect(banks).toMatchObject([{ certification: 'AIF-C01', blindSolveAgreement: 1 }]);
    expect(banks[0]?.forms).toBeGreaterThanOrEqual(1);
  });
});

describe('a fault', () => {
  let faults: readonly Fault[];
  beforeAll(async () => {
    const text = await readFile(join(root, ITEM), 'utf8');
    const ofIndex = (index: number) => text.replace(/^id: .*/m, `id: aif-c01/faulty-${index}`);
    const files = FAULTY_ITEMS.map(([, change], index) => ({ file: faultyFile(index), text: change(ofIndex(index)) }));
    for (const { file, text: faulty } of files) await writeFile(join(root, file), faulty);
    ({ faults } = await checkContentRoot(root));
    for (const { file } of files) await rm(join(root, file));
  });

  it.each(FAULTY_ITEMS.map(([what, , message], index) => ({ what, message, file: faultyFile(index) })))(
    'is found: $what',
    ({ file, message }) => {
      expect(saidOf(faults, file)).toMatch(message);
    },
  );

  it('is found in the catalog, at its line', async () => {
    const file = 'catalog/certifications/aif-c01.yaml';

    const said = await faultsAfter(file, (text) => text.replace(/weight: 20\b/, 'weight: 21'));

    expect(said).toMatch(/weights sum to 101/);
  });

  it('of a bank that cannot fill a form says what is missing', async () => {
    const file = 'exams/aif-c01.yaml';

    const said = await faultsAfter(file, (text) => text.replace('questions: 65', 'questions: 95'));

    expect(said).toMatch(/domain/i);
  });
});
