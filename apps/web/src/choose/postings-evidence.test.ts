import { describe, expect, it } from 'vitest';
import { readEvidence } from './postings-evidence.ts';

const evidence = {
  postings: 3,
  platforms: [{ vendor: 'AWS', postings: 2, quote: 'We use AWS.' }],
  names: [{ id: 'python', postings: 3 }],
};

describe('evidence as it was kept', () => {
  it('is read as it was written', () => {
    expect(readEvidence(evidence)).toEqual(evidence);
  });

  it.each([{}, { ...evidence, postings: 0 }, { ...evidence, postings: 'many' }, { ...evidence, names: null }])(
    'is not used when it cannot be counted with',
    (kept) => {
      expect(readEvidence(kept)).toBeUndefined();
    },
  );

  it('loses the entries that cannot', () => {
    const kept = { ...evidence, names: [null, { id: 7, postings: 1 }, { id: 'sql', postings: -1 }, ...evidence.names] };

    expect(readEvidence(kept)?.names).toEqual(evidence.names);
  });
});
