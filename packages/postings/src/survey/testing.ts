import fc from 'fast-check';
import type { NameFinding, PlatformFinding, ReadPosting, SalaryFinding, Strength } from '../posting.ts';

const PLATFORMS = [
  { id: 'amazon-web-services', canonical: 'Amazon Web Services', vendor: 'AWS' },
  { id: 'microsoft-azure', canonical: 'Microsoft Azure', vendor: 'Azure' },
  { id: 'google-cloud-platform', canonical: 'Google Cloud Platform', vendor: 'GCP' },
] as const;

/** "AWS required, Azure one-of, Python preferred": a text that asks for just that, and what is found in it. */
export function postingOf(
  id: string,
  demands: Readonly<Record<string, Strength>>,
  rest: Partial<Omit<ReadPosting, 'id'>> = {},
): { readonly read: ReadPosting; readonly text: string } {
  const names = Object.entries(demands);
  const text = names.map(([name, strength]) => `We speak of ${name} (${strength}) here.`).join('\n');
  const found = names.map(([name, strength]) => {
    const start = text.indexOf(`of ${name} (`) + 3;
    return { ...named(name), strength, mentions: 1, quote: name, start, end: start + name.length };
  });
  const platforms: PlatformFinding[] = found.flatMap((one) => {
    const platform = PLATFORMS.find(({ vendor }) => vendor === one.quote);
    return platform ? [{ ...one, ...platform, via: 'name' as const }] : [];
  });
  const others = found.filter((one): one is NameFinding => !PLATFORMS.some(({ vendor }) => vendor === one.quote));
  const kind = (prefix: string) => others.filter(({ canonical }) => canonical.startsWith(prefix));
  const read = {
    id,
    language: 'en',
    platforms,
    services: kind('Amazon '),
    certifications: kind('Certified '),
    skills: others.filter(({ canonical }) => !/^(?:Amazon|Certified) /.test(canonical)),
    years: [],
    salaries: [],
    ...rest,
  };
  return { read, text };
}

const named = (name: string) => ({ id: name.toLowerCase().replaceAll(' ', '-'), canonical: name });

export const salary = (low: number, high: number, currency = 'USD'): SalaryFinding => ({
  low,
  high,
  currency,
  period: 'year',
  quote: '',
  start: 0,
  end: 0,
});

const NAMES = ['AWS', 'Azure', 'GCP', 'Python', 'SQL', 'Amazon S3', 'Amazon Bedrock', 'Certified Solutions Architect'];
const demand = fc.constantFrom<Strength>('required', 'one-of', 'preferred', 'stack');

/** Postings of one batch, each with an id of its own. */
export const anyBatch = fc
  .array(
    fc.record({
      demands: fc.dictionary(fc.constantFrom(...NAMES), demand, { maxKeys: 6 }),
      language: fc.constantFrom('en', 'en', 'en', 'und', 'de'),
      low: fc.option(fc.integer({ min: 20_000, max: 200_000 })),
      level: fc.option(fc.constantFrom('senior' as const, 'junior' as const)),
      place: fc.option(fc.constantFrom('Cork', 'CORK', 'Austin, TX')),
    }),
    { maxLength: 60 },
  )
  .map((batch) =>
    batch.map(({ demands, language, low, level, place }, i) =>
      postingOf(`posting-${i}`, demands, {
        language,
        ...(low === null ? {} : { salary: salary(low, low + 20_000) }),
        ...(level === null ? {} : { seniority: { level, quote: '', start: 0, end: 0 } }),
        ...(place === null ? {} : { location: { place, quote: '', start: 0, end: 0 } }),
      }),
    ),
  );
