import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Hall, type Strike } from './faults/hall.ts';
import { type Program, pause } from './faults/program.ts';

/** FAULT_SEED repeats every decision of a run: what candidates do, which bytes are cut, when the axe falls. */
const SEED = process.env.FAULT_SEED ?? randomBytes(4).toString('hex');

/** Attempts that run at once, so that each kill hits this many. */
const CANDIDATES = 12;

/** Longer than the silence from which the server concludes that nobody could answer. */
const OUTAGE_MILLISECONDS = 16_500;

const start = (program: Program) => program.start();
const untilHealthy = (program: Program) => program.untilHealthy();

const STRIKES: readonly (Strike & { readonly rounds: number; readonly kills: number })[] = [
  {
    title: 'the server is killed',
    rounds: 5,
    kills: 1,
    faultShare: 0.1,
    strike: (program) => program.kill(),
    recover: start,
  },
  {
    title: 'PostgreSQL is killed under the running server, which starts it again',
    rounds: 5,
    kills: 1,
    faultShare: 0.1,
    strike: async (program) => {
      program.killDatabase();
      await pause(300);
    },
    recover: untilHealthy,
  },
  {
    title: 'server, watchdog and PostgreSQL are killed at once',
    rounds: 2,
    kills: 3,
    faultShare: 0.1,
    strike: (program) => program.killEverything(),
    recover: start,
  },
  {
    title: 'connections break before, in and after requests, and requests arrive late',
    rounds: 4,
    kills: 0,
    faultShare: 0.5,
    strike: () => pause(1500),
    recover: untilHealthy,
  },
  {
    title: 'the server is gone for longer than a restart takes, and is killed again while it comes up',
    rounds: 1,
    kills: 2,
    faultShare: 0.1,
    strike: async (program, rng) => {
      await program.kill();
      await pause(OUTAGE_MILLISECONDS);
      program.launch();
      await pause(200 + rng.below(1500));
      await program.kill();
    },
    recover: start,
  },
];

let hall: Hall;
let kills = 0;
const began = performance.now();

beforeAll(async () => {
  process.stdout.write(`FAULT_SEED=${SEED}\n`);
  hall = await Hall.open(SEED, CANDIDATES);
});
afterAll(() => hall?.close());

describe('nothing acknowledged is lost, nothing is stored twice, everybody resumes where they were, when', () => {
  describe.each(STRIKES)('$title', (strike) => {
    it.each(Array.from({ length: strike.rounds }, (_, round) => round + 1))('round %i', async (round) => {
      kills += strike.kills;

      await hall.survive(strike, `${SEED}:${strike.title}:${round}`);
    });
  });

  it('everybody hands in over a bad line: one report each, evidence of each answer once', async () => {
    const { evidence, answered } = await hall.finish(0.4);

    expect(evidence).toBe(answered);
  });
});

it('what went wrong was called an outage (503) or got no answer, and never a bug (500)', () => {
  const statuses = new Set(hall.candidates.flatMap((candidate) => [...candidate.statuses.keys()]));
  const bugs = hall.program.said.split('\n').filter((line) => line.includes('unexpected failure'));

  expect(bugs).toEqual([]);
  expect([...statuses].sort((a, b) => a - b)).toEqual([0, 200, 503]);
});

it('these were at least a hundred runs', () => {
  const { runs, acknowledged, delivered, connectionsBroken } = hall.tally;
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  process.stdout.write(
    `${runs} runs without a loss, ${kills} processes killed, ${connectionsBroken} connections broken; ` +
      `${acknowledged} acknowledged and ${delivered} delivered events compared; ${seconds} s; FAULT_SEED=${SEED}\n`,
  );

  expect(runs).toBeGreaterThanOrEqual(100);
});
