import { type Day, seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advise, type Catalog, CRITERIA, type Profile } from '../index.ts';
import { profilesOver } from '../testing/profiles.ts';
import { readRealCatalog } from '../testing/real-catalog.ts';
import { rank, type Scored } from './rank.ts';
import { shareFirst } from './stability.ts';

const catalog = readRealCatalog();
const profiles = profilesOver(catalog);
const today = '2026-11-21' as Day;
const openCodes = (profile: Profile, from: Catalog = catalog) =>
  rank(from, profile, today)
    .certifications.filter(({ gates }) => gates.length === 0)
    .map(({ option }) => option.code);

describe('the value model', () => {
  it('never reorders other exams when one is added or taken away', () => {
    const removable = fc.constantFrom(...catalog.certifications.map(({ code }) => code));
    fc.assert(
      fc.property(profiles, removable, (profile, gone) => {
        // The exam asked for stays: without it nobody knows what its equivalent would be.
        const isFree =
          gone !== profile.targetCertification && !catalog.certifications.some((c) => c.successors.includes(gone));
        fc.pre(isFree);
        const fewer = { ...catalog, certifications: catalog.certifications.filter(({ code }) => code !== gone) };

        expect(openCodes(profile, fewer)).toEqual(openCodes(profile).filter((code) => code !== gone));
      }),
    );
  });

  it('gives the same scores when every weight is multiplied by the same number', () => {
    fc.assert(
      fc.property(
        profiles,
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: CRITERIA.length, maxLength: CRITERIA.length }),
        (profile, values) => {
          const weights = (factor: number) =>
            Object.fromEntries(CRITERIA.map((id, index) => [id, (values[index] ?? 1) * factor]));
          const scores = (factor: number) =>
            rank(catalog, { ...profile, weights: weights(factor) }, today).certifications.map(({ score }) => score);

          const [once, fivefold] = [scores(1), scores(5)];

          fivefold.forEach((score, index) => {
            expect(score).toBeCloseTo(once[index] ?? Number.NaN, 10);
          });
        },
      ),
    );
  });

  it('adds points up to the score, and keeps every value and score in [0, 1]', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { certifications, roles } = rank(catalog, profile, today);
        for (const { score, contributions } of [...certifications, ...roles]) {
          expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 10);
          expect(contributions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
          for (const { value } of contributions) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reads all weights zero as all equal instead of dividing by zero', () => {
    const weights = Object.fromEntries(CRITERIA.map((id) => [id, 0]));
    const { certifications } = advise(catalog, { weights }, { today, draws: 1 });

    expect(certifications.every(({ score }) => Number.isFinite(score))).toBe(true);
  });
});

describe('the share of weight draws in which the first stays first', () => {
  const scored = (values: readonly number[], weights: readonly number[]): Scored<string> => ({
    option: values.join(),
    score: values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0),
    contributions: values.map((value, index) => {
      const weight = weights[index] ?? 0;
      return { criterion: CRITERIA[index] ?? 'cost', weight, value, points: weight * value };
    }),
    gates: [],
  });
  const share = (weights: readonly number[], ...rows: number[][]) =>
    shareFirst(
      rows.map((values) => scored(values, weights)),
      20_000,
      seededRng('draws'),
    );

  it('is that of a beta distribution when two options split two criteria', () => {
    // With weights 0.6 and 0.4 the first weight is Beta(18, 12); it is above one half with chance P(Bin(29, 1/2) <= 17).
    expect(share([0.6, 0.4], [1, 0], [0, 1])).toBeCloseTo(0.8675, 2);
    expect(share([0.5, 0.5], [1, 0], [0, 1])).toBeCloseTo(0.5, 1);
  });

  it('is one when nobody is ahead on anything, and when there is nobody else', () => {
    expect(share([0.2, 0.8], [0.9, 0.6], [0.3, 0.6], [0.9, 0.1])).toBe(1);
    expect(share([0.2, 0.8], [0.1, 0.1])).toBe(1);
  });
});
