import type { Instant } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import type { CheckOutcome } from '../grade/grade.ts';
import { exampleLab } from '../testing/example-lab.ts';
import { newEvidence } from './evidence.ts';
import { applyLabEvent, type LabEvent, type LabRun, newRun } from './lab-run.ts';

const LAB = exampleLab();
const second = (count: number) => (count * 1000) as Instant;

type Happening = LabEvent extends infer Event ? (Event extends LabEvent ? Omit<Event, 'at'> : never) : never;

/** Applies events, ten seconds apart, and collects what they prove. */
function play(...happenings: Happening[]) {
  let run: LabRun = newRun(LAB);
  const evidence = [];
  for (const [index, happening] of happenings.entries()) {
    const after = applyLabEvent(LAB, run, { ...happening, at: second(index * 10) } as LabEvent); // one of the union, with its time
    evidence.push(...newEvidence(LAB, run, after));
    run = after;
  }
  return { run, evidence };
}

const start: Happening = { kind: 'started', variables: { account: '1' } };
const graded = (step: string, ...outcomes: CheckOutcome[]): Happening => ({
  kind: 'checked',
  grade: {
    step,
    passed: outcomes.every(({ outcome }) => outcome === 'passed'),
    checks: outcomes.map((one, index) => ({ check: `c${index}`, ...one })),
  },
});
const passed: CheckOutcome = { outcome: 'passed' };
const failed: CheckOutcome = { outcome: 'failed', message: 'm', observed: 'o' };
const broken: CheckOutcome = { outcome: 'cannot-check', reason: 'r' };
const hint: Happening = { kind: 'hint-shown', step: 'store' };

describe('a run of a lab', () => {
  it('gives full credit for a step done alone, however many attempts, and counts its time', () => {
    const { run, evidence } = play(start, graded('store', failed), graded('store', failed), graded('store', passed));

    expect(evidence).toEqual([
      {
        lab: 'private-bucket',
        version: 1,
        step: 'store',
        skills: ['amazon-s3'],
        credit: 1,
        hintsShown: 0,
        attempts: 3,
        seconds: 30,
        at: second(30),
      },
    ]);
    expect(run.steps[1]?.openedAt).toBe(second(30));
    expect(run.finishedAt).toBeUndefined();
  });

  it('gives less for each hint, but counts no hint that the lab does not have', () => {
    expect(play(start, hint, graded('store', passed)).evidence[0]?.credit).toBeCloseTo(0.8);
    expect(play(start, hint, hint, hint, hint, graded('store', passed)).evidence[0]).toMatchObject({ hintsShown: 2 });
  });

  it.each<[string, Happening]>([
    ['shown', { kind: 'solution-shown', step: 'store' }],
    ['run', { kind: 'solved-for', step: 'store', variables: {} }],
  ])('gives none when the solution was %s before', (_, help) => {
    expect(play(start, help, graded('store', passed)).evidence[0]?.credit).toBe(0);
    expect(play(start, graded('store', passed), help).run.steps[0]?.helped).toBe(false);
  });

  it('counts no attempt that could not be judged', () => {
    expect(play(start, graded('store', broken)).run.steps[0]).toMatchObject({ attempts: 0, passedAt: undefined });
    expect(play(start, graded('store', broken, failed)).run.steps[0]?.attempts).toBe(1);
  });

  it('proves a step once, also after a reset', () => {
    const { run, evidence } = play(
      start,
      graded('store', passed),
      { kind: 'reset', step: 'store' },
      graded('store', passed),
    );

    expect(evidence).toHaveLength(1);
    expect(run.steps[0]?.passedAt).toBe(second(10));
  });

  it('forgets what was seen from the reset step on, not what was reached', () => {
    const { run } = play(start, graded('store', passed), graded('role', failed), { kind: 'reset', step: 'role' });

    expect(run.steps.map(({ latest }) => latest.length)).toEqual([1, 0]);
  });

  it('is finished when every step was passed', () => {
    expect(play(start, graded('store', passed), graded('role', passed)).run.finishedAt).toBe(second(20));
  });

  it('refuses events of steps that the lab does not have', () => {
    expect(() => play(start, { kind: 'hint-shown', step: 'shop' })).toThrow('lab private-bucket has no step shop');
  });
});
