import type { Instant } from '@cairn/kernel';
import { successProbability } from '@cairn/psychometrics';
import { solution } from '@cairn/question-types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleForm } from '../assembly/assemble.ts';
import type { Form } from '../form.ts';
import { OPEN_PROFILE, SAMPLE_DOMAINS, sampleBank, sampleItem } from '../sample-bank.ts';
import { after, begin, did, OPEN_FORM, SECTIONED_FORM, solving } from '../session/sample-session.ts';
import { type Session, startSession } from '../session/session.ts';
import { slotsOf } from '../slots.ts';
import { parametersOf } from './grading.ts';
import { reportOf } from './report.ts';
import { anchorsOf, expectedPercent, scaledEstimate } from './scaling.ts';

const ATTEMPT = '0192f3c4-0000-7000-8000-000000000000';
const submitted = (session: Session, seconds = 1000) => after(session, did({ kind: 'submit' }, seconds), seconds);
const reportAfter = (form: Form, solved: number) =>
  reportOf(submitted(solving(begin(form), solved)), ATTEMPT, { kind: 'form' });

/** Answers exactly the questions named, rightly. */
function solvingOnly(form: Form, isSolved: (slotNumber: number) => boolean): Session {
  let session = startSession({
    form,
    mode: 'exam',
    timing: { factor: 1, extraMinutes: 0 },
    startedAt: 1_800_000_000_000 as Instant,
  });
  for (const { id, number, question } of slotsOf(form)) {
    if (!isSolved(number)) continue;
    session = after(session, did({ kind: 'answer', slot: id, response: solution(question) }, number), number);
  }
  return submitted(session, 200);
}

describe('a report', () => {
  it('counts scored and unscored questions apart, and unanswered ones as wrong', () => {
    const report = reportAfter(OPEN_FORM, 13);
    const scored = slotsOf(OPEN_FORM).filter((slot) => slot.scored);
    const right = scored.filter(({ number }) => number <= 13).length;

    expect(report.scored).toEqual({ questions: 20, points: right, possible: 20, percent: 5 * right });
    expect(report.unscored).toEqual({ questions: 6, points: 13 - right, possible: 6 });
    expect(report.questions.filter(({ answered }) => answered)).toHaveLength(13);
  });

  it('gives a point for each correct part where the exam does', () => {
    const { scored } = reportAfter(SECTIONED_FORM, 20);

    expect(scored.possible).toBeGreaterThan(20);
    expect(scored.points).toBe(scored.possible);
    expect(scored.percent).toBe(100);
  });

  it('cuts where the ratings of its scored questions say', () => {
    const scored = slotsOf(OPEN_FORM).filter((slot) => slot.scored);
    const mean = scored.reduce((sum, { angoff }) => sum + angoff, 0) / scored.length;

    expect(reportAfter(OPEN_FORM, 0).cutPercent).toBeCloseTo(100 * mean, 9);
  });

  it('rises in every number with every right answer', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 26 })), fc.integer({ min: 1, max: 26 }), (solved, extra) => {
        const one = slotsOf(OPEN_FORM)[extra - 1];
        fc.pre(one?.scored === true && !solved.includes(extra));
        const few = reportOf(
          solvingOnly(OPEN_FORM, (n) => solved.includes(n)),
          ATTEMPT,
          { kind: 'form' },
        );
        const more = reportOf(
          solvingOnly(OPEN_FORM, (n) => n === extra || solved.includes(n)),
          ATTEMPT,
          {
            kind: 'form',
          },
        );

        expect(more.theta.estimate).toBeGreaterThan(few.theta.estimate);
        expect(more.passProbability).toBeGreaterThanOrEqual(few.passProbability);
        expect(more.scaled.estimate).toBeGreaterThanOrEqual(few.scaled.estimate);
      }),
      { numRuns: 50 },
    );
  });

  it('holds its estimate within its interval and its interval within the scale', () => {
    for (let solved = 0; solved <= 26; solved += 1) {
      const { scaled, passProbability, verdict, theta } = reportAfter(OPEN_FORM, solved);

      expect(scaled.low).toBeGreaterThanOrEqual(100);
      expect(scaled.low).toBeLessThanOrEqual(scaled.estimate);
      expect(scaled.estimate).toBeLessThanOrEqual(scaled.high);
      expect(scaled.high).toBeLessThanOrEqual(1000);
      expect(scaled.estimate >= 700).toBe(theta.estimate >= 0);
      expect(verdict === 'likely-pass').toBe(passProbability >= 0.9);
      expect(verdict === 'likely-fail').toBe(passProbability < 0.1);
    }
  });

  it('calls the ends by their names and the middle too close', () => {
    expect(reportAfter(OPEN_FORM, 0).verdict).toBe('likely-fail');
    expect(reportAfter(OPEN_FORM, 26).verdict).toBe('likely-pass');
    const verdicts = Array.from({ length: 27 }, (_, solved) => reportAfter(OPEN_FORM, solved).verdict);

    expect(new Set(verdicts)).toEqual(new Set(['likely-fail', 'too-close', 'likely-pass']));
  });

  it('measures each domain against the just-passing candidate, and says when it cannot tell', () => {
    const { domains } = reportAfter(OPEN_FORM, 26);
    const none = reportAfter(OPEN_FORM, 0).domains;

    expect(domains.map(({ number, weightPercent, questions }) => ({ number, weightPercent, questions }))).toEqual([
      { number: 1, weightPercent: 40, questions: 8 },
      { number: 2, weightPercent: 35, questions: 7 },
      { number: 3, weightPercent: 25, questions: 5 },
    ]);
    expect(domains.map(({ band }) => band)).toEqual(['meets', 'meets', 'meets']);
    expect(none.map(({ band }) => band)).toEqual(['needs-improvement', 'needs-improvement', 'needs-improvement']);
    expect(domains[0]?.percent.low).toBeLessThan(100);
    expect(domains[0]?.percent).toMatchObject({ estimate: 100, high: 100 });
  });

  it('calls fewer than five questions too few, and no question no share', () => {
    const assembly = assembleForm({
      profile: OPEN_PROFILE,
      domains: SAMPLE_DOMAINS,
      items: sampleBank(OPEN_PROFILE),
      seed: 'few',
      scope: { kind: 'domain', domain: 2, questions: 4 },
    });
    if (assembly.outcome === 'short') throw new Error('short');
    const { domains } = reportOf(
      solvingOnly(assembly.form, () => true),
      ATTEMPT,
      {
        kind: 'domain',
        domain: 2,
        questions: 4,
      },
    );

    expect(domains.map(({ questions, band }) => ({ questions, band }))).toEqual([
      { questions: 0, band: 'too-few-answers' },
      { questions: 4, band: 'too-few-answers' },
      { questions: 0, band: 'too-few-answers' },
    ]);
    expect(domains[0]?.percent).toEqual({ low: 0, estimate: 0, high: 100 });
  });

  it('leads from the weakest task to the pages behind what was missed', () => {
    const inFirst = slotsOf(OPEN_FORM).filter(({ task }) => task === 'demo/1.1');
    const { next } = reportOf(
      solvingOnly(OPEN_FORM, (n) => !inFirst.some(({ number }) => number === n)),
      ATTEMPT,
      { kind: 'form' },
    );

    expect(next).toHaveLength(1);
    expect(next[0]).toMatchObject({
      task: 'demo/1.1',
      text: 'Prepare data',
      missed: inFirst.length,
      of: inFirst.length,
    });
    expect(inFirst.map(({ itemId }) => `https://docs.example.com/${itemId}`)).toEqual(
      expect.arrayContaining(next[0]?.reading.map(({ url }) => url) ?? []),
    );
    expect(reportAfter(OPEN_FORM, 26).next).toEqual([]);
    expect(reportAfter(OPEN_FORM, 0).next).toHaveLength(5);
  });

  it('says how long it took', () => {
    expect(reportAfter(OPEN_FORM, 3)).toMatchObject({ usedSeconds: 1000, limitSeconds: 3120, overReason: 'submitted' });
  });

  it('says for how long no server was there, which is no time used', () => {
    const away = after(begin(OPEN_FORM), { kind: 'outage', seconds: 600 }, 900);
    const over = after(away, did({ kind: 'submit' }, 1000), 1000);

    expect(reportOf(over, ATTEMPT, { kind: 'form' })).toMatchObject({ usedSeconds: 400, outageSeconds: 600 });
  });

  it('does not exist before the end', () => {
    expect(() => reportOf(begin(OPEN_FORM), ATTEMPT, { kind: 'form' })).toThrow(RangeError);
  });
});

