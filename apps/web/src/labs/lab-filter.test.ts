import type { LabSummary } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import { everyNamed, filterLabs, readLabsSearch } from './lab-filter.ts';

const lab = (id: string, skills: readonly string[], services: readonly string[]) =>
  ({
    id,
    skills: skills.map((one) => ({ id: one, name: one.toUpperCase() })),
    services: services.map((one) => ({ id: one, name: one.toUpperCase() })),
  }) as unknown as LabSummary; // only these are read

const LABS = [lab('one', ['iam', 's3'], ['s3']), lab('two', ['kinesis'], ['s3', 'kinesis'])];

describe('the list of labs', () => {
  it('shows what has both the skill and the service', () => {
    const ids = (search: Parameters<typeof filterLabs>[1]) => filterLabs(LABS, search).map(({ id }) => id);

    expect(ids({})).toEqual(['one', 'two']);
    expect(ids({ service: 's3' })).toEqual(['one', 'two']);
    expect(ids({ skill: 'kinesis', service: 's3' })).toEqual(['two']);
    expect(ids({ skill: 'iam', service: 'kinesis' })).toEqual([]);
  });

  it('offers each service once, by name', () => {
    expect(everyNamed(LABS, 'services').map(({ name }) => name)).toEqual(['KINESIS', 'S3']);
  });

  it('reads an address that nobody wrote as no filter', () => {
    expect(readLabsSearch({ skill: ['x'], service: '' })).toEqual({});
  });
});
