import { describe, expect, it } from 'vitest';
import { matchPattern, parsePattern } from './pattern.ts';

const matches = (pattern: string, message: string): boolean =>
  matchPattern(parsePattern(pattern), message) !== undefined;

describe('terms', () => {
  it.each([
    ['', 'anything', true],
    ['ERROR', 'an ERROR here', true],
    ['ERROR', 'an error here', false],
    ['ERROR ARGUMENTS', 'ERROR: ARGUMENTS missing', true],
    ['ERROR ARGUMENTS', 'ERROR only', false],
    ['?ERROR ?WARN', 'WARN only', true],
    ['?ERROR ?WARN', 'INFO only', false],
    ['ERROR -EXITING', 'ERROR, EXITING', false],
    ['"INTERNAL SERVER ERROR"', 'an INTERNAL SERVER ERROR', true],
    ['"INTERNAL SERVER ERROR"', 'INTERNAL ERROR', false],
    ['%AUTHORIZED|ERROR%', 'UNAUTHORIZED', true],
  ])('%s takes %s: %s', (pattern, message, expected) => {
    expect(matches(pattern, message)).toBe(expected);
  });
});

describe('JSON', () => {
  const event = JSON.stringify({
    eventType: 'UpdateTrail',
    ip: '111.111.1.1',
    latency: 120,
    ok: true,
    gone: null,
    list: [{ id: 1 }, { id: 7 }],
    user: { 'first name': 'Ann' },
  });

  it.each([
    ['{ $.eventType = "UpdateTrail" }', true],
    ['{ $.eventType = "Update*" }', true],
    ['{ $.eventType = "*ail" && $.latency >= 120 }', true],
    ['{ $.eventType = "*x*" }', false],
    ['{ $.ip != 123.123.* }', true],
    ['{ $.ip = 111.* }', true],
    ['{ $.latency > 100 && ($.ok IS FALSE || $.latency < 200) }', true],
    ['{ $.latency = 120.0 }', true],
    ['{ $.latency > 200 }', false],
    ['{ $.ok IS TRUE }', true],
    ['{ $.gone IS NULL }', true],
    ['{ $.absent NOT EXISTS }', true],
    ['{ $.gone NOT EXISTS }', false],
    ['{ $.absent != "x" }', false],
    ['{ $.list[1].id = 7 }', true],
    ['{ $.list[*].id = 7 }', true],
    ['{ $.user[\'first name\'] = "Ann" }', true],
    ['{ $.eventType = %^Up% }', true],
  ])('%s: %s', (pattern, expected) => {
    expect(matches(pattern, event)).toBe(expected);
  });

  it('never takes a line that is no JSON', () => {
    expect(matches('{ $.a NOT EXISTS }', 'plain text')).toBe(false);
  });

  it('gives metric filters the value of a field', () => {
    expect(matchPattern(parsePattern('{ $.latency = * }'), event)?.valueOf('$.latency')).toBe('120');
  });
});

describe('columns', () => {
  const line = '127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] "GET /apache_pb.gif HTTP/1.0" 404 1534';

  it.each([
    ['[ip, user, username, timestamp, request, status_code, bytes]', true],
    ['[ip, user, username, timestamp, request, status_code = 4*, bytes > 1000]', true],
    ['[ip, user, username, timestamp, request, status_code = 5*, bytes]', false],
    ['[..., request = *gif*, status_code = 404 || status_code = 410, bytes]', true],
    ['[ip, ...]', true],
    ['[ip, user]', false],
  ])('%s: %s', (pattern, expected) => {
    expect(matches(pattern, line)).toBe(expected);
  });

  it('gives metric filters the value of a column', () => {
    expect(matchPattern(parsePattern('[..., bytes]'), line)?.valueOf('$bytes')).toBe('1534');
  });
});

it.each(['{ $.a = ', '{ $.a }', '{ a = 1 }', '[a, ..., ...]', '[a = ]', 'two.parts', '%(?=a)%', '%(%'])(
  'refuses %s',
  (pattern) => {
    expect(() => parsePattern(pattern)).toThrow('Invalid filter pattern');
  },
);
