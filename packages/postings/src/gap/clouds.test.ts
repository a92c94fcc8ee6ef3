import { expect, it } from 'vitest';
import type { LexiconEntry } from '../lexicon.ts';
import { withClouds } from './clouds.ts';

const entry = (id: string, category: string, vendor?: string): LexiconEntry => ({
  id,
  canonical: id,
  category,
  vendor,
  aliases: [{ text: id }],
});

const SKILLS = [
  entry('aws', 'cloud_platform', 'AWS'),
  entry('azure', 'cloud_platform', 'Azure'),
  entry('s3', 'storage', 'AWS'),
  entry('lambda', 'compute', 'AWS'),
  entry('python', 'language'),
];

it('shows a cloud by its service with most evidence, and never by a sum', () => {
  const s3 = { answers: 4, credit: 3, labStepsPassed: 2 };
  const lambda = { answers: 5, credit: 5, labStepsPassed: 0 };

  const record = withClouds(
    new Map([
      ['s3', s3],
      ['lambda', lambda],
      ['python', { answers: 40, credit: 40, labStepsPassed: 0 }],
    ]),
    SKILLS,
  );

  expect(record.get('aws')).toEqual(s3);
  expect(record.has('azure')).toBe(false);
  expect(record.size).toBe(4);
});
