import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calibrate } from './calibrate.ts';
import { score } from './score.ts';

/** LSAT section 6, a published teaching set: Bock & Lieberman (1970), 1,000 persons as patterns with their frequency. */
const LSAT6 = `q1,q2,q3,q4,q5,freq
0,0,0,0,0,3\n0,0,0,0,1,6\n0,0,0,1,0,2\n0,0,0,1,1,11\n0,0,1,0,0,1\n0,0,1,0,1,1\n0,0,1,1,0,3\n0,0,1,1,1,4
0,1,0,0,0,1\n0,1,0,0,1,8\n0,1,0,1,1,16\n0,1,1,0,1,3\n0,1,1,1,0,2\n0,1,1,1,1,15\n1,0,0,0,0,10\n1,0,0,0,1,29
1,0,0,1,0,14\n1,0,0,1,1,81\n1,0,1,0,0,3\n1,0,1,0,1,28\n1,0,1,1,0,15\n1,0,1,1,1,80\n1,1,0,0,0,16\n1,1,0,0,1,56
1,1,0,1,0,21\n1,1,0,1,1,173\n1,1,1,0,0,11\n1,1,1,0,1,61\n1,1,1,1,0,28\n1,1,1,1,1,298\n`;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-irt-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function fileOf(content: string, name = 'answers.csv'): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

/** What a command prints. Defaults are given each time: commander keeps an option's last value on the command. */
async function run(command: Command, ...args: string[]): Promise<string> {
  let printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await command.parseAsync(args, { from: 'user' });
  return printed;
}

const calibrated = async (csv: string, model: string, ...more: string[]) =>
  JSON.parse(await run(calibrate, await fileOf(csv), '--model', model, '--json', ...more));

describe('cairn irt calibrate', () => {
  it('prints what mirt finds for LSAT6 under Rasch: estimates, errors and likelihood', async () => {
    const result = await calibrated(LSAT6, 'rasch');

    expect(result).toMatchObject({ model: 'rasch', persons: 1000, converged: true });
    expect(result.logLikelihood).toBeCloseTo(-2466.9376, 3);
    expect(result.latent[0].sd ** 2).toBeCloseTo(0.57024, 3);
    expect(result.items[0]).toMatchObject({ id: 'q1', a: 1, answers: 1000, flags: [] });
    expect(result.items[0].b).toBeCloseTo(-2.73, 3);
    expect(result.items[0].se.b).toBeCloseTo(0.13044, 3);
  });

  it('gives the same with two threads', async () => {
    const one = await calibrated(LSAT6, '2pl', '--workers', '1');
    const two = await calibrated(LSAT6, '2pl', '--workers', '2');

    expect(two.logLikelihood).toBeCloseTo(one.logLikelihood, 6);
    expect(two.items[2].b).toBeCloseTo(one.items[2].b, 4);
  });

  it('leaves out an item that everybody answered alike, and says so', async () => {
    const { items } = await calibrated(LSAT6.replaceAll(/^(?=[\dq])/gm, '1,').replace('1,q1', 'easy,q1'), '1pl');

    expect(items[0]).toMatchObject({ id: 'easy', flags: expect.arrayContaining(['constant']) });
    expect(items[0].b).toBeUndefined();
    expect(items[1].b).toBeLessThan(0);
  });

  it.each([
    ['two items without a common person', 'a,b,c,d\n1,0,,\n0,1,,\n,,1,0\n,,0,1\n', /Block 1: a, b\. Block 2: c, d\./],
    ['a word', 'a,b\n1,yes\n', /answers\.csv:2:2: "yes" is no score for item "b"/],
    ['an item twice', 'a,a\n1,0\n', /answers\.csv:1:2: The item id "a" already stands in column 1/],
    ['a short row', 'a,b\n1\n', /answers\.csv:2:2: This row has 1 cell, the header 2/],
    ['no rows', 'a,b\n', /has a header and no rows/],
    ['nothing', '', /names no item/],
    ['part credit under a model for right and wrong', 'a,b\n2,0\n1,1\n', /cannot be calibrated: .*2/],
  ])('refuses %s in one sentence', async (_, csv, sentence) => {
    await expect(calibrated(csv, '2pl')).rejects.toThrow(sentence);
  });

  describe('with Angoff ratings', () => {
    const rated = async (ratings: unknown, model: string) =>
      calibrated(LSAT6, model, '--ratings', await fileOf(JSON.stringify(ratings), 'ratings.json'));

    it('puts the items on the scale of the just-passing candidate', async () => {
      const easy = { q1: 0.8, q2: 0.5, q3: 0.35, q4: 0.55, q5: 0.7 };
      const { items, latent, converged } = await rated(easy, 'rasch');
      const plain = await calibrated(LSAT6, 'rasch');

      expect(converged).toBe(true);
      // The group does better on every item than a just-passing candidate would, so its mean lies above 0 …
      expect(latent[0].mean).toBeGreaterThan(0.5);
      // … by what the difficulties have moved, since 1,000 persons fix their distances.
      for (const at of [1, 2, 3]) expect(items[at].b - plain.items[at].b).toBeCloseTo(latent[0].mean, 0);
    });

    it.each([
      [{ q1: 1.2 }, '2pl', 'the rating of "q1" is no number between 0 and 1'],
      [{ other: 0.5 }, '2pl', 'rates none of the items'],
      [{ q2: 0.1 }, '3pl', 'the rating of "q2" is not above 0.18'],
      [{ q2: 0.5 }, 'grm', '--ratings goes with rasch, 1pl, 2pl, 3pl'],
    ])('refuses %j under %s', async (ratings, model, sentence) => {
      await expect(rated(ratings, model)).rejects.toThrow(sentence);
    });
  });

  it('refuses a number of threads that is none', async () => {
    await expect(calibrated(LSAT6, '2pl', '--workers', '0')).rejects.toThrow('--workers 0 is no number of threads');
  });
});

