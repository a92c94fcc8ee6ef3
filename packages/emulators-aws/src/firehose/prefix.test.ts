import { describe, expect, it } from 'vitest';
import { checkPrefixes, fillPrefix } from './prefix.ts';

const fill = (prefix: string, timeZone = 'UTC') =>
  fillPrefix(prefix, { at: Date.parse('2026-03-01T23:04:05Z'), timeZone, randomString: () => 'abcdefghijk' });

describe('a prefix', () => {
  it.each([
    ['', '2026/03/01/23/'],
    ['raw/', 'raw/2026/03/01/23/'],
    ["raw/!{timestamp:'year='yyyy'/month='MM'/day='dd}/", 'raw/year=2026/month=03/day=01/'],
    ['raw/!{timestamp:yyyy-MM-dd}/!{timestamp:H:m:s}/', 'raw/2026-03-01/23:4:5/'],
    ['!{firehose:random-string}/!{timestamp:yy/DDD}/', 'abcdefghijk/26/060/'],
  ])('%j is filled', (prefix, expected) => {
    expect(fill(prefix)).toBe(expected);
  });

  it('may be in the time of another place', () => {
    expect(fill('', 'Asia/Tokyo')).toBe('2026/03/02/08/');
  });

  it.each([
    ['!{timestamp:yyyy}/', '', 'ErrorOutputPrefix cannot be null'],
    ['!{timestamp:yyyy}/', 'errors/', 'must contain !{firehose:error-output-type}'],
    ['!{timestamp:eee}/', 'e/!{firehose:error-output-type}/', 'eee in'],
    ['!{partitionKeyFromQuery:id}/', 'e/!{firehose:error-output-type}/', 'dynamic partitioning'],
    ['!{planet:earth}/', 'e/!{firehose:error-output-type}/', 'no expression'],
    ['!{timestamp:yyyy/', '', 'without its }'],
  ])('%j with errors under %j is refused', (prefix, errors, message) => {
    expect(() => checkPrefixes(prefix, errors)).toThrow(message);
  });
});
