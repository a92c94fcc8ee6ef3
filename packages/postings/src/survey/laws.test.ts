import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Share } from '../shares/share.ts';
import { SURVEY_BYTES, utf8Bytes } from './bounded.ts';
import { sentencesOf } from './sentences.ts';
import { Tally } from './tally.ts';
import { anyBatch, type postingOf } from './testing.ts';

function surveyOf(postings: readonly ReturnType<typeof postingOf>[]) {
  const tally = new Tally();
  for (const { read, text } of postings) tally.add(read, text);
  return tally.survey();
}

const runs = { numRuns: 60 };

describe('every survey', () => {
  it('is the same in whatever order the postings come', () => {
    const twoOrders = anyBatch.chain((batch) =>
      fc.tuple(fc.constant(batch), fc.shuffledSubarray(batch, { minLength: batch.length })),
    );
    fc.assert(
      fc.property(twoOrders, ([one, other]) => {
        expect(surveyOf(other)).toEqual(surveyOf(one));
      }),
      runs,
    );
  });

  it('counts what two halves count together', () => {
    fc.assert(
      fc.property(anyBatch, (batch) => {
        const whole = surveyOf(batch);
        const halves = [surveyOf(batch.slice(0, batch.length / 2)), surveyOf(batch.slice(batch.length / 2))];

        expect(halves.reduce((sum, half) => sum + half.postings, 0)).toBe(whole.postings);
        for (const name of [...whole.platforms, ...whole.names]) {
          const found = halves.flatMap((half) => [...half.platforms, ...half.names].filter(({ id }) => id === name.id));
          expect(found.reduce((sum, { postings }) => sum + postings, 0)).toBe(name.postings);
        }
      }),
      runs,
    );
  });

  it('has its shares within their intervals and no count above the postings read', () => {
    fc.assert(
      fc.property(anyBatch, (batch) => {
        const survey = surveyOf(batch);
        const names = [...survey.platforms, ...survey.names];
        const shares: (Share | undefined)[] = [
          ...names.map(({ share }) => share),
          ...survey.platforms.map(({ shareOfCloud }) => shareOfCloud),
          survey.certificates,
        ];

        for (const share of shares.filter((one) => one !== undefined)) {
          expect(share.count).toBeLessThanOrEqual(share.of);
          expect(share.low).toBeLessThanOrEqual(share.estimate);
          expect(share.estimate).toBeLessThanOrEqual(share.high);
        }
        for (const pair of survey.platformPairs) expect(pair.onlyLess).toBeLessThanOrEqual(pair.onlyMore);
        expect(survey.withCloud).toBeLessThanOrEqual(survey.postings);
      }),
      runs,
    );
  });

  it('has narrower intervals when all its postings come three times', () => {
    fc.assert(
      fc.property(anyBatch, (batch) => {
        const again = (copy: string) =>
          batch.map(({ read, text }) => ({ read: { ...read, id: read.id + copy }, text }));
        const [once, thrice] = [surveyOf(batch), surveyOf([...batch, ...again('-b'), ...again('-c')])];

        for (const name of once.names) {
          const wider = name.share.high - name.share.low;
          const same = thrice.names.find(({ id }) => id === name.id);
          expect((same?.share.high ?? 1) - (same?.share.low ?? 0)).toBeLessThan(wider);
        }
      }),
      runs,
    );
  });

  it('is plain JSON within its bound, and can be said', () => {
    fc.assert(
      fc.property(anyBatch, (batch) => {
        const survey = surveyOf(batch);
        const json = JSON.stringify(survey);

        expect(JSON.parse(json)).toEqual(survey);
        expect(utf8Bytes(json)).toBeLessThanOrEqual(SURVEY_BYTES);
        for (const { text } of sentencesOf(survey)) expect(text).not.toMatch(/NaN|undefined|Infinity/);
      }),
      runs,
    );
  });
});
