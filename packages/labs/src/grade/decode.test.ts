import { describe, expect, it } from 'vitest';
import { decoded, Unreadable } from './decode.ts';

describe('texts of an answer', () => {
  it('are read at the top and within, and the answer itself stays as it was', () => {
    const answer = { Body: '{"a":1}', Role: { Name: 'r', Policy: '%7B%22Version%22%3A%221%22%7D' } };

    expect(decoded(answer, { Body: 'json', 'Role.Policy': 'json' })).toEqual({
      Body: { a: 1 },
      Role: { Name: 'r', Policy: { Version: '1' } },
    });
    expect(answer.Role.Policy).toMatch(/^%7B/);
  });

  it('that are absent stay absent', () => {
    expect(decoded({ Role: null }, { 'Role.Policy': 'json', 'Key.Policy': 'json' })).toEqual({ Role: null });
  });

  it('that are no JSON are named', () => {
    expect(() => decoded({ Role: { Policy: 'x' } }, { 'Role.Policy': 'json' })).toThrow(Unreadable);
    expect(() => decoded({ Role: { Policy: 'x' } }, { 'Role.Policy': 'json' })).toThrow('Role.Policy is not JSON: x');
  });
});
