import { describe, expect, it } from 'vitest';
import { verdictOf } from './journal-verdict.ts';

const decided = (decision: string) => ({ decision, action: 's3:GetObject', why: 'because' });

describe('what became of a call', () => {
  it('is denied by anything but a policy that allows', () => {
    expect(verdictOf({ decision: decided('explicitDeny'), errorCode: 'AccessDenied' }).text).toBe('Denied');
    expect(verdictOf({ decision: decided('implicitDeny'), errorCode: null }).text).toBe('Denied');
  });

  it('is the error of the service when policies allowed it', () => {
    expect(verdictOf({ decision: decided('allow'), errorCode: 'NoSuchKey' })).toEqual({
      tone: 'warn',
      text: 'NoSuchKey',
    });
  });

  it('is an answer otherwise', () => {
    expect(verdictOf({ decision: decided('allow'), errorCode: null }).text).toBe('Allowed');
    expect(verdictOf({ decision: null, errorCode: null }).text).toBe('Answered');
  });
});
