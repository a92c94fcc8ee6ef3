import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planAws } from './command/plan.ts';
import { parseShorthand, ShorthandError } from './command/shorthand.ts';
import { completions } from './help/completions.ts';
import { matches } from './s3/filters.ts';
import { VirtualFolder } from './shell/folder.ts';
import { parseCommandLine } from './shell/parse-script.ts';
import { Shell } from './shell/shell.ts';
import { testModel } from './testing/models.ts';
import { runAll } from './testing/run-all.ts';

const PIECES = [
  'aws ',
  'kinesis ',
  'create-stream ',
  '--stream-name ',
  's3 cp ',
  "'",
  '"',
  '`',
  '$(',
  ')',
  '${',
  '}',
  '\\',
  '\n',
  '<<E\n',
  'E\n',
  '>',
  '2>&1',
  '&&',
  '||',
  ';',
  '|',
  '#',
  ' ',
  'a=',
  '{',
  '[',
  ',',
  '\f',
  'é',
  '$X',
  '--',
];
const line = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 30 })
  .map((all) => all.join(''));
const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      'kinesis',
      'put-record',
      's3',
      'ls',
      'wait',
      '--data',
      '--stream-name',
      '--records',
      '--query',
      '--',
      'help',
      '[]',
      '{}',
      'a=b',
      'file://x',
      '--cli-input-json',
      '--generate-cli-skeleton',
      '--max-items',
      '1',
    ),
    fc.string({ maxLength: 6 }),
  ),
  { maxLength: 8 },
);
const files = new VirtualFolder();

describe('whatever is typed', () => {
  it('is read to an outcome', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(['script', 'incomplete', 'refused']).toContain(parseCommandLine(text).kind);
        completions(text, text.length, testModel);
      }),
      { numRuns: 500 },
    );
  });

  it('is planned, or refused with a code', () => {
    fc.assert(
      fc.property(words, (argv) => {
        const plan = planAws(argv, testModel, { files });
        if (plan.kind === 'failure') expect([252, 253, 254, 255]).toContain(plan.exitCode);
      }),
      { numRuns: 500 },
    );
  });

  it('runs to an exit code', async () => {
    await fc.assert(
      fc.asyncProperty(line, async (text) => {
        const shell = new Shell({
          models: async (client) => testModel(client),
          sleep: async () => {},
          now: () => new Date(0),
        });
        const { code } = await runAll(shell, text, async () => ({}));
        expect(code).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps words in single quotes as they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 5 }), async (all) => {
        const shell = new Shell({
          models: async (client) => testModel(client),
          sleep: async () => {},
          now: () => new Date(0),
        });
        const quoted = all.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
        const { stdout } = await runAll(shell, `echo x ${quoted}`, async () => ({}));
        expect(stdout).toBe(`x ${all.join(' ')}\n`);
      }),
      { numRuns: 200 },
    );
  });

  it('is shorthand, or a fault that shows where', () => {
    const text = fc.array(fc.constantFrom('a', '=', ',', '[', ']', '{', '}', "'", '"', ' ', '\\', 'Key'), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(text, (parts) => {
        try {
          parseShorthand(parts.join(''), (address) => address);
        } catch (error) {
          expect(error).toBeInstanceOf(ShorthandError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('long input', () => {
  it.each([
    ['brackets', `aws kinesis put-records --records ${'[{a='.repeat(20_000)}`],
    ['commands in commands', '$('.repeat(10_000)],
    ['quotes', `echo ${"'a'".repeat(50_000)}`],
    ['commas', `aws kinesis add-tags-to-stream --stream-name a --tags ${'a,'.repeat(50_000)}`],
  ])('of %s is answered', async (_, text) => {
    const shell = new Shell({
      models: async (client) => testModel(client),
      sleep: async () => {},
      now: () => new Date(0),
    });

    expect((await runAll(shell, text, async () => ({}))).code).toBeGreaterThanOrEqual(0);
  });

  it('of stars is matched step by step', () => {
    expect(matches('a'.repeat(5_000), `${'*a'.repeat(200)}b`)).toBe(false);
  });
});
