import { describe, expect, it } from 'vitest';
import { answersToDrop, filesOf, filesToDrop, isFresh, isWorthKeeping, treatmentOf } from './keeping-rules.ts';

const HERE = 'http://127.0.0.1:4280';
const SHELL = new Set(['/theme.js']);

const treated = (address: string, { method = 'GET', mode = 'cors' } = {}) =>
  treatmentOf({ method, mode, url: new URL(address, HERE), origin: HERE }, SHELL);

describe('a request', () => {
  it.each([
    ['/api/catalog', 'answer'],
    ['/api/lessons/aif-c01/1.1', 'answer'],
    ['/api/cards/overview?timeZone=UTC', 'answer'],
    ['/api/today?timeZone=UTC&minutes=20', 'answer'],
    ['/api/attempts', 'answer'],
    ['/assets/index-Ab3.js', 'asset'],
    ['/theme.js', 'shell'],
  ])('for %s is treated as %s', (address, treatment) => {
    expect(treated(address)).toBe(treatment);
  });

  it.each([
    ['the queue of cards, which the page keeps with what was answered since', '/api/cards/queue?limit=100'],
    ['an attempt, which the player keeps', '/api/attempts/0192'],
    ['a report, which holds keys', '/api/attempts/0192/report'],
    ['settings, which are written back as a whole', '/api/study-settings'],
    ['a profile, likewise', '/api/profile'],
    ['the health of the server', '/api/health'],
    ['the page of a problem', '/problems/form-short'],
    ['a file of which nobody said that it belongs to the app', '/sw.js'],
    ['another host', 'https://evil.example/api/catalog'],
  ])('for %s passes', (_, address) => {
    expect(treated(address)).toBe('pass');
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('that is a %s passes, whatever it is for', (method) => {
    expect(treated('/api/lessons', { method })).toBe('pass');
    expect(treated('/learn', { method, mode: 'navigate' })).toBe('pass');
  });

  it('that opens an address of the app is for the page, one for an API is not', () => {
    expect(treated('/learn/aif-c01', { mode: 'navigate' })).toBe('page');
    expect(treated('/api/unknown', { mode: 'navigate' })).toBe('pass');
  });
});

describe('an answer', () => {
  const json = { status: 200, type: 'application/json; charset=UTF-8', bytes: 100 };

  it('is kept if it is whole, JSON, and of some size', () => {
    expect(isWorthKeeping(json)).toBe(true);
    expect(isWorthKeeping({ ...json, status: 304 })).toBe(false);
    expect(isWorthKeeping({ ...json, status: 503 })).toBe(false);
    expect(isWorthKeeping({ ...json, type: 'text/html' })).toBe(false);
    expect(isWorthKeeping({ ...json, bytes: 4_000_001 })).toBe(false);
  });

  it('gives way when there are too many, the oldest first', () => {
    const kept = [3, 1, 2].map((asOf) => ({ url: `/${asOf}`, bytes: 10, asOf }));

    expect(answersToDrop(kept, 2)).toEqual(['/1']);
    expect(answersToDrop(kept, 3)).toEqual([]);
  });

  it('gives way when all together are too large', () => {
    const kept = [1, 2, 3].map((asOf) => ({ url: `/${asOf}`, bytes: 10, asOf }));

    expect(answersToDrop(kept, 9, 20)).toEqual(['/1']);
    expect(answersToDrop(kept, 9, 29)).toEqual(['/1']);
  });

  it('is not asked for ahead of need again within some hours; one from the future is', () => {
    const now = 100 * 3_600_000;

    expect(isFresh(now - 1000, now)).toBe(true);
    expect(isFresh(now - 7 * 3_600_000, now)).toBe(false);
    expect(isFresh(now + 1000, now)).toBe(false);
    expect(isFresh(undefined, now)).toBe(false);
  });
});

it('files of the build before stay, for pages that are still open; older ones go', () => {
  const caches = ['cairn-answers-x', filesOf('a'), filesOf('b'), 'other', filesOf('c')];

  expect(filesToDrop(caches, 'c')).toEqual([filesOf('a')]);
  expect(filesToDrop([filesOf('c')], 'c')).toEqual([]);
});
