import { seededRng } from '@cairn/kernel';
import { NOT_PRESENTED } from '@cairn/psychometrics';
import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { difficultyOf, type ItemAnalysis, type ItemReport } from './analysis.ts';
import { affordableRows } from './fit-reports.ts';
import { FIRST_ORDER, ordered, pressed } from './item-order.ts';
import type { ModelChoice } from './messages.ts';
import { readSheet } from './reading/read-sheet.ts';
import { sampleFile } from './sample.ts';

const analysed = async (text: string, model: ModelChoice = 'automatic'): Promise<ItemAnalysis> =>
  analyse(await readSheet(new Blob([text]), () => undefined), model, () => undefined);

const lines = (count: number, line: (i: number) => string) => Array.from({ length: count }, (_, i) => line(i)).join('');
const remarksOf = ({ remarks }: ItemAnalysis) =>
  remarks.flatMap(({ text, details = [] }) => [text, ...details]).join('\n');

const sample = await analysed(sampleFile());
const kindsOf = (id: string) => sample.items.find((item) => item.id === id)?.flags.map(({ kind }) => kind) ?? [];
const one = (analysis: ItemAnalysis, id: string): ItemReport => {
  const item = analysis.items.find((report) => report.id === id);
  if (!item) throw new RangeError(`no item ${id}`);
  return item;
};

