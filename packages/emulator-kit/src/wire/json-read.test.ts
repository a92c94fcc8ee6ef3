import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { PackShape } from '../schema/pack.ts';
import { echoService, failure, primitive, readEcho, structure } from './testing.ts';

const STRING = primitive('string');
const INTEGER = primitive('integer');
const FLOAT = primitive('float');

describe('JSON', () => {
  const shapes: PackShape[] = [
    structure('EchoInput', [
      ['Count', INTEGER],
      ['Ratio', FLOAT],
      ['Name', STRING],
      ['When', primitive('timestamp')],
      ['Day', primitive('date-time')],
      ['Data', primitive('blob')],
      ['Tags', 1],
      ['Names', 2],
      ['Either', 3],
      ['Child', 0],
      ['Any', primitive('document')],
      ['Flag', primitive('boolean')],
    ]),
    ['m', STRING, 0, STRING, 0, 0, 0],
    ['l', STRING, 0, 0, 0],
    structure(
      'Either',
      [
        ['left', STRING],
        ['right', INTEGER],
      ],
      'u',
    ),
  ];
  const json = echoService('awsJson1_1', shapes);
  const read = (value: unknown) => readEcho(json, { body: JSON.stringify(value) });

  it('gives handlers the kinds of the SDK', async () => {
    const input = await read({ When: 1.5, Day: '2026-01-02T03:04:05.5+02:00', Data: 'AP8=', Ratio: 'NaN', Count: 3 });

    expect(input).toEqual({
      When: new Date(1500),
      Day: new Date('2026-01-02T01:04:05.500Z'),
      Data: new Uint8Array([0, 255]),
      Ratio: Number.NaN,
      Count: 3,
    });
  });

  it('leaves out nulls and members that the model does not know', async () => {
    expect(await read({ Name: null, Unknown: { deep: [1] }, __type: 'x', Count: 1 })).toEqual({ Count: 1 });
  });

  it('takes an empty body for an empty input', async () => {
    expect(await readEcho(json, {})).toEqual({});
  });

  it.each([
    [{ Count: 'abc' }, "STRING_VALUE can not be converted to an Integer (at 'Count')"],
    [{ Count: 1.5 }, "DECIMAL_VALUE can not be converted to an Integer (at 'Count')"],
    [{ Count: 'NaN' }, "STRING_VALUE can not be converted to an Integer (at 'Count')"],
    [{ Name: 5 }, "NUMBER_VALUE can not be converted to a String (at 'Name')"],
    [{ Flag: 'true' }, "STRING_VALUE can not be converted to a Boolean (at 'Flag')"],
    [{ Names: 'a' }, "STRING_VALUE can not be converted to a list (at 'Names')"],
    [{ Tags: ['a'] }, "START_ARRAY can not be converted to a map (at 'Tags')"],
    [{ Child: { Child: [] } }, "START_ARRAY can not be converted to a structure EchoInput (at 'Child.Child')"],
    [{ Data: 'not base64!' }, "a blob is not valid base64 (at 'Data')"],
    [{ When: 'yesterday' }, "'yesterday' is not a timestamp (at 'When')"],
    [{ When: 1e300 }, "1e+300 is not a timestamp (at 'When')"],
    [
      { Either: { left: 'a', right: 1 } },
      "Either (at 'Either') is a union of which exactly one member must be set; 2 of its members are",
    ],
    [
      { Either: {} },
      "Either (at 'Either') is a union of which exactly one member must be set; none of its known members is",
    ],
    [[], 'START_ARRAY can not be converted to a structure EchoInput'],
  ])('refuses %j', async (value, message) => {
    expect(await failure(read(value))).toMatchObject({ code: 'SerializationException', status: 400, message });
  });

  it('refuses a null in a list that is not sparse', async () => {
    const error = await failure(read({ Names: ['a', null] }));

    expect(error.message).toContain(
      "Value null at 'names.2.member' failed to satisfy constraint: Member must not be null",
    );
  });

  it.each(['{', '[1', '\u0000', '{"Count":1}}', 'null'])('refuses %j, which is no JSON object', async (body) => {
    expect((await failure(readEcho(json, { body }))).code).toBe('SerializationException');
  });

  it('refuses bytes that are not UTF-8', async () => {
    const body = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);

    expect((await failure(readEcho(json, { body }))).code).toBe('SerializationException');
  });

  it('lets no name of the caller reach a prototype', async () => {
    const input = await readEcho(json, {
      body: '{"Tags":{"__proto__":"x","a":"b"},"Any":{"__proto__":{"admin":true}}}',
    });
    const { Tags, Any } = input as { Tags: object; Any: object };

    expect(Object.keys(Tags)).toEqual(['__proto__', 'a']);
    expect(Object.getPrototypeOf(Tags)).toBe(Object.prototype);
    expect('admin' in Any).toBe(false);
    expect('admin' in {}).toBe(false);
  });

  it('refuses what is nested too deep, also where the model has no end', async () => {
    const bodies = [
      `{"Any":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      `${'{"Child":'.repeat(5000)}{}${'}'.repeat(5000)}`,
    ];

    for (const body of bodies) {
      expect((await failure(readEcho(json, { body }))).message).toBe('the request is nested more than 100 deep');
    }
  });

  it('reads compressed bodies, within the bound of what they unpack to', async () => {
    const headers = { 'content-encoding': 'gzip' };
    const bomb = gzipSync(Buffer.alloc(17 * 1024 * 1024, 0x20));

    expect(await readEcho(json, { headers, body: gzipSync('{"Count":7}') })).toEqual({ Count: 7 });
    expect(await failure(readEcho(json, { headers, body: bomb }))).toMatchObject({ status: 413 });
    expect((await failure(readEcho(json, { headers, body: 'plain' }))).code).toBe('SerializationException');
  });

  it('refuses a body above the bound without reading it', async () => {
    const error = await failure(readEcho(json, { body: Buffer.alloc(16 * 1024 * 1024 + 1) }));

    expect(error).toMatchObject({ code: 'RequestEntityTooLargeException', status: 413 });
  });

  it('names an operation that is not there', async () => {
    const error = await failure(readEcho(json, { headers: { 'x-amz-target': 'Echo.Shout' } }));

    expect(error).toMatchObject({
      code: 'UnknownOperationException',
      message: "No operation here is called 'Echo.Shout'.",
    });
  });
});