describe('the parameters of an uncalibrated question', () => {
  it('make the just-passing candidate succeed as rated, even below chance', () => {
    const { question } = sampleItem({ id: 'demo/one' });

    for (const angoff of [0.1, 0.25, 0.5, 0.9]) {
      const parameters = parametersOf(question, angoff, 'all-or-nothing');

      expect(successProbability(0, parameters)).toBeCloseTo(angoff, 9);
    }
    expect(parametersOf(question, 0.5, 'all-or-nothing').c).toBe(0.25);
    expect(parametersOf(question, 0.1, 'all-or-nothing').c).toBeLessThan(0.1);
  });
});

describe('the scaled estimate', () => {
  const scale = { min: 100, max: 1000, pass: 700 };
  const anchors = { chancePercent: 20, cutPercent: 70 };

  it.each([
    [0, 100],
    [20, 100],
    [45, 400],
    [70, 700],
    [85, 850],
    [100, 1000],
  ])('maps %s percent to %s', (percent, scaled) => {
    expect(scaledEstimate(percent, anchors, scale)).toBe(scaled);
  });

  it('never falls as the percent rises', () => {
    const percent = fc.double({ min: 0, max: 100, noNaN: true });

    fc.assert(
      fc.property(percent, percent, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];

        expect(scaledEstimate(low, anchors, scale)).toBeLessThanOrEqual(scaledEstimate(high, anchors, scale));
      }),
    );
  });

  it('is anchored at ability zero and at blind guessing', () => {
    const questions = [
      { parameters: { a: 1, b: 0, c: 0.2 }, possible: 1 },
      { parameters: { a: 1, b: 0, c: 0 }, possible: 3 },
    ];

    expect(anchorsOf(questions)).toEqual({ chancePercent: 5, cutPercent: 52.5 });
    expect(expectedPercent(questions, 40)).toBeCloseTo(100, 9);
  });
});