describe('cairn irt score', () => {
  const PARAMETERS = { latent: [{ mean: 0, sd: 1 }], items: ['q1', 'q2', 'q3'].map((id) => ({ id, a: 1, b: 0 })) };
  const scored = async (csv: string, parameters: object, ...more: string[]) => {
    const file = await fileOf(JSON.stringify(parameters), 'p.json');
    return JSON.parse(await run(score, await fileOf(csv), '--parameters', file, '--json', ...more));
  };

  it('gives ability and error of each row, by the items of its columns in any order', async () => {
    const { persons } = await scored('q3,q1\n1,1\n0,\n,\n', PARAMETERS, '--method', 'eap');

    expect(persons).toHaveLength(3);
    expect(persons[0].theta).toBeGreaterThan(0.5);
    expect(persons[1].theta).toBeLessThan(-0.2);
    expect(persons[2].theta).toBeCloseTo(0, 9);
    expect(persons[2].se).toBeCloseTo(1, 4);
  });

  it('takes the population that was calibrated as its prior', async () => {
    const [nobody] = (await scored('q1,q2\n,\n', { ...PARAMETERS, latent: [{ mean: 0.4, sd: 0.5 }] })).persons;

    expect(nobody.theta).toBeCloseTo(0.4, 6);
    expect(nobody.se).toBeCloseTo(0.5, 4);
  });

  it('says that all right has no maximum likelihood estimate', async () => {
    const { persons } = await scored('q1,q2\n1,1\n0,0\n,\n1,0\n', PARAMETERS, '--method', 'ml');

    expect(persons.slice(0, 3)).toEqual([
      { theta: null, se: null, outcome: 'unbounded-high' },
      { theta: null, se: null, outcome: 'unbounded-low' },
      { theta: null, se: null, outcome: 'no-answers' },
    ]);
    expect(persons[3].theta).toBeCloseTo(0, 6);
  });

  it.each([
    ['an item without parameters', 'q1,q9\n1,1\n', /The parameters name no item q9/],
    ['a score that its item cannot give', 'q1,q2\n1,0\n2,1\n', /person 2 has 2 on "q1", whose highest score is 1/],
  ])('refuses %s', async (_, csv, sentence) => {
    await expect(scored(csv, PARAMETERS, '--method', 'eap')).rejects.toThrow(sentence);
  });
});
