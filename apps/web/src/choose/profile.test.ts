import { BACKGROUNDS, CRITERIA, type Profile } from '@cairn/catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProfile, searchOf, withAnswer } from './profile.ts';
import { parseProfileSearch } from './profile-search.ts';

const slug = fc.stringMatching(/^[a-z]{1,8}(-[a-z0-9]{1,6})?$/);
const profiles: fc.Arbitrary<Profile> = fc.record(
  {
    background: fc.constantFrom(...BACKGROUNDS),
    experienceYears: fc.integer({ min: 0, max: 60 }),
    mathematics: fc.integer({ min: 0, max: 4 }),
    enjoys: fc.uniqueArray(slug, { minLength: 1, maxLength: 5 }),
    targetPlatform: fc.constantFrom('aws', 'azure', 'any'),
    targetCertification: fc.constantFrom('AIF-C01', 'AI-103', 'MLS-C01'),
    hoursPerWeek: fc.integer({ min: 1, max: 80 }),
    languages: fc.uniqueArray(fc.constantFrom('en', 'ja', 'zh-hans'), { minLength: 1 }),
    wantedBy: fc.constantFrom('2027-03-01', '2028-12-31'),
    weights: fc.dictionary(fc.constantFrom(...CRITERIA), fc.integer({ min: 0, max: 100 }), { minKeys: 1 }),
  },
  { requiredKeys: [] },
);

describe('a profile in an address', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { profile: read, faults } = readProfile(parseProfileSearch(searchOf(profile)));

        expect(read).toEqual(profile);
        expect(faults).toEqual([]);
      }),
    );
  });

  it('never breaks the page, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('background', 'weights', 'enjoys', 'hoursPerWeek'), fc.anything()),
        (raw) => {
          expect(() => readProfile(parseProfileSearch(raw))).not.toThrow();
        },
      ),
    );
  });

  it.each([
    ['background', 'astronaut', /^background was not used: use one of software/],
    ['hoursPerWeek', 900, /from 1 to 80/],
    ['mathematics', 2.5, /whole number/],
    ['wantedBy', '2027-13-45', /calendar day/],
    ['targetCertification', 'anything', /exam code/],
    ['weights', 'luck:10', /criteria/],
    ['weights', 'cost:900', /0 to 100/],
    ['enjoys', '<script>', /cannot be read/],
  ])('says what is wrong with %s=%s and goes on without it', (key, value, sentence) => {
    const { profile, faults } = readProfile(parseProfileSearch({ [key]: value, experienceYears: 3 }));

    expect(profile).toEqual({ experienceYears: 3 });
    expect(faults).toEqual([expect.stringMatching(sentence)]);
  });

  it('takes a code in lower case', () => {
    expect(readProfile({ targetCertification: 'ai-102' }).profile).toEqual({ targetCertification: 'AI-102' });
  });
});

describe('withAnswer', () => {
  it('sets an answer and takes it back', () => {
    const answered = withAnswer({ mathematics: 2 }, 'hoursPerWeek', 6);

    expect(answered).toEqual({ mathematics: 2, hoursPerWeek: 6 });
    expect(withAnswer(answered, 'hoursPerWeek', undefined)).toEqual({ mathematics: 2 });
  });

  it('reads an empty list as no answer', () => {
    expect(withAnswer({ enjoys: ['robots'] }, 'enjoys', [])).toEqual({});
  });
});
