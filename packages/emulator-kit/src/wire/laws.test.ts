import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackShape } from '../schema/pack.ts';
import type { Protocol } from '../schema/shape.ts';
import { ServiceError } from '../service-error.ts';
import { readInput } from './read-input.ts';
import { routeRequest } from './route.ts';
import { echoRequest, echoService, primitive, structure, wireRequest } from './testing.ts';
import { writeOutput } from './write-output.ts';

const STRING = primitive('string');
const SHAPES: readonly PackShape[] = [
  structure('EchoInput', [
    ['text', STRING],
    ['whole', primitive('integer')],
    ['real', primitive('float')],
    ['flag', primitive('boolean')],
    ['when', primitive('date-time')],
    ['bytes', primitive('blob')],
    ['texts', 1],
    ['flat', 1, { xmlFlattened: true, xmlName: 'item' }],
    ['table', 2],
    ['either', 3],
    ['child', 0],
    ['children', 4],
  ]),
  ['l', STRING, { xmlName: 'entry' }, 0, 0],
  ['m', STRING, 0, 0, 0, 0, 0],
  structure(
    'Either',
    [
      ['left', STRING],
      ['right', primitive('integer')],
    ],
    'u',
  ),
  ['l', 0, 0, 0, 0],
];

/** Letters that XML can carry too. */
const letter = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((one) => {
  return /^[\t\n\r\x20-\ufffd\u{10000}-\u{10ffff}]$/u.test(one);
});
const text = fc.string({ unit: letter, maxLength: 6 });

/** Any value of the shapes above, `depth` structures deep. */
const valueOfDepth = fc.memo((depth): fc.Arbitrary<Record<string, unknown>> => {
  const scalars = {
    text,
    whole: fc.maxSafeInteger(),
    real: fc.double().map((real) => (real === 0 ? 0 : real)), // no protocol keeps the sign of zero
    flag: fc.boolean(),
    when: fc.date({ noInvalidDate: true, min: new Date('0000-01-01'), max: new Date('9999-12-31') }),
    bytes: fc.uint8Array({ maxLength: 12 }).map((bytes) => new Uint8Array(bytes)),
    texts: fc.array(text, { maxLength: 3 }),
    flat: fc.array(text, { minLength: 1, maxLength: 3 }),
    either: fc.oneof(fc.record({ left: text }), fc.record({ right: fc.integer() })),
  };
  if (depth <= 1) return fc.record(scalars, { requiredKeys: [], noNullPrototype: true });
  const below = {
    table: fc.dictionary(text, valueOfDepth(), { maxKeys: 2, noNullPrototype: true }),
    child: valueOfDepth(),
    children: fc.array(valueOfDepth(), { maxLength: 2 }),
  };
  return fc.record({ ...scalars, ...below }, { requiredKeys: [], noNullPrototype: true });
});
const anyValue = valueOfDepth(3);

const SYMMETRIC = ['awsJson1_0', 'awsJson1_1', 'restJson1', 'restXml', 'rpcv2Cbor'] as const;
const ALL: readonly Protocol[] = [...SYMMETRIC, 'awsQuery'];

describe.each(SYMMETRIC)('%s', (protocol) => {
  it('reads back what it has written', async () => {
    const service = echoService(protocol, SHAPES);

    await fc.assert(
      fc.asyncProperty(anyValue, async (value) => {
        const request = echoRequest(service, {});
        const route = await routeRequest(request, [service], { signingName: 'echo' });
        const { body } = writeOutput(route, request, value, 'r');
        const read = await readInput(echoRequest(service, { body: body as Uint8Array }), route);

        expect(read).toEqual(value);
      }),
      { numRuns: 80 },
    );
  });
});

const HOSTILE_PIECES = [
  '{',
  '}',
  '[',
  ']',
  '"text":',
  '"child":',
  '"__proto__":',
  'null',
  '1e999',
  '-',
  '"',
  ',',
  '<EchoInput>',
  '</EchoInput>',
  '<text>',
  '</text>',
  '<!DOCTYPE x [',
  '<!ENTITY a "b">',
  ']>',
  '&a;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  'Action=Echo',
  '&',
  'texts.entry.1=',
  'child.child.',
  '=',
  '%',
  '%41',
  '\u00bf',
  '\u00a1\u0064text',
  '\u0000',
  '\ud800',
];

describe.each(ALL)('%s', (protocol) => {
  const service = echoService(protocol, SHAPES);
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.array(fc.constantFrom(...HOSTILE_PIECES), { maxLength: 40 }).map((pieces) => Buffer.from(pieces.join(''))),
    anyValue.map((value) => Buffer.from(JSON.stringify(value))),
  );
  const headers = fc.constantFrom({}, { 'content-encoding': 'gzip' });

  it('throws nothing but ServiceError, whatever bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(body, headers, async (bytes, given) => {
        const request = echoRequest(service, { body: bytes, headers: given });
        const outcome = await routeRequest(request, [service], { signingName: 'echo' })
          .then((route) => readInput(request, route))
          .then(
            () => undefined,
            (error: unknown) => error,
          );

        if (outcome !== undefined) {
          expect(outcome).toBeInstanceOf(ServiceError);
          expect((outcome as ServiceError).status).toBeLessThan(500);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('routes or refuses any path, query and headers', async () => {
    const piece = fc.constantFrom('/', '%', '2', 'F', '.', '?', '&', '=', '+', 'a', 'echo', '{', '\u00e9', '%ff', '//');
    const path = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

    await fc.assert(
      fc.asyncProperty(path, path, path, async (rest, query, target) => {
        const request = wireRequest({
          path: `/${rest}`,
          query,
          headers: target === '' ? {} : { 'x-amz-target': target },
        });
        const outcome = await routeRequest(request, [service], { signingName: 'echo' }).catch(
          (error: unknown) => error,
        );

        expect(outcome instanceof ServiceError || (outcome as { operation?: unknown }).operation !== undefined).toBe(
          true,
        );
      }),
    );
  });
});
