import type { Day } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advise, type Catalog, CRITERIA, type Profile } from '../index.ts';
import { profilesOver } from '../testing/profiles.ts';
import { readRealCatalog } from '../testing/real-catalog.ts';
import { rank } from './rank.ts';

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
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 12, maxLength: 12 }),
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
