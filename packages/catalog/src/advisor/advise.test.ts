import { type Day, seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advise, type Catalog, type Profile } from '../index.ts';
import { profilesOver } from '../testing/profiles.ts';
import { readRealCatalog } from '../testing/real-catalog.ts';
import { rank } from './rank.ts';
import { gammaDraw } from './stability.ts';

const catalog = readRealCatalog();
const today = '2026-11-21' as Day;
const advised = (profile: Profile, draws = 1000) => advise(catalog, profile, { today, draws });
const openCodes = (profile: Profile, from: Catalog = catalog) =>
  rank(from, profile, today)
    .certifications.filter(({ gates }) => gates.length === 0)
    .map(({ option }) => option.code);
const gateOf = (profile: Profile, code: string) =>
  advised(profile, 1).certifications.find((one) => one.code === code)?.gates;

const profiles = profilesOver(catalog);

describe("the founding article's table of backgrounds, in today's exams", () => {
  const first = (profile: Profile) => openCodes(profile)[0];

  it('leads data science and ML experiments to the ML engineer exam of AWS', () => {
    expect(first({ background: 'data-science', enjoys: ['statistics', 'building-models'], currentCloud: 'aws' })).toBe(
      'MLA-C02',
    );
  });

  it('leads application development and integration to the apps and agents exam of Azure', () => {
    const profile: Profile = {
      background: 'software',
      programming: 4,
      enjoys: ['building-apps'],
      currentCloud: 'azure',
    };

    expect(first(profile)).toBe('AI-103');
  });

  it('leads custom pipelines and ML operations to the ML engineer exam of AWS', () => {
    const profile: Profile = {
      background: 'data-engineering',
      role: 'ml-engineer',
      enjoys: ['data-pipelines', 'automation'],
      targetPlatform: 'aws',
    };

    expect(first(profile)).toBe('MLA-C02');
  });

  it('leads bots, documents and AI services to the apps and agents exam of Azure', () => {
    const profile: Profile = {
      role: 'ai-engineer',
      experienceYears: 2,
      enjoys: ['language', 'agents'],
      targetPlatform: 'azure',
    };

    expect(first(profile)).toBe('AI-103');
  });

  it('reads the exam asked for as a hint at the platform', () => {
    const profile: Profile = { background: 'data-science', experienceYears: 3, mathematics: 3, programming: 3 };

    expect(first({ ...profile, targetCertification: 'DP-100' })).toBe('AI-300');
    expect(first({ ...profile, targetCertification: 'DP-100', targetPlatform: 'aws' })).toBe('MLA-C02');
  });

  it('leads a beginner to a foundational exam and a manager to a business one', () => {
    const level = (code: string | undefined) => catalog.certifications.find((one) => one.code === code)?.level;

    expect(level(first({ background: 'student', experienceYears: 0, mathematics: 1, programming: 0 }))).toBe(
      'foundational',
    );
    expect(level(first({ background: 'business', experienceYears: 8, programming: 0, enjoys: ['strategy'] }))).toBe(
      'business',
    );
  });
});

