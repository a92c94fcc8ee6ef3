import { describe, expect, it } from 'vitest';
import { awayText } from './note-words.ts';

const now = new Date(2026, 10, 21, 17, 0);

describe('a page without the server', () => {
  it('says how old it is, with the day if it is another', () => {
    expect(awayText(new Date(2026, 10, 21, 16, 45).getTime(), now)).toContain('as of 16:45.');
    expect(awayText(new Date(2026, 10, 20, 9, 5).getTime(), now)).toContain('as of 20 November, 09:05.');
  });

  it('says nothing of its age when nothing on it is old', () => {
    expect(awayText(undefined, now)).not.toContain('as of');
  });
});
