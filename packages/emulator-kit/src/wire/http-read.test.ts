import { describe, expect, it } from 'vitest';
import type { PackShape } from '../schema/pack.ts';
import { ServiceError } from '../service-error.ts';
import { echoService, failure, primitive, readEcho, structure } from './testing.ts';

const STRING = primitive('string');

describe('HTTP bindings', () => {
  const shapes: PackShape[] = [
    structure('EchoInput', [
      ['Named', STRING, { httpQuery: 'bar' }],
      ['Several', 1, { httpQuery: 'several' }],
      ['Times', 2, { httpQuery: 'times' }],
      ['Params', 3, { httpQueryParams: true }],
      ['Dates', 2, { httpHeader: 'X-Dates' }],
      ['Stamps', 6, { httpHeader: 'X-Stamps' }],
      ['Words', 1, { httpHeader: 'X-Words' }],
      ['Meta', 4, { httpPrefixHeaders: 'X-Meta-' }],
      ['Encoded', STRING, { httpHeader: 'X-Encoded', mediaType: 'application/json' }],
      ['Nested', 5, { httpPayload: true }],
    ]),
    ['l', STRING, 0, 0, 0],
    ['l', primitive('timestamp'), 0, 0, 0],
    ['m', STRING, 0, 1, 0, 0, 0],
    ['m', STRING, 0, STRING, 0, 0, 0],
    structure('Nested', [['Name', STRING, { jsonName: 'name' }]]),
    ['l', primitive('epoch-seconds'), 0, 0, 0],
  ];
  const rest = echoService('restJson1', shapes);

  it('puts all parameters into the map, also those with a member of their own', async () => {
    const input = await readEcho(rest, { query: 'bar=named&qux=a&qux=b&several=1&several=2&x-id=Echo' });

    expect(input).toEqual({
      Named: 'named',
      Several: ['1', '2'],
      Params: { bar: ['named'], qux: ['a', 'b'], several: ['1', '2'] },
      Meta: {},
    });
  });

  it('reads lists of times in the query and in headers', async () => {
    const input = await readEcho(rest, {
      query: 'times=2026-01-02T03:04:05Z&times=2026-01-02T03:04:06Z',
      headers: {
        'x-dates': 'Mon, 16 Dec 2019 23:48:18 GMT, Mon, 16 Dec 2019 23:48:19 GMT',
        'x-stamps': '1, 2',
      },
    });

    expect(input.Times).toEqual([new Date('2026-01-02T03:04:05Z'), new Date('2026-01-02T03:04:06Z')]);
    expect(input.Dates).toEqual([new Date('2019-12-16T23:48:18Z'), new Date('2019-12-16T23:48:19Z')]);
    expect(input.Stamps).toEqual([new Date(1000), new Date(2000)]);
  });

  it('reads quoted lists, prefixed headers and values in base64', async () => {
    const input = await readEcho(rest, {
      headers: {
        'x-words': 'a, "b,c", "d\\"e"',
        'x-meta-one': '1',
        'x-meta-__proto__': '2',
        'x-encoded': Buffer.from('{"a":1}').toString('base64'),
      },
    });

    expect(input.Words).toEqual(['a', 'b,c', 'd"e']);
    expect(Object.entries(input.Meta as object)).toEqual([
      ['one', '1'],
      ['__proto__', '2'],
    ]);
    expect(input.Encoded).toBe('{"a":1}');
  });

  it('tells an empty payload from an absent one', async () => {
    expect((await readEcho(rest, { body: '{}' })).Nested).toEqual({});
    expect((await readEcho(rest, {})).Nested).toBeUndefined();
    expect((await readEcho(rest, { body: '{"name":"x"}' })).Nested).toEqual({ Name: 'x' });
  });

  it('tells which path has no operation', async () => {
    const error = await failure(readEcho(rest, { path: '/other' }));

    expect(error).toBeInstanceOf(ServiceError);
    expect(error).toMatchObject({ code: 'UnknownOperationException', status: 404 });
  });
});
