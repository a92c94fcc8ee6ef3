import { describe, expect, it } from 'vitest';
import { buildLexicon } from './names/build-lexicon.ts';
import { readPosting } from './read-posting.ts';

const lexicon = buildLexicon([
  {
    id: 'aws',
    canonical: 'Amazon Web Services',
    vendor: 'AWS',
    category: 'cloud_platform',
    aliases: [{ text: 'AWS' }],
  },
  { id: 'python', canonical: 'Python', category: 'language', aliases: [{ text: 'Python' }] },
]);

describe('readPosting', () => {
  it('joins names and facts of an English posting', () => {
    const text = `Senior Data Engineer
Location: Leeds, UK (hybrid)

Requirements
- 5+ years of experience with Python
- Experience with AWS
- A degree in computer science or equivalent experience

Salary: £60,000 - £70,000`;

    const read = readPosting({ id: 'a', text, title: 'Senior Data Engineer' }, lexicon);

    expect(read).toMatchObject({
      id: 'a',
      title: 'Senior Data Engineer',
      language: 'en',
      platforms: [{ canonical: 'Amazon Web Services', strength: 'required' }],
      skills: [{ canonical: 'Python' }],
      seniority: { level: 'senior' },
      years: [{ low: 5, isRequired: true }],
      education: { degree: 'bachelor', orExperience: true },
      location: { place: 'Leeds, UK' },
      workMode: { mode: 'hybrid' },
      salary: { low: 60_000, high: 70_000, currency: 'GBP', period: 'year' },
    });
  });

  it('reads only language and pay of a posting in German', () => {
    const text =
      'Du entwickelst mit uns die Datenplattform und hast 5 Jahre Erfahrung mit Python und AWS. Gehalt: 65.000 – 80.000 € brutto im Jahr.';

    const read = readPosting({ id: 'b', text }, lexicon);

    expect(read).toMatchObject({
      language: 'de',
      platforms: [],
      skills: [],
      years: [],
      salary: { low: 65_000, high: 80_000 },
    });
  });
});
