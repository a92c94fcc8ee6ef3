import { describe, expect, it } from 'vitest';
import { complete, serviceIn } from './completing.ts';

describe('the Tab key', () => {
  it('writes the one candidate, and a space behind it', () => {
    const done = complete('aws kin', 7, { from: 4, candidates: ['kinesis'] });

    expect(done).toEqual({ line: 'aws kinesis ', cursor: 12, choices: [] });
  });

  it('goes as far as all candidates agree, and names them', () => {
    const done = complete('aws s', 5, { from: 4, candidates: ['sagemaker', 'sagemaker-runtime'] });

    expect(done?.line).toBe('aws sagemaker');
    expect(done?.choices).toEqual(['sagemaker', 'sagemaker-runtime']);
  });

  it('leaves what stands behind the cursor', () => {
    const done = complete('aws kin put-record', 7, { from: 4, candidates: ['kinesis'] });

    expect(done?.line).toBe('aws kinesis put-record');
  });

  it('does nothing when nothing fits', () => {
    expect(complete('aws nope', 8, { from: 4, candidates: [] })).toBeUndefined();
  });
});

describe('the service of a line', () => {
  it('is that of the last command, also within $( )', () => {
    expect(serviceIn('aws s3 ls && aws iam get-user --user-name ')).toBe('iam');
    expect(serviceIn('ARN=$(aws sts get-caller-identity ')).toBe('sts');
    expect(serviceIn('echo laws of ')).toBeUndefined();
  });
});
