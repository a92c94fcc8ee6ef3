import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EXAMPLES, examplesOf, withOtherKey } from './example-questions.ts';
import {
  creditOf,
  emptyResponse,
  expand,
  grade,
  gradeFinal,
  isAnswered,
  optionsOf,
  Published,
  publish,
  QUESTION_TYPES,
  type Question,
  Response,
  reveal,
  solution,
} from './index.ts';
import { arbitraryResponse } from './testing.ts';

const shuffleOf = (seed: number | string) => seededRng(seed).shuffle;
const published = (question: Question, seed: number | string = 'attempt:1') => publish(question, shuffleOf(seed));

function keysAtAnyDepth(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysAtAnyDepth);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysAtAnyDepth(inner)]);
}

it('has at least three examples of every kind', () => {
  for (const { kind } of QUESTION_TYPES) expect(examplesOf(kind).length, kind).toBeGreaterThanOrEqual(3);
  for (const variant of ['statements', 'drop-downs', 'regions']) {
    const some = EXAMPLES.filter(({ question }) => question.kind === 'hot-area' && question.variant === variant);
    expect(some.length, variant).toBeGreaterThanOrEqual(2);
  }
});

describe.each(QUESTION_TYPES)('every $kind question', (type) => {
  const examples = examplesOf(type.kind);

  it.each(examples)('publishes no secret field: $name', ({ question }) => {
    const secrets = keysAtAnyDepth(published(question)).filter((key) => type.secret.includes(key));

    expect(secrets).toEqual([]);
  });

  it.each(examples)('publishes exactly what its schema names: $name', ({ question }) => {
    const sent = published(question);

    expect(Published.parse(sent)).toEqual(sent);
  });

  it.each(examples)('publishes no rationale: $name', ({ question }) => {
    const sent = JSON.stringify(published(question));

    const leaked = Object.values(reveal(question).why).filter((why) => sent.includes(JSON.stringify(why).slice(1, -1)));

    expect(leaked).toEqual([]);
  });

  it.each(examples)('publishes the same whatever the key is: $name', ({ question }) => {
    const other = withOtherKey(question);

    expect(solution(other)).not.toEqual(solution(question));
    expect(published(other)).toEqual(published(question));
  });

  it.each(examples)('publishes the same order again for the same seed: $name', ({ question }) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(published(question, seed)).toEqual(published(question, seed));
      }),
      { numRuns: 10 },
    );
  });

  it.each(examples)('gives its solution full credit: $name', ({ question }) => {
    const verdict = grade(question, solution(question));

    if (verdict.outcome !== 'graded') throw new Error(JSON.stringify(verdict));
    for (const rule of ['all-or-nothing', 'per-part'] as const) {
      const { points, possible } = creditOf(verdict.parts, rule);
      expect(points).toBe(possible);
    }
    expect(isAnswered(published(question), solution(question))).toBe(true);
    expect(Response.parse(solution(question))).toEqual(solution(question));
  });

  it.each(examples)('gives an empty response nothing: $name', ({ question }) => {
    const empty = emptyResponse(published(question));

    expect(grade(question, empty).outcome).toBe('incomplete');
    expect(isAnswered(published(question), empty)).toBe(false);
    expect(creditOf(gradeFinal(question, empty).parts, 'per-part').points).toBe(0);
    expect(gradeFinal(question, undefined)).toEqual(gradeFinal(question, empty));
  });

  it.each(examples)('grades every response that its view can make: $name', ({ question }) => {
    const sent = published(question);
    fc.assert(
      fc.property(arbitraryResponse(sent), (response) => {
        const verdict = grade(question, Response.parse(response));

        expect(verdict.outcome).toBe(isAnswered(sent, response) ? 'graded' : 'incomplete');
        const { parts } = gradeFinal(question, response);
        if (verdict.outcome === 'graded') expect(verdict.parts).toEqual(parts);
        for (const rule of ['all-or-nothing', 'per-part'] as const) {
          const { points, possible } = creditOf(parts, rule);
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(possible);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(examples)('gives full credit to its solution alone: $name', ({ question }) => {
    const right = JSON.stringify(canonical(solution(question)));
    fc.assert(
      fc.property(arbitraryResponse(published(question)), (response) => {
        const { points } = creditOf(gradeFinal(question, response).parts, 'all-or-nothing');

        expect(points).toBe(JSON.stringify(canonical(response)) === right ? 1 : 0);
      }),
      { numRuns: 60 },
    );
  });

  it.each(examples)('grades the same in any presentation order: $name', ({ question }) => {
    fc.assert(
      fc.property(arbitraryResponse(published(question, 'first')), fc.integer(), (response, seed) => {
        expect(grade(question, response).outcome).toBe(
          isAnswered(published(question, seed), response) ? 'graded' : 'incomplete',
        );
        expect(canonical(published(question, seed))).toEqual(canonical(published(question, 'first')));
      }),
      { numRuns: 20 },
    );
  });

  it.each(examples)('refuses ids that it does not have: $name', ({ question }) => {
    for (const strange of ['nobody', 'constructor', '__proto__']) {
      const response = withStranger(solution(question), strange);
      expect(grade(question, response), strange).toMatchObject({ outcome: 'invalid' });
      expect(() => gradeFinal(question, response)).not.toThrow();
    }
  });

  it.each(examples)('refuses a response of another kind: $name', ({ question }) => {
    const other = EXAMPLES.find((example) => example.question.kind !== question.kind)?.question;
    if (!other) throw new Error('there is only one kind');

    expect(grade(question, solution(other)).outcome).toBe('invalid');
    expect(isAnswered(published(question), solution(other))).toBe(false);
    expect(creditOf(gradeFinal(question, solution(other)).parts, 'per-part').points).toBe(0);
  });

  it.each(examples)('reveals a rationale for each part and option: $name', ({ question }) => {
    const { why } = reveal(question);

    const explained = gradeFinal(question, undefined).parts.filter(({ id }) => why[id] !== undefined);
    expect(explained.length === gradeFinal(question, undefined).parts.length || hasOnePart(question)).toBe(true);
    for (const option of optionsOf(question)) expect(why[option.id] ?? why[option.group]).toBe(option.why);
  });

  it.each(examples)('marks as key what its solution gives: $name', ({ question }) => {
    const given = JSON.stringify(solution(question));

    for (const { id } of optionsOf(question).filter(({ isKey }) => isKey)) expect(given).toContain(`"${id}"`);
  });

  it.each(examples)('expands into questions that stand alone: $name', ({ question }) => {
    const composite = question.kind === 'case-study' || question.kind === 'solution-series';

    expect(expand(question).length).toBeGreaterThanOrEqual(composite ? 2 : 0);
    for (const { question: single } of expand(question)) {
      const verdict = grade(single, solution(single));
      expect(verdict.outcome).toBe('graded');
      expect(optionsOf(single).some(({ isKey }) => isKey)).toBe(true);
    }
  });

  it('has a JSON Schema for editors', () => {
    expect(z.toJSONSchema(type.question)).toBeTypeOf('object');
  });
});

/** The same value with lists and fields in one order, except where order is what was answered. */
function canonical(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) {
    const entries = value.map((entry) => canonical(entry));
    return field === 'placed' ? entries : entries.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner, key)]),
  );
}

/** AWS kinds have one part, and so have the case studies' questions of these kinds. */
function hasOnePart(question: Question): boolean {
  if (question.kind === 'case-study') return question.questions.some((asked) => hasOnePart(asked.question));
  return ['multiple-choice', 'multiple-response', 'ordering', 'matching'].includes(question.kind);
}

/** Puts an id that no question has in each place that takes ids. */
function withStranger(response: Response, stranger: string): Response {
  const replaced = JSON.parse(JSON.stringify(response), (key, value: unknown) => {
    if ((key === 'chosen' || key === 'placed') && Array.isArray(value)) return [stranger, ...value.slice(1)];
    const isRecord = ['placed', 'matches', 'answers', 'settings', 'responses'].includes(key);
    if (!isRecord || typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    return Object.fromEntries([[stranger, entries[0]?.[1]], ...entries.slice(1)]);
  });
  return replaced as Response; // of the same shape, with one id changed; the schema would already refuse __proto__
}