describe('the sample', () => {
  it.each([
    ['q07', 'key-suspect'],
    ['q15', 'negative-discrimination'],
    ['q11', 'dead-distractor'],
    ['q19', 'dif'],
    ['q03', 'too-easy'],
  ])('has what was planted in %s: %s', (id, kind) => {
    expect(kindsOf(id)).toContain(kind);
  });

  it('has few other flags: a flag that is always up says nothing', () => {
    const planted = ['q03', 'q07', 'q11', 'q15', 'q19'];

    expect(sample.items.filter(({ id, flags }) => flags.length > 0 && !planted.includes(id))).toEqual([]);
  });

  it('names the option that rivals the key, and the group that is worse off', () => {
    expect(one(sample, 'q07').flags[0]?.sentence).toMatch(/^Option B goes with ability better than the key/);
    expect(one(sample, 'q19').flags[0]?.sentence).toContain('harder for “evening” than for “day”');
  });

  it('has curves whose intervals hold the model, and options whose shares sum to all', () => {
    const { observed, options, parameters, errors } = one(sample, 'q04');

    expect(observed).toHaveLength(10);
    expect(observed.every(({ low, share, high }) => low <= share && share <= high)).toBe(true);
    expect(options.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(options.every(({ byFifth }) => byFifth.length === 5)).toBe(true);
    expect(parameters?.a).toBeGreaterThan(1);
    expect(errors.b).toBeGreaterThan(0);
  });

  it('is analysed with the model that was asked for', async () => {
    const rasch = await analysed(sampleFile(), 'rasch');

    expect(sample.model?.name).toBe('2pl');
    expect(rasch.model?.name).toBe('rasch');
    for (const { parameters, errors } of rasch.items) {
      expect(parameters?.a).toBeCloseTo(1, 10);
      expect(errors.a).toBeUndefined();
    }
  });
});

describe('a file that is not as expected', () => {
  const mixed = (i: number) => `${i % 2},${i % 3 ? 1 : 0},${(i * 7) % 5 > 1 ? 1 : 0}`;

  it('of one person is counted, and no model pretends', async () => {
    const found = await analysed('q1,q2\n1,0\n');

    expect(found.model).toBeUndefined();
    expect(remarksOf(found)).toContain('one person');
    expect(found.items.map(({ answers }) => answers)).toEqual([1, 1]);
  });

  it('with a question that everybody got right leaves it out of the model and says so', async () => {
    const found = await analysed(`q1,q2,q3,same\n${lines(60, (i) => `${mixed(i)},1\n`)}`);

    expect(one(found, 'same').parameters).toBeUndefined();
    expect(one(found, 'same').flags.map(({ kind }) => kind)).toEqual(['constant']);
    expect(one(found, 'q1').parameters).toBeDefined();
    expect(remarksOf(found)).toContain('“same”: everybody got the same points');
  });

  it('in which everybody is right everywhere says that nothing can be said', async () => {
    const found = await analysed(`q1,q2\n${lines(50, () => '1,1\n')}`);

    expect(found.model).toBeUndefined();
    expect(remarksOf(found)).toContain('Everybody gave the same answers');
  });

  it('in blocks that share no person names them', async () => {
    const found = await analysed(
      `a1,a2,b1,b2\n${lines(80, (i) => (i % 2 ? `${(i >> 1) % 2},${i % 3 ? 1 : 0},,\n` : `,,${(i >> 1) % 2},${i % 5 ? 1 : 0}\n`))}`,
    );

    expect(found.model).toBeUndefined();
    expect(remarksOf(found)).toContain('2 blocks of questions share no person');
    expect(remarksOf(found)).toContain('“a1” and “a2”\n“b1” and “b2”');
  });

  it('with part scores gets steps instead of one difficulty', async () => {
    const found = await analysed(`q1,q2,parts\n${lines(300, (i) => `${mixed(i).slice(0, 3)},${(i * 7) % 3}\n`)}`);

    expect(one(found, 'parts').maximum).toBe(2);
    expect(one(found, 'parts').parameters?.kind).toBe('partial-credit');
  });

  it('with a small group does not compare groups, and says from when on it does', async () => {
    const found = await analysed(
      `person,group,q1,q2,q3\n${lines(60, (i) => `p${i},${i < 50 ? 'x' : 'y'},${mixed(i)}\n`)}`,
    );

    expect(found.items.every(({ dif }) => dif === undefined)).toBe(true);
    expect(remarksOf(found)).toContain('“y” has 10 persons; groups are compared from 50 on');
  });

  it('of which a part is empty says how much holds an answer', async () => {
    const found = await analysed(
      `${Array.from({ length: 50 }, (_, j) => `q${j}`).join(',')}\n${lines(200, (i) => `${Array.from({ length: 50 }, (_, j) => (j === i % 50 || j === (i + 1) % 50 ? (i * 3) % 2 : '')).join(',')}\n`)}`,
    );

    expect(found.answered).toBeCloseTo(0.04, 10);
    expect(remarksOf(found)).toContain('Only 4 % of the cells hold an answer');
    expect(remarksOf(found)).toContain('The fit (S-X²) of no question could be tested');
  });
});

it('many persons on few questions are as well described as few persons', async () => {
  const rng = seededRng('many persons');
  const found = await analysed(
    `q1,q2,q3,q4\n${lines(80_000, () => {
      const theta = rng.normal();
      return `${[-1, 0, 0.5, 1].map((b) => (rng.next() < 1 / (1 + Math.exp(b - theta)) ? 1 : 0)).join(',')}\n`;
    })}`,
  );

  expect(found.model?.converged).toBe(true);
  expect(remarksOf(found)).toContain('rest on 20,000 of 80,000 persons');
  expect(found.items.map(({ parameters }) => (difficultyOf(parameters) ?? 9).toFixed(1))).toEqual([
    '-1.0',
    '0.0',
    '0.5',
    '1.0',
  ]);
});

describe('the fit', () => {
  it('is tested on the sets of questions that most persons share, as far as the budget goes', () => {
    const scores = Uint8Array.from([1, 0, 1, NOT_PRESENTED, 0, 1, 1, 1]);
    const responses = { persons: 4, items: 2, scores };

    expect(affordableRows(responses, 10)).toEqual([0, 2, 3, 1]);
    expect(affordableRows(responses, 10, 40)).toEqual([0, 2, 3]);
    expect(affordableRows(responses, 10, 0)).toEqual([0, 2, 3]);
  });
});

describe('the table', () => {
  it('starts with the gravest flags, turns round on a second press, and keeps what is unknown at the end', () => {
    const ids = (items: readonly ItemReport[]) => items.map(({ id }) => id);
    const unknown = { ...one(sample, 'q01'), id: 'none', parameters: undefined };
    const byDifficulty = pressed(FIRST_ORDER, 'b');

    expect(ids(ordered(sample.items, FIRST_ORDER)).slice(0, 2).sort()).toEqual(['q07', 'q15']);
    expect(ids(ordered([...sample.items, unknown], byDifficulty)).at(-1)).toBe('none');
    expect(ids(ordered([...sample.items, unknown], pressed(byDifficulty, 'b'))).at(-1)).toBe('none');
    expect(
      ids(
        ordered(
          [
            { ...unknown, id: 'q10' },
            { ...unknown, id: 'q9' },
          ],
          pressed(FIRST_ORDER, 'id'),
        ),
      ),
    ).toEqual(['q9', 'q10']);
  });
});

it('of many persons who were asked two questions each no slopes are learned', async () => {
  const rng = seededRng('two questions each');
  const names = Array.from({ length: 40 }, (_, j) => `q${j}`);
  const found = await analysed(
    `${names.join(',')}\n${lines(800, () => {
      const asked = new Set([rng.below(40), rng.below(40)]);
      return `${names.map((_, j) => (asked.has(j) ? rng.below(2) : '')).join(',')}\n`;
    })}`,
  );

  expect(found.model?.name).toBe('rasch');
});
