import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readParameters } from './parameters-file.ts';
import { simulateCat } from './simulate-cat.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-irt-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function fileOf(content: unknown): Promise<string> {
  const file = join(folder, 'parameters.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('a file of item parameters', () => {
  it('is read as calibrate prints it, without the items that have no estimate', async () => {
    const file = await fileOf({
      model: 'grm',
      converged: true,
      items: [
        { id: 'q1', kind: 'graded', a: 1.1, thresholds: [-1, 0.5], se: { a: 0.1 }, answers: 200, flags: [] },
        { id: 'q2', kind: 'dichotomous', a: 0.9, b: 0.2, se: null, answers: 200, flags: [] },
        { id: 'q3', se: null, answers: 0, flags: ['unanswered'] },
      ],
    });

    expect((await readParameters(file)).items).toEqual([
      { id: 'q1', item: { kind: 'graded', a: 1.1, thresholds: [-1, 0.5] } },
      { id: 'q2', item: { kind: 'dichotomous', a: 0.9, b: 0.2, c: 0 } },
    ]);
  });

  it('is a plain list too, of Rasch items and of items that name their model', async () => {
    const file = await fileOf([
      { id: 7, b: -0.5 },
      { id: 'guessed', a: 1.2, b: 0, c: 0.2 },
      { id: 'parts', model: 'gpcm', a: 1, thresholds: [0, -1] },
    ]);

    expect((await readParameters(file)).items).toEqual([
      { id: '7', item: { kind: 'dichotomous', a: 1, b: -0.5, c: 0 } },
      { id: 'guessed', item: { kind: 'dichotomous', a: 1.2, b: 0, c: 0.2 } },
      { id: 'parts', item: { kind: 'partial-credit', a: 1, thresholds: [0, -1] } },
    ]);
  });

  it.each([
    ['{"items": [', 'is not valid JSON'],
    [{ parameters: [] }, 'holds no items; give what "cairn irt calibrate --json" printed'],
    [[{ id: 'x', b: 'hard' }], 'item 1, b: is not a number.'],
    [{ items: [{ id: 'x', b: 0 }, { b: 1 }] }, 'item 2, id: is missing.'],
    [[{ id: 'x', b: 0, c: 1 }], 'item 1, c: is not below 1.'],
    [[{ id: 'x', thresholds: [0, 1] }], 'item "x" has thresholds; say its model, grm or gpcm.'],
    [
      [
        { id: 'x', b: 0 },
        { id: 'x', b: 1 },
      ],
      'item "x" occurs twice; keep one of them.',
    ],
    [[], 'holds no item with parameters.'],
  ])('is refused in one sentence: %j', async (content, sentence) => {
    await expect(readParameters(await fileOf(content))).rejects.toThrow(sentence);
  });
});

describe('cairn irt simulate-cat', () => {
  async function run(file: string, ...options: string[]): Promise<string> {
    let printed = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += text;
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await simulateCat.parseAsync(['--parameters', file, ...options], { from: 'user' });
    return printed;
  }
  const items = Array.from({ length: 60 }, (_, j) => ({ id: `q${j}`, a: 1.5, b: (j - 30) / 12 }));

  it('prints how long the test takes, how far off it is and who sees what', async () => {
    const file = await fileOf({ items });

    const report = JSON.parse(await run(file, '--persons', '60', '--seed', '5', '--standard-error', '0.4', '--json'));

    expect(report).toMatchObject({ persons: 60, exposure: { limit: 0.25 } });
    expect(report.meanItems).toBeGreaterThan(5);
    expect(report.meanItems).toBeLessThan(20);
    expect(report.rmse).toBeLessThan(0.6);
    expect(Math.abs(report.bias)).toBeLessThan(0.2);
    expect(report.exposure.perItem).toHaveLength(60);
  });

  it('prints the same from the same seed and something else from another', async () => {
    const file = await fileOf({ items });

    const first = await run(file, '--seed', '5', '--persons', '20', '--json');
    const again = await run(file, '--seed', '5', '--persons', '20', '--json');
    const other = await run(file, '--seed', '6', '--persons', '20', '--json');

    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it.each([
    [['--persons', 'many'], '--persons many is not a whole number from 1 to 1000000.'],
    [['--exposure-limit', '0'], '--exposure-limit 0 is not a number from 0.01 to 1.'],
    [['--minimum-items', '70'], '--minimum-items 70 is not a whole number from 1 to 60.'],
  ])('refuses %j in one sentence', async (options, sentence) => {
    const file = await fileOf({ items });

    await expect(run(file, ...options)).rejects.toThrow(sentence);
  });
});
