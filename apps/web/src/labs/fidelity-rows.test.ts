import { describe, expect, it } from 'vitest';
import { type FidelityRow, findRows } from './fidelity-rows.ts';

const ROWS: readonly FidelityRow[] = [
  { service: 'S3', operation: 'PutObject', fidelity: 'real', differs: '' },
  { service: 'S3', operation: 'PutBucketAcl', fidelity: 'simplified', differs: 'Only canned lists.' },
  { service: 'Glue', operation: 'StartCrawler', fidelity: 'real', differs: '' },
];

describe('the search for an operation', () => {
  it('wants every word, in any order and any case', () => {
    expect(findRows(ROWS, { words: 'object s3', kind: 'all' }).map(({ operation }) => operation)).toEqual([
      'PutObject',
    ]);
    expect(findRows(ROWS, { words: ' canned ', kind: 'all' })).toHaveLength(1);
    expect(findRows(ROWS, { words: 's3 crawler', kind: 'all' })).toEqual([]);
  });

  it('narrows to one kind', () => {
    expect(findRows(ROWS, { words: '', kind: 'real' })).toHaveLength(2);
  });
});
