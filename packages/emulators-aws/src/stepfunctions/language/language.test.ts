import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from './check.ts';
import { holds } from './choice.ts';
import type { Json, JsonObject } from './json.ts';
import { placed, select } from './json-path.ts';
import { StatesError } from './states-error.ts';
import { fill, type Scope } from './template.ts';

const scopeOf = (input: Json, context: Json = {}): Scope => ({
  input,
  context,
  chance: { uuid: () => 'id', rng: () => seededRng(1) },
});

const STORE = {
  book: [
    { title: 'a', price: 8, tags: ['x'] },
    { title: 'b', price: 12, tags: [] },
    { title: 'c', price: 23 },
  ],
  'odd name': { 'with.dot': 1 },
};

describe('a JSONPath selects', () => {
  it.each<[string, Json | undefined]>([
    ['$', STORE],
    ['$.book[1].title', 'b'],
    ['$.book[-1].title', 'c'],
    ["$['odd name']['with.dot']", 1],
    ['$.none', undefined],
    ['$.book[7].title', undefined],
    ['$.book[*].price', [8, 12, 23]],
    ['$..title', ['a', 'b', 'c']],
    ['$.book[0:2].title', ['a', 'b']],
    ['$.book[0,2].title', ['a', 'c']],
    ['$.book[?(@.price < 20)].title', ['a', 'b']],
    ["$.book[?(@.price > 10 && @.title == 'c')].price", [23]],
    ['$.book[?(@.tags)].title', ['a', 'b']],
    ['$.book[?(@.price > 100)]', []],
  ])('by %s', (path, expected) => {
    expect(select(path, STORE)).toEqual(expected);
  });

  it.each(['book', '$.', '$.a[', '$.a[b]', '$.a[?(!)]', '$a'])('nothing by %s, which is no path', (path) => {
    expect(() => select(path, STORE)).toThrow(SyntaxError);
  });
});

describe('a reference path writes', () => {
  it('into objects that it makes on the way, and leaves the input as it was', () => {
    const input = { a: { b: 1 } };

    expect(placed('$.a.c.d', input, 2)).toEqual({ a: { b: 1, c: { d: 2 } } });
    expect(input).toEqual({ a: { b: 1 } });
  });

  it('not through a value that holds none', () => {
    expect(() => placed('$.a.b', { a: 1 }, 2)).toThrow(RangeError);
  });
});

