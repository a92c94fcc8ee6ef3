import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkContentRoot } from '@cairn/content';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scaffold } from './new.mjs';

const REPOSITORY = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the rows add to, as it stands in this repository: a registry that changes its shape fails here. */
const TOUCHED = [
  'content',
  'packages/contract/src/index.ts',
  'packages/contract/src/open-api.ts',
  'packages/db/migrations',
  'packages/exam/src/sample-bank.ts',
  'packages/exam/src/solve/respond.ts',
  ...['simple-types', 'simple-views', 'simple-answering', 'testing', 'example-questions'].map(
    (name) => `packages/question-types/src/${name}.ts`,
  ),
  'apps/cli/src/main.ts',
  'apps/server/src/features.ts',
  'apps/web/src/exam/exam-words.ts',
];

/** Of the content the catalog and a few questions of one bank, which is enough to check what is made. */
const isTried = (path: string) =>
  !/^content\/(labs|cards|lessons|sheets|(items|exams)\/(?!aif-c01)|items\/aif-c01\/(?!d))/.test(
    relative(REPOSITORY, path),
  );

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cairn-new-'));
  for (const path of TOUCHED) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    cpSync(join(REPOSITORY, path), join(root, path), { recursive: true, filter: isTried });
  }
  // A certification that nobody will ever add an exam for.
  const certification = read('content/catalog/certifications/aif-c01.yaml').replaceAll('AIF-C01', 'TST-T99');
  writeFileSync(join(root, 'content/catalog/certifications/tst-t99.yaml'), certification);
});
afterEach(() => rmSync(root, { recursive: true }));

const add = (thing: string | undefined, name?: string) => scaffold({ root, thing, name, today: '2026-11-21' });
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('npm run new', () => {
  it('leaves no placeholder in any file', () => {
    const rows: [string, string][] = [
      ['question-type', 'made-by-a-test'],
      ['item', 'aif-c01/made-by-a-test-01'],
      ['command', 'made-by-a-test'],
      ['endpoint', 'made-by-a-test'],
      ['exam', 'tst-t99'],
      ['migration', 'made-by-a-test'],
    ];

    const created = rows.flatMap(([thing, name]) => add(thing, name).created);

    expect(created.length).toBeGreaterThan(rows.length);
    for (const path of created) expect(`${path}\n${read(path)}`).not.toMatch(/\{\{|NAME|NUMBER|\.tmpl|undefined/);
  });

  it('enters a question type wherever the kinds are listed', () => {
    const { changed } = add('question-type', 'made-by-a-test');

    expect(changed).toHaveLength(8);
    for (const path of changed) expect(read(path), path).toContain('made-by-a-test');
    expect(read('packages/question-types/src/simple-types.ts')).toContain('  madeByATest,\n] as const;');
    expect(read('packages/question-types/src/simple-views.ts')).toContain("viewOf('made-by-a-test', MadeByATestView)");
  });

  it('enters a command, an endpoint and its routes once each', () => {
    add('command', 'made-by-a-test');
    add('endpoint', 'made-by-a-test');

    expect(read('apps/cli/src/main.ts')).toContain(
      "  'made-by-a-test': async () => (await import('./commands/made-by-a-test.ts')).madeByATest,\n};",
    );
    expect(read('packages/contract/src/open-api.ts').match(/getMadeByATest,/g)).toHaveLength(1);
    expect(read('packages/contract/src/index.ts').endsWith("export * from './made-by-a-test-routes.ts';\n")).toBe(true);
    expect(read('apps/server/src/features.ts')).toContain('    madeByATestRoutes(deps),\n  ];');
  });

  it('numbers a migration after the last one', () => {
    const [first = ''] = add('migration', 'made-by-a-test').created;
    const [second = ''] = add('migration', 'made-by-another-test').created;

    const numberOf = (path: string) => Number(/migrations\/(\d{4})_made_by_a/.exec(path)?.[1]);
    expect(numberOf(first)).toBeGreaterThan(1);
    expect(numberOf(second)).toBe(numberOf(first) + 1);
  });

  it('makes an item that parses and that nobody can forget to finish', async () => {
    add('item', 'aif-c01/made-by-a-test-01');

    const { faults } = await checkContentRoot(join(root, 'content'));

    const own = faults.filter(({ file }) => file === 'items/aif-c01/made-by-a-test-01.yaml');
    expect(own.map(({ message }) => message)).toEqual([expect.stringContaining('Nobody has solved it')]);
  });

  it('makes an exam from the catalog, whose zeros are faults until they are filled in', async () => {
    add('exam', 'tst-t99');

    const { faults } = await checkContentRoot(join(root, 'content'));

    const own = faults.filter(({ file }) => file === 'exams/tst-t99.yaml').map(({ message }) => message);
    expect(own).toContainEqual(expect.stringMatching(/^minutes: /));
    expect(own).toContainEqual(expect.stringMatching(/^form\.questions: /));
    expect(read('content/exams/tst-t99.yaml')).toContain('code: TST-T99\n');
  });
});

describe('npm run new refuses, in one sentence', () => {
  it.each([
    ['an unknown thing', 'lab', 'x', /one of question-type, item, command, endpoint, exam, migration\.$/],
    ['a thing without a name', 'command', undefined, /^Write npm run new <thing> <name>/],
    ['a name with capitals', 'command', 'List', /^"List" does not name a new command/],
    ['a name that leaves its folder', 'command', '../evil', /does not name a new command/],
    ['an item without a bank', 'item', 'inference-modes-01', /aif-c01\/inference-modes-01\.$/],
    ['an item of an exam that is not there', 'item', 'zzz-001/a-01', /npm run new exam zzz-001\.$/],
    ['an exam that the catalog does not know', 'exam', 'zzz-001', /content\/catalog\/certifications\/zzz-001\.yaml/],
    ['a word of JavaScript', 'command', 'import', /add a second word\.$/],
    ['what is there already', 'exam', 'aif-c01', /^content\/exams\/aif-c01\.yaml is there already/],
  ])('%s', (_what, thing, name, sentence) => {
    expect(() => add(thing, name)).toThrow(sentence);
  });

  it('a registry that has changed its shape, and writes nothing then', () => {
    rmSync(join(root, 'apps/cli/src/main.ts'));
    cpSync(join(root, 'packages/contract/src/index.ts'), join(root, 'apps/cli/src/main.ts'));

    expect(() => add('command', 'made-by-a-test')).toThrow(/^apps\/cli\/src\/main\.ts has no line like/);
    expect(existsSync(join(root, 'apps/cli/src/commands/made-by-a-test.ts'))).toBe(false);
  });
});
