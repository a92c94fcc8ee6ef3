import type { Day } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advise, type Profile, parseProfile } from '../index.ts';
import { profilesOver } from '../testing/profiles.ts';
import { readRealCatalog } from '../testing/real-catalog.ts';
import { rank } from './rank.ts';

const catalog = readRealCatalog();
const today = '2026-11-21' as Day;
const scoreOf = (profile: Profile, code: string) =>
  rank(catalog, profile, today).certifications.find(({ option }) => option.code === code)?.score ?? Number.NaN;
const scores = (profile: Profile) =>
  rank(catalog, profile, today).certifications.map(({ option, score }) => [option.code, score]);

const asking = (postings: number, azure: number): Profile['postings'] => ({
  postings,
  platforms: [{ vendor: 'Azure', postings: azure, quote: 'Experience with Azure and Azure OpenAI' }],
  names: [
    { id: 'azure-openai', postings: azure },
    { id: 'rag', postings: azure },
    { id: 'python', postings },
  ],
});

describe('postings as evidence for the advisor', () => {
  it('change nothing when there are none', () => {
    fc.assert(
      fc.property(profilesOver(catalog), (profile) => {
        const { postings: _, ...without } = profile;
        const none = { ...without, postings: { postings: 0, platforms: [], names: [] } };

        expect(scores(none)).toEqual(scores(without));
      }),
      { numRuns: 30 },
    );
  });

  it('speak for the exam of the cloud that they ask for, the more of them the stronger', () => {
    const lead = (postings: number) =>
      scoreOf({ postings: asking(postings, postings) }, 'AI-103') -
      scoreOf({ postings: asking(postings, postings) }, 'MLA-C02');

    expect(lead(5)).toBeGreaterThan(lead(1));
    expect(lead(50)).toBeGreaterThan(lead(5));
  });

  it('never lower an exam when one more posting names its cloud', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(), (postings, some) => {
        const azure = some % postings;

        expect(scoreOf({ postings: asking(postings, azure + 1) }, 'AI-103')).toBeGreaterThanOrEqual(
          scoreOf({ postings: asking(postings, azure) }, 'AI-103'),
        );
      }),
    );
  });

  it('are quoted in the reason that they give', () => {
    const { certifications } = advise(catalog, { postings: asking(12, 11) }, { today, draws: 1 });
    const reasons = certifications.find(({ code }) => code === 'AI-103')?.reasons.join(' ');

    expect(reasons).toContain('11 of your 12 postings ask for Azure and Microsoft');
    expect(reasons).toContain('"Experience with Azure and Azure OpenAI"');
  });

  it('that are malformed are refused with the place', () => {
    const parsed = parseProfile({ postings: { postings: -1, platforms: [], names: [] } });

    expect(parsed).toMatchObject({
      outcome: 'refused',
      sentences: [expect.stringMatching(/^postings\.postings: /)],
    });
  });
});