describe('a template', () => {
  it('takes from the input, the context and functions', () => {
    const scope = scopeOf({ n: 1, list: [1, 2, 3] }, { Execution: { Name: 'e' } });

    const filled = fill(
      {
        'a.$': '$.n',
        b: [{ 'c.$': '$$.Execution.Name' }],
        'd.$': "States.Format('{}-{}', $.n, States.ArrayLength($.list))",
      },
      scope,
    );

    expect(filled).toEqual({ a: 1, b: [{ c: 'e' }], d: '1-3' });
  });

  it.each<[string, Json]>([
    ["States.Format('\\{{}\\} it\\'s {}', 1, 'x')", "{1} it's x"],
    ['States.StringToJson(\'{"a":1}\')', { a: 1 }],
    ['States.JsonToString($.o)', '{"k":"v"}'],
    ['States.Array(1, true, null)', [1, true, null]],
    ['States.ArrayPartition($.list, 2)', [[1, 2], [3]]],
    ['States.ArrayContains($.list, 3)', true],
    ['States.ArrayRange(1, 9, 3)', [1, 4, 7]],
    ['States.ArrayGetItem($.list, 1)', 2],
    ['States.ArrayUnique(States.Array(1, 1, 2))', [1, 2]],
    ["States.Base64Decode(States.Base64Encode('é'))", 'é'],
    ["States.Hash('a', 'SHA-256')", 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb'],
    ['States.JsonMerge($.o, $.p, false)', { k: 'w' }],
    ['States.MathAdd(5, -7)', -2],
    ["States.StringSplit('a,b;c', ',;')", ['a', 'b', 'c']],
    ['States.UUID()', 'id'],
  ])('computes %s', (text, expected) => {
    const scope = scopeOf({ list: [1, 2, 3], o: { k: 'v' }, p: { k: 'w' } });

    expect(fill({ 'x.$': text }, scope)).toEqual({ x: expected });
  });

  it.each([
    ["States.Format('{}')", 'States.IntrinsicFailure'],
    ['States.MathAdd(1, $.o)', 'States.IntrinsicFailure'],
    ['$.gone', 'States.ParameterPathFailure'],
  ])('fails by %s as %s', (text, error) => {
    const attempt = () => fill({ 'x.$': text }, scopeOf({ o: {} }));

    expect(attempt).toThrow(StatesError);
    expect(attempt).toThrow(expect.objectContaining({ error }));
  });
});

describe('a choice rule', () => {
  const input = { n: 5, s: 'train-01.csv', b: true, t: '2026-01-02T00:00:00Z', z: null, m: 5 };
  const isTrue = (rule: JsonObject) => holds(rule, scopeOf(input));

  it.each<[JsonObject, boolean]>([
    [{ Variable: '$.n', NumericGreaterThan: 4 }, true],
    [{ Variable: '$.n', NumericGreaterThanEquals: 6 }, false],
    [{ Variable: '$.n', NumericEqualsPath: '$.m' }, true],
    [{ Variable: '$.n', StringEquals: '5' }, false],
    [{ Variable: '$.s', StringMatches: 'train-*.csv' }, true],
    [{ Variable: '$.s', StringMatches: '*-0*-*' }, false],
    [{ Variable: '$.s', StringLessThan: 'u' }, true],
    [{ Variable: '$.b', BooleanEquals: true }, true],
    [{ Variable: '$.t', TimestampLessThan: '2026-01-02T01:00:00+00:30' }, true],
    [{ Variable: '$.t', IsTimestamp: true }, true],
    [{ Variable: '$.z', IsNull: true }, true],
    [{ Variable: '$.gone', IsPresent: false }, true],
    [{ Not: { Variable: '$.n', NumericLessThan: 3 } }, true],
    [
      {
        And: [
          { Variable: '$.n', IsNumeric: true },
          { Variable: '$.s', IsNumeric: true },
        ],
      },
      false,
    ],
    [
      {
        Or: [
          { Variable: '$.n', IsString: true },
          { Variable: '$.s', IsString: true },
        ],
      },
      true,
    ],
  ])('%j holds: %s', (rule, expected) => {
    expect(isTrue(rule)).toBe(expected);
  });

  it('about a variable that is not there is an error, but for IsPresent', () => {
    expect(() => isTrue({ Variable: '$.gone', IsNull: true })).toThrow(/Invalid path '\$\.gone'/);
  });
});

describe('a definition is refused', () => {
  const problemsOf = (States: object, more: object = {}) =>
    checkDefinition(JSON.stringify({ StartAt: 'A', States, ...more })).problems.map(
      ({ message, location }) => `${location}: ${message}`,
    );
  const pass = { Type: 'Pass', End: true };

  it.each<[string, object, RegExp]>([
    ['a type that is none', { A: { Type: 'Jump', End: true } }, /^\/States\/A\/Type: .*one of Task, Pass/],
    ['a way to nowhere', { A: { Type: 'Pass', Next: 'B' } }, /^\/States\/A\/Next: Missing 'Next' target: B/],
    ['a state that nothing leads to', { A: pass, B: pass }, /^\/States\/B: State "B" is not reachable/],
    ['no way on', { A: { Type: 'Pass' } }, /exactly one of "Next" and "End"/],
    ['a field that is not known', { A: { ...pass, Nxt: 'B' } }, /^\/States\/A\/Nxt: Field "Nxt" is not supported/],
    ['a path that is none', { A: { ...pass, InputPath: 'x' } }, /^\/States\/A\/InputPath: Invalid path "x"/],
    ['a result path that selects much', { A: { ...pass, ResultPath: '$.a[*]' } }, /is no Reference Path/],
    ['a function that is none', { A: { ...pass, Parameters: { 'a.$': 'States.Nope()' } } }, /no intrinsic function/],
    [
      'a resource that is none',
      { A: { Type: 'Task', Resource: 'arn:x', End: true } },
      /^\/States\/A\/Resource: .*recognized/,
    ],
    ['JSONata', { A: { ...pass, QueryLanguage: 'JSONata' } }, /JSONata is not supported in this sandbox: use JSONPath/],
    [
      'an operator that is none',
      { A: { Type: 'Choice', Choices: [{ Variable: '$.a', Equals: 1, Next: 'B' }] }, B: pass },
      /^\/States\/A\/Choices\[0\]: .*exactly one comparison operator, not Equals/,
    ],
    [
      'States.ALL before others',
      {
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          End: true,
          Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['X'] }],
        },
      },
      /^\/States\/A\/Retry\[0\]\/ErrorEquals: States.ALL must appear alone/,
    ],
    [
      'a fault inside a branch',
      { A: { Type: 'Parallel', End: true, Branches: [{ StartAt: 'X', States: { Y: pass } }] } },
      /^\/States\/A\/Branches\[0\]\/StartAt: Missing 'Next' target: X/,
    ],
  ])('for %s', (_, states, message) => {
    expect(problemsOf(states).join('\n')).toMatch(message);
  });

  it('but not when all is well', () => {
    expect(problemsOf({ A: pass })).toEqual([]);
  });
});
