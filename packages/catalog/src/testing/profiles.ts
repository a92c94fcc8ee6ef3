import fc from 'fast-check';
import { BACKGROUNDS, type Catalog, type Profile } from '../index.ts';

/** Any profile that the schema lets through, sparse ones included. */
export function profilesOver(catalog: Catalog): fc.Arbitrary<Profile> {
  const platform = fc.constantFrom('aws' as const, 'azure' as const, 'any' as const);
  const question = catalog.advisor.questions.find(({ key }) => key === 'enjoys');
  const tags = question?.options.map(({ value }) => String(value)) ?? [];
  return fc.record(
    {
      background: fc.constantFrom(...BACKGROUNDS),
      experienceYears: fc.integer({ min: 0, max: 30 }),
      mathematics: fc.integer({ min: 0, max: 4 }),
      programming: fc.integer({ min: 0, max: 4 }),
      enjoys: fc.subarray(tags, { maxLength: 3 }),
      currentCloud: platform,
      targetPlatform: platform,
      role: fc.constantFrom(...catalog.roles.map(({ id }) => id)),
      targetCertification: fc.constantFrom(...catalog.certifications.map(({ code }) => code)),
      hoursPerWeek: fc.integer({ min: 1, max: 40 }),
      budgetUsd: fc.integer({ min: 0, max: 400 }),
      languages: fc.subarray(['en', 'Japanese', 'de', 'zh'], { maxLength: 2 }),
      postings: postingsOver(catalog),
      wantedBy: fc.constantFrom('2026-12-15', '2027-03-01', '2028-01-01'),
    },
    { requiredKeys: [] },
  );
}

function postingsOver(catalog: Catalog): fc.Arbitrary<NonNullable<Profile['postings']>> {
  const postings = fc.integer({ min: 0, max: 200 });
  const ids = catalog.skills.map(({ id }) => id);
  return fc.record({
    postings,
    platforms: fc.uniqueArray(fc.record({ vendor: fc.constantFrom('AWS', 'Azure', 'GCP'), postings }), {
      maxLength: 3,
      selector: ({ vendor }) => vendor,
    }),
    names: fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), postings }), {
      maxLength: 20,
      selector: ({ id }) => id,
    }),
  });
}
