import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCondition, holds } from './condition.ts';
import { OPERATOR_NAMES } from './condition-operators.ts';
import { parseAddressRange, parseDate } from './condition-values.ts';

type Values = readonly string[] | undefined;

/** Whether `operator` of key `k` with `expected` holds for a request that has `found` as its values. */
function check(operator: string, expected: readonly string[], found: Values): boolean {
  const keys = new Map(found === undefined ? [] : [['k', found]]);
  const condition = compileCondition({ operator, key: 'K', values: expected }, true);
  return holds(condition, keys, () => undefined);
}

describe('an operator on one value', () => {
  it.each([
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', 'a', 'A', false],
    ['StringEquals', 'a*', 'ab', false],
    ['StringEqualsIgnoreCase', 'Key', 'kEY', true],
    ['StringLike', 'home/*', 'home/ann', true],
    ['StringLike', 'home/*', 'Home/ann', false],
    ['StringNotLike', 'home/*', 'tmp/x', true],
    ['NumericEquals', '10', '10.0', true],
    ['NumericLessThan', '10', '9.5', true],
    ['NumericLessThanEquals', '10', '10', true],
    ['NumericGreaterThan', '10', '10', false],
    ['NumericGreaterThanEquals', '10', '1e1', true],
    ['NumericEquals', '10', 'ten', false],
    ['DateEquals', '2026-11-21', '2026-11-21T00:00:00Z', true],
    ['DateLessThan', '2026-11-21T10:00:00Z', '2026-11-21T10:30:00+01:00', true],
    ['DateGreaterThan', '1763715600', '2026-11-21T09:00:00Z', true],
    ['DateGreaterThanEquals', '2020-01-01T00:00:01Z', '2020-01-01T00:00:00Z', false],
    ['Bool', 'true', 'TRUE', true],
    ['Bool', 'false', 'true', false],
    ['BinaryEquals', 'QmluYXJ5VmFsdWVJbkJhc2U2NA==', 'QmluYXJ5VmFsdWVJbkJhc2U2NA', true],
    ['BinaryEquals', 'QmluYXJ5', 'Qmlu', false],
    ['IpAddress', '203.0.113.0/24', '203.0.113.77', true],
    ['IpAddress', '203.0.113.0/24', '203.0.114.1', false],
    ['IpAddress', '10.0.0.8', '10.0.0.8', true],
    ['IpAddress', '10.0.0.0/24', '10.0.0.0/16', false],
    ['IpAddress', '10.0.0.0/31', '10.0.0.2', false],
    ['IpAddress', '0.0.0.0/0', '2001:db8::1', false],
    ['IpAddress', '2001:DB8:1234:5678::/64', '2001:db8:1234:5678:abcd::1', true],
    ['IpAddress', '2001:DB8:1234:5678::/64', '2001:db8:1234:5679::1', false],
    ['IpAddress', '::ffff:10.0.0.0/104', '::ffff:10.9.9.9', true],
    ['NotIpAddress', '203.0.113.0/24', '198.51.100.1', true],
    ['ArnEquals', 'arn:aws:s3:::data', 'arn:aws:s3:::data', true],
    ['ArnLike', 'arn:aws:sns:*:123456789012:*', 'arn:aws:sns:eu-west-1:123456789012:t', true],
    ['ArnLike', 'arn:aws:sns:*', 'arn:aws:sns:eu-west-1:123456789012:t', false],
    ['ArnNotEquals', 'arn:aws:s3:::data', 'arn:aws:s3:::logs', true],
  ])('%s "%s" on "%s" gives %s', (operator, expected, found, outcome) => {
    expect(check(operator, [expected], [found])).toBe(outcome);
  });

  it('keeps the wildcard of an ARN within its colons', () => {
    const value = 'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt';
    const pattern = 'arn:aws:someservice:*:111122223333:finance/*';

    expect(check('StringLike', [pattern], [value])).toBe(true);
    expect(check('ArnLike', [pattern], [value])).toBe(false);
  });
});