describe('gates', () => {
  it('never let a retired or announced exam, or one above the budget, be recommended', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        for (const code of openCodes(profile)) {
          const exam = catalog.certifications.find((one) => one.code === code);
          expect(['active', 'beta', 'retiring']).toContain(exam?.status);
          const price = exam?.status === 'beta' ? exam.exam.beta?.priceUsd : exam?.exam.priceUsd.value;
          expect(price ?? 0).toBeLessThanOrEqual(profile.budgetUsd ?? Number.POSITIVE_INFINITY);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('list a gated exam with its reason, after every open one', () => {
    const { certifications } = advised({ budgetUsd: 100 });
    const states = certifications.map(({ gates }) => gates.length > 0);

    expect(states).toEqual(states.toSorted((a, b) => Number(a) - Number(b)));
    expect(gateOf({ budgetUsd: 100 }, 'AI-103')).toEqual([
      { kind: 'budget', sentence: 'AI-103 costs USD 165, above your budget of USD 100.' },
    ]);
  });

  it('keep a beta open unless a certificate is wanted before the standard exam', () => {
    expect(gateOf({}, 'MLA-C02')).toEqual([]);
    expect(gateOf({ wantedBy: '2027-06-01' }, 'MLA-C02')).toEqual([]);
    expect(gateOf({ wantedBy: '2027-01-13' }, 'MLA-C02')?.map(({ kind }) => kind)).toEqual(['beta']);
    expect(gateOf({ wantedBy: '2027-02-01' }, 'AIB-C01')?.map(({ kind }) => kind)).toEqual(['beta']);
  });

  it('close an exam of unknown price to a budget that may not cover it', () => {
    expect(gateOf({ budgetUsd: 0 }, 'AB-730')?.map(({ kind }) => kind)).toEqual(['budget']);
    expect(gateOf({ budgetUsd: 400 }, 'AB-730')).toEqual([]);
    expect(openCodes({ budgetUsd: 0 })).toEqual([]);
  });

  it('close an exam that even the fewest hours put after the day wanted, for a stated pace only', () => {
    const hurried: Profile = { background: 'software', hoursPerWeek: 2, wantedBy: '2026-12-21' };

    expect(gateOf(hurried, 'AI-103')?.map(({ kind }) => kind)).toEqual(['date']);
    expect(gateOf({ ...hurried, hoursPerWeek: 40 }, 'AI-103')).toEqual([]);
    expect(gateOf({ background: 'software', wantedBy: '2026-12-21' }, 'AI-103')).toEqual([]);
  });

  it('open MLA-C01 to somebody who sits it in Japanese and is ready before its end', () => {
    const profile: Profile = { background: 'data-science', hoursPerWeek: 30, languages: ['Japanese'] };

    expect(gateOf(profile, 'MLA-C01')).toEqual([]);
    expect(gateOf({ ...profile, hoursPerWeek: 5 }, 'MLA-C01')?.map(({ kind }) => kind)).toEqual(['ends-before']);
    expect(gateOf({ ...profile, languages: ['English'] }, 'MLA-C01')?.map(({ kind }) => kind)).toEqual(['language']);
  });

  it('read languages as names or codes', () => {
    for (const language of ['de', 'German', 'Deutsch']) {
      expect(gateOf({ languages: [language] }, 'AI-300')?.map(({ kind }) => kind)).toEqual(['language']);
      expect(gateOf({ languages: [language, 'English'] }, 'AI-300')).toEqual([]);
    }
  });

  it('ask for the required certification, and leave out one that is held', () => {
    expect(gateOf({}, 'AB-100')?.map(({ kind }) => kind)).toEqual(['prerequisite']);
    expect(gateOf({ holds: ['AI-103'] }, 'AB-100')).toEqual([]);
    expect(gateOf({ holds: ['AI-103'] }, 'AI-103')?.map(({ kind }) => kind)).toEqual(['held']);
  });
});

describe('what would change the answer', () => {
  it('is true: ranking the changed profile gives the new winner', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        for (const flip of advised(profile, 1).flips) {
          const again = rank(catalog, flip.profile, today);
          const winner = flip.about === 'role' ? again.roles[0]?.option.id : openCodes(flip.profile)[0];
          expect(winner).toBe(flip.newWinner);
          const changed = Object.keys({ ...profile, ...flip.profile }).filter(
            (key) => profile[key as keyof Profile] !== flip.profile[key as keyof Profile], // the keys of two profiles
          );
          expect(changed).toEqual([flip.key]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('names the platform for somebody between two clouds', () => {
    const { flips } = advised(
      { background: 'software', programming: 4, targetPlatform: 'azure', enjoys: ['building-apps'] },
      1,
    );

    expect(flips).toContainEqual(
      expect.objectContaining({ about: 'certification', key: 'targetPlatform', newWinner: 'AIP-C01' }),
    );
  });
});

describe('stability', () => {
  it('is the same for the same seed', () => {
    const profile: Profile = { background: 'analyst', hoursPerWeek: 5 };

    expect(advised(profile)).toEqual(advised(profile));
  });

  it('is one for an exam that is ahead on everything, and calls twins a tie', () => {
    const twin = catalog.certifications.flatMap((one) => (one.code === 'AI-103' ? [{ ...one, code: 'AI-999' }] : []));
    const roles = catalog.roles.map((role) => ({
      ...role,
      certifications: role.certifications.flatMap((one) =>
        one.code === 'AI-103' ? [one, { ...one, code: 'AI-999' }] : [one],
      ),
    }));
    const table = <Row>(rows: Record<string, Row>) => {
      const row = rows['AI-103'];
      return row === undefined ? rows : { ...rows, 'AI-999': row };
    };
    const { backgroundFit, appeals } = catalog.advisor;
    const advisor = {
      ...catalog.advisor,
      backgroundFit: { ...backgroundFit, certifications: table(backgroundFit.certifications) },
      appeals: { ...appeals, certifications: table(appeals.certifications) },
    };
    const doubled = { ...catalog, roles, advisor, certifications: [...catalog.certifications, ...twin] };
    const profile: Profile = {
      role: 'ai-engineer',
      targetPlatform: 'azure',
      background: 'software',
      experienceYears: 3,
    };

    expect(advise(doubled, profile, { today }).tie).toEqual(['AI-103', 'AI-999']);
    expect(advise(catalog, profile, { today }).tie).toEqual([]);
  });

  it('draws gamma numbers with the mean and variance of their shape', () => {
    for (const shape of [0.3, 1, 4.5]) {
      const rng = seededRng(`gamma ${shape}`);
      const draws = Array.from({ length: 20_000 }, () => gammaDraw(shape, rng));
      const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
      const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;

      expect(Math.abs(mean - shape)).toBeLessThan(5 * Math.sqrt(shape / draws.length));
      expect(Math.abs(variance / shape - 1)).toBeLessThan(0.12);
    }
  });
});

describe('notices', () => {
  it("tell who asks for MLS-C01 or AI-102 what happened, when, and today's equivalent", () => {
    const [mls] = advised({ targetCertification: 'MLS-C01', background: 'data-science', hoursPerWeek: 8 }, 1).notices;
    const [ai] = advised({ targetCertification: 'AI-102', background: 'software', hoursPerWeek: 8 }, 1).notices;

    expect(mls?.sentence).toMatch(/can no longer be taken: its last day was 2026-03-31.*MLA-C02 or AIP-C01/);
    expect(mls?.equivalents).toEqual(['MLA-C02', 'AIP-C01']);
    expect(ai?.sentence).toMatch(/2026-06-30.*Today's equivalent: AI-103\./);
    expect(ai?.sources.length).toBeGreaterThan(0);
  });

  it('suggest the nearest role or code when one is unknown, and say when little is known', () => {
    const sentences = advised({ role: 'ml-enginer', targetCertification: 'AI-105' }, 1).notices.map(
      ({ sentence }) => sentence,
    );

    expect(sentences[0]).toMatch(/no certification "AI-105" in the catalog; did you mean AI-10\d\?/);
    expect(sentences[1]).toMatch(/did you mean "ml-engineer"\?/);
    expect(sentences[2]).toMatch(/^Few questions are answered/);
  });
});
