import { describe, expect, it } from 'vitest';
import { CRITERIA, parseProfile } from '../index.ts';

const sentences = (input: unknown) => {
  const parsed = parseProfile(input);
  return parsed.outcome === 'refused' ? parsed.sentences : [];
};

describe('a profile', () => {
  it('may say nothing, or everything', () => {
    const full = {
      background: 'software',
      experienceYears: 2.5,
      mathematics: 2,
      programming: 4,
      enjoys: ['agents'],
      currentCloud: 'any',
      targetPlatform: 'azure',
      role: 'ai-engineer',
      targetCertification: 'ai-102',
      hoursPerWeek: 6,
      budgetUsd: 0,
      languages: ['English', 'ja'],
      wantedBy: '2027-03-01',
      holds: ['AI-901'],
      weights: { 'platform-fit': 100 },
    };

    expect(parseProfile({})).toEqual({ outcome: 'profile', profile: {} });
    expect(parseProfile(full)).toMatchObject({ outcome: 'profile', profile: { targetCertification: 'AI-102' } });
  });

  it.each([
    [[], 'The profile must be an object with keys such as background and hoursPerWeek.'],
    ['x', 'The profile must be an object with keys such as background and hoursPerWeek.'],
    [{ backgroud: 'software' }, '"backgroud" is not known; did you mean "background"?'],
    [{ weights: { 'platform-ft': 3 } }, 'weights: "platform-ft" is not known; did you mean "platform-fit"?'],
    [{ mathematics: 5 }, 'mathematics: write 0 to 4.'],
    [{ hoursPerWeek: 0 }, 'hoursPerWeek: write a number above 0.'],
    [{ hoursPerWeek: 'ten' }, 'hoursPerWeek: write a number.'],
    [{ wantedBy: '2027-02-30' }, 'wantedBy: write a calendar day such as 2027-03-01.'],
    [{ targetPlatform: 'gcp' }, 'targetPlatform: write aws, azure or any.'],
    [{ targetCertification: 'nonsense' }, 'targetCertification: write an exam code such as AIF-C01 or AI-103.'],
    [{ budgetUsd: -1 }, 'budgetUsd: write 0 or more.'],
    [
      { weights: Object.fromEntries(CRITERIA.map((id) => [id, 0])) },
      'weights: all weights are 0; give at least one criterion more than 0.',
    ],
  ])('%j is refused in one clear sentence', (input, sentence) => {
    expect(sentences(input)).toEqual([sentence]);
  });

  it('names every fault at once', () => {
    expect(sentences({ mathematics: -1, programming: 9, hoursPerWeek: 100 })).toHaveLength(3);
  });
});