describe('a missing key', () => {
  const positive = OPERATOR_NAMES.filter((name) => !name.includes('Not') && name !== 'Null');
  const negated = OPERATOR_NAMES.filter((name) => name.includes('Not'));

  it.each(positive)('makes %s false and its IfExists true', (name) => {
    expect(check(name, ['1'], undefined)).toBe(false);
    expect(check(`${name}IfExists`, ['1'], undefined)).toBe(true);
  });

  it.each(negated)('makes %s true, with IfExists as well', (name) => {
    expect(check(name, ['1'], undefined)).toBe(true);
    expect(check(`${name}IfExists`, ['1'], undefined)).toBe(true);
  });

  it('is what Null asks for', () => {
    expect(check('Null', ['true'], undefined)).toBe(true);
    expect(check('Null', ['false'], undefined)).toBe(false);
    expect(check('Null', ['true'], ['x'])).toBe(false);
    expect(check('Null', ['false'], ['x'])).toBe(true);
  });
});

describe('a multivalued key', () => {
  const columns = ['PostDateTime', 'Message', 'Tags'];

  it.each([
    ['ForAllValues:StringLike', ['PostDateTime', 'Message'], true],
    ['ForAllValues:StringLike', ['PostDateTime', 'UserName'], false],
    ['ForAllValues:StringLike', [], true],
    ['ForAllValues:StringLike', [''], true],
    ['ForAllValues:StringLike', undefined, true],
    ['ForAnyValue:StringLike', ['PostDateTime', 'UserName'], true],
    ['ForAnyValue:StringLike', ['UserName'], false],
    ['ForAnyValue:StringLike', [], false],
    ['ForAnyValue:StringLike', undefined, false],
    ['ForAnyValue:StringLikeIfExists', undefined, true],
    ['ForAllValues:StringNotEquals', ['Id', 'UserName'], true],
    ['ForAllValues:StringNotEquals', ['Id', 'Tags'], false],
    ['ForAnyValue:StringNotEquals', ['Id', 'Tags'], true],
    ['ForAnyValue:StringNotEquals', ['Message', 'Tags'], false],
  ] as const)('%s with %j gives %s', (operator, found, outcome) => {
    expect(check(operator, columns, found)).toBe(outcome);
  });
});

describe('negation', () => {
  const pairs = [
    ['StringEquals', 'StringNotEquals'],
    ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
    ['StringLike', 'StringNotLike'],
    ['NumericEquals', 'NumericNotEquals'],
    ['DateEquals', 'DateNotEquals'],
    ['IpAddress', 'NotIpAddress'],
    ['ArnLike', 'ArnNotLike'],
  ] as const;
  const value = fc.oneof(
    fc.constantFrom('a', 'A', 'b*', '1', '2', '10.0.0.1', '10.0.0.0/8', '2026-11-21'),
    fc.string(),
  );
  const values = fc.array(value, { maxLength: 3 });

  it.each(pairs)('turns %s into %s exactly, missing keys included', (positive, negative) => {
    fc.assert(
      fc.property(values, fc.option(values, { nil: undefined }), (expected, found) => {
        expect(check(negative, expected, found)).toBe(!check(positive, expected, found));
      }),
    );
  });

  it('of both the test and the quantifier is the identity', () => {
    fc.assert(
      fc.property(values, values, (expected, found) => {
        const every = check('ForAllValues:StringEquals', expected, found);

        expect(check('ForAnyValue:StringNotEquals', expected, found)).toBe(!every);
      }),
    );
  });
});

describe('a date', () => {
  it.each(['2026', '2026-11', '2026-11-21', '2026-11-21T09:00Z', '2026-11-21T09:00:00.123Z', '1795251600'])(
    'may be %s',
    (text) => expect(parseDate(text)).toEqual(expect.any(Number)),
  );

  it.each(['', 'soon', '2026-13-01', '2026-02-31', '2026-11-21T25:00Z', '2026-11-21 09:00', '20/11/2026'])(
    'is not %j',
    (text) => expect(parseDate(text)).toBeUndefined(),
  );
});

describe('an address', () => {
  it.each(['1.2.3', '1.2.3.256', '1.2.3.4/33', '1.2.3.4/', '1:2', ':::', '1::2::3', '2001:db8::/129', 'host'])(
    'is not %j',
    (text) => expect(parseAddressRange(text)).toBeUndefined(),
  );

  it('of IPv6 may leave out one run of zeros', () => {
    expect(parseAddressRange('::1')?.bytes).toEqual([...Array.from({ length: 15 }, () => 0), 1]);
    expect(parseAddressRange('1:2:3:4:5:6:7::')?.bytes.at(-1)).toBe(0);
  });
});
