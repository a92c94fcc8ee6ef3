import { describe, expect, it } from 'vitest';
import { matchesPattern, parsePattern } from './pattern.ts';
import type { Json } from './pattern-leaf.ts';

const matches = (pattern: unknown, event: Json) => {
  const parsed = parsePattern(JSON.stringify(pattern));
  if (parsed.outcome === 'fault') throw new Error(parsed.fault);
  return matchesPattern(parsed.pattern, event);
};

const faultOf = (pattern: unknown) => {
  const parsed = parsePattern(typeof pattern === 'string' ? pattern : JSON.stringify(pattern));
  return parsed.outcome === 'fault' ? parsed.fault : undefined;
};

describe('a pattern', () => {
  it.each<[string, unknown, Json, boolean]>([
    ['a value', { a: ['x'] }, { a: 'x', b: 1 }, true],
    ['another value', { a: ['x', 'y'] }, { a: 'z' }, false],
    ['a number, not its text', { a: [1] }, { a: '1' }, false],
    ['null', { a: [null] }, { a: null }, true],
    ['null where nothing is', { a: [null] }, {}, false],
    ['an entry of a list', { a: ['x'] }, { a: ['w', 'x'] }, true],
    ['members side by side', { a: ['x'], b: ['y'] }, { a: 'x', b: 'z' }, false],
    ['a nested member', { a: { b: ['x'] } }, { a: { b: 'x' } }, true],
    [
      'members of one entry',
      { a: { b: [1], c: [2] } },
      {
        a: [
          { b: 1, c: 3 },
          { b: 4, c: 2 },
        ],
      },
      false,
    ],
    ['prefix', { a: [{ prefix: 'us-' }] }, { a: 'us-east-1' }, true],
    ['prefix in any case', { a: [{ prefix: { 'equals-ignore-case': 'EV' } }] }, { a: 'event' }, true],
    ['suffix', { a: [{ suffix: '.png' }] }, { a: 'x.jpg' }, false],
    ['equals-ignore-case', { a: [{ 'equals-ignore-case': 'alice' }] }, { a: 'ALICE' }, true],
    ['anything-but', { a: [{ 'anything-but': 'x' }] }, { a: 'y' }, true],
    ['anything-but on what is missing', { a: [{ 'anything-but': 'x' }] }, {}, false],
    ['anything-but of a list', { a: [{ 'anything-but': [1, 2] }] }, { a: 2 }, false],
    ['anything-but a prefix', { a: [{ 'anything-but': { prefix: 'us-' } }] }, { a: 'us-east-1' }, false],
    ['anything-but one of suffixes', { a: [{ 'anything-but': { suffix: ['.png', '.jpg'] } }] }, { a: 'x.gif' }, true],
    ['anything-but a wildcard', { a: [{ 'anything-but': { wildcard: '*/lib/*' } }] }, { a: 'x/lib/y' }, false],
    ['numeric within bounds', { a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 5 }, true],
    ['numeric out of bounds', { a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 5.1 }, false],
    ['numeric on a text', { a: [{ numeric: ['=', 5] }] }, { a: '5' }, false],
    ['exists', { a: [{ exists: true }] }, { a: null }, true],
    ['exists not', { a: { b: [{ exists: false }] } }, { a: { c: 1 } }, true],
    ['exists not, without the parent', { a: { b: [{ exists: false }] } }, {}, true],
    ['an address in a range', { a: [{ cidr: '10.0.0.0/24' }] }, { a: '10.0.0.7' }, true],
    ['an address out of it', { a: [{ cidr: '10.0.0.0/24' }] }, { a: '10.0.1.7' }, false],
    ['wildcard', { a: [{ wildcard: 'dir/*.pn*g' }] }, { a: 'dir/x.png' }, true],
    ['wildcard that overlaps itself', { a: [{ wildcard: 'ab*ba' }] }, { a: 'aba' }, false],
    ['wildcard with a star', { a: [{ wildcard: 'a\\*b' }] }, { a: 'a*b' }, true],
    ['$or, the second', { $or: [{ a: ['x'] }, { b: [{ numeric: ['<', 3] }] }] }, { a: 'y', b: 2 }, true],
    ['$or, none', { c: ['z'], $or: [{ a: ['x'] }, { b: ['x'] }] }, { a: 'x', c: 'y' }, false],
    ['a name of the prototype', { constructor: [{ exists: false }] }, {}, true],
  ])('decides about %s', (_, pattern, event, expected) => {
    expect(matches(pattern, event)).toBe(expected);
  });

  it.each([
    ['{"a": ', 'not JSON'],
    [[], 'must be a JSON object'],
    [{}, 'must not be empty'],
    [{ a: 'x' }, '"a" must be an object or an array'],
    [{ a: [] }, '"a" must not be an empty array'],
    [{ a: { b: [{ like: 'x' }] } }, '"a.b": unrecognized match type like'],
    [{ a: [{ numeric: ['>', 'x'] }] }, 'numeric must be'],
    [{ a: [{ cidr: '10.0.0.0/99' }] }, 'no range of addresses'],
    [{ a: [{ prefix: 3 }] }, 'prefix must be a text'],
    [{ a: [{ wildcard: '**' }] }, 'two * in a row'],
    [{ a: [{ 'anything-but': [1, 'x'] }] }, 'anything-but must be'],
  ])('says what is wrong with %j', (pattern, fault) => {
    expect(faultOf(pattern)).toContain(fault);
  });
});
