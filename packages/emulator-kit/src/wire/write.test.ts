import { decode } from 'cborg';
import { describe, expect, it } from 'vitest';
import type { PackShape } from '../schema/pack.ts';
import type { MemberTraits, Protocol, ServiceModel } from '../schema/shape.ts';
import { ServiceError } from '../service-error.ts';
import { eventFrame } from './event-frame.ts';
import type { Route } from './route.ts';
import { bodyText, echoService, primitive, structure } from './testing.ts';
import { writeError } from './write-error.ts';
import { writeOutput } from './write-output.ts';

const STRING = primitive('string');
const POST = { method: 'POST' };

function routeTo(service: ServiceModel, status = 200): Route {
  const operation = service.operations.get('Echo');
  if (!operation) throw new Error('the service has no Echo');
  return { service, operation, protocol: service.protocol, labels: {}, status, form: undefined };
}

/** The document that `output` becomes, without declaration and root element. */
async function xmlOf(shapes: readonly PackShape[], output: unknown): Promise<string> {
  const text = await bodyText(writeOutput(routeTo(echoService('restXml', shapes)), POST, output, 'r'));
  return text.replace(/^<\?xml[^>]*>\n<EchoInput xmlns="https:\/\/example\.com\/">/, '').replace('</EchoInput>', '');
}

function mapOf(traits: MemberTraits, keyTraits: MemberTraits, valueTraits: MemberTraits): readonly PackShape[] {
  return [structure('EchoInput', [['Map', 1, traits]]), ['m', STRING, keyTraits, STRING, valueTraits, 0, 0]];
}

function listOf(traits: MemberTraits, memberTraits: MemberTraits): readonly PackShape[] {
  return [structure('EchoInput', [['List', 1, traits]]), ['l', STRING, memberTraits, 0, 0]];
}

describe('XML', () => {
  it.each([
    [listOf({}, {}), { List: ['a', ''] }, '<List><member>a</member><member></member></List>'],
    [listOf({}, { xmlName: 'item' }), { List: ['a'] }, '<List><item>a</item></List>'],
    [listOf({ xmlName: 'Renamed' }, {}), { List: [] }, '<Renamed></Renamed>'],
    [
      listOf({ xmlFlattened: true, xmlName: 'item' }, { xmlName: 'ignored' }),
      { List: ['a', 'b'] },
      '<item>a</item><item>b</item>',
    ],
    [listOf({ xmlFlattened: true }, {}), { List: [] }, ''],
    [
      listOf({ xmlNamespace: { uri: 'u:list' } }, { xmlNamespace: { uri: 'u:member', prefix: 'p' } }),
      { List: ['a'] },
      '<List xmlns="u:list"><member xmlns:p="u:member">a</member></List>',
    ],
    [
      listOf({ xmlFlattened: true, xmlNamespace: { uri: 'u:list' } }, {}),
      { List: ['a', 'b'] },
      '<List xmlns="u:list">a</List><List xmlns="u:list">b</List>',
    ],
    [mapOf({}, {}, {}), { Map: { a: '1' } }, '<Map><entry><key>a</key><value>1</value></entry></Map>'],
    [
      mapOf({ xmlFlattened: true, xmlName: 'KVP' }, { xmlName: 'K' }, { xmlName: 'V' }),
      { Map: { a: '1', b: '2' } },
      '<KVP><K>a</K><V>1</V></KVP><KVP><K>b</K><V>2</V></KVP>',
    ],
    [
      mapOf(
        { xmlFlattened: true, xmlName: 'KVP', xmlNamespace: { uri: 'u:map' } },
        { xmlName: 'K', xmlNamespace: { uri: 'u:key' } },
        { xmlName: 'V', xmlNamespace: { uri: 'u:value' } },
      ),
      { Map: { a: '1' } },
      '<KVP xmlns="u:map"><K xmlns="u:key">a</K><V xmlns="u:value">1</V></KVP>',
    ],
  ])('writes %j', async (shapes, output, expected) => {
    expect(await xmlOf(shapes, output)).toBe(expected);
  });

  it('writes attributes, namespaces with a prefix, and escapes', async () => {
    const shapes: PackShape[] = [
      structure('EchoInput', [['Grantee', 1, { xmlNamespace: { uri: 'u:xsi', prefix: 'xsi' } }]]),
      structure('Grantee', [
        ['Type', STRING, { xmlAttribute: true, xmlName: 'xsi:type' }],
        ['ID', STRING],
      ]),
    ];

    expect(await xmlOf(shapes, { Grantee: { Type: 'a"<', ID: 'x & <y>\r\n' } })).toBe(
      '<Grantee xmlns:xsi="u:xsi" xsi:type="a&quot;&lt;"><ID>x &amp; &lt;y&gt;&#xD;\n</ID></Grantee>',
    );
  });

  it('wraps the result of a query operation', async () => {
    const query = echoService('awsQuery', [structure('EchoInput', [['When', primitive('timestamp')]])]);

    expect(await bodyText(writeOutput(routeTo(query), POST, { When: new Date(1500) }, 'r'))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<EchoResponse xmlns="https://example.com/"><EchoResult>' +
        '<When>1970-01-01T00:00:01.500Z</When></EchoResult>' +
        '<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></EchoResponse>',
    );
  });
});

describe('HTTP bindings', () => {
  const shapes: PackShape[] = [
    structure('EchoInput', [
      ['Code', primitive('integer'), { httpResponseCode: true }],
      ['Dates', 1, { httpHeader: 'X-Dates' }],
      ['Words', 2, { httpHeader: 'X-Words' }],
      ['Stamp', primitive('date-time'), { httpHeader: 'X-Stamp' }],
      ['Meta', 3, { httpPrefixHeaders: 'X-Meta-' }],
      ['Body', primitive('streaming-blob'), { httpPayload: true, streaming: true }],
    ]),
    ['l', primitive('timestamp'), 0, 0, 0],
    ['l', STRING, 0, 0, 0],
    ['m', STRING, 0, STRING, 0, 0, 0],
  ];
  const rest = echoService('restJson1', shapes);

  it('writes status, header lists, prefixed headers and pieces as they come', async () => {
    const pieces = async function* () {
      yield Buffer.from('a');
      yield Buffer.from('b');
    };
    const output = {
      Code: 201,
      Dates: [new Date(0), new Date(1000)],
      Words: ['a', 'b,c', '"'],
      Stamp: new Date(0),
      Meta: { One: '1' },
      Body: pieces(),
    };
    const response = writeOutput(routeTo(rest), POST, output, 'r');

    expect(response).toMatchObject({
      status: 201,
      headers: {
        'x-dates': 'Thu, 01 Jan 1970 00:00:00 GMT, Thu, 01 Jan 1970 00:00:01 GMT',
        'x-words': 'a, "b,c", "\\""',
        'x-stamp': '1970-01-01T00:00:00Z',
        'x-meta-one': '1',
        'x-amzn-requestid': 'r',
      },
    });
    expect(await bodyText(response)).toBe('ab');
  });

  it.each([
    ['HEAD', 200],
    ['DELETE', 204],
    ['GET', 304],
  ])('sends no body with %s and status %i', async (method, status) => {
    const output = { Body: 'text', Meta: { a: 'b' }, $metadata: { httpStatusCode: status } };
    const response = writeOutput(routeTo(rest), { method }, output, 'r');

    expect(response).toMatchObject({ status, headers: { 'x-meta-a': 'b' } });
    expect(await bodyText(response)).toBe('');
  });

  it('lets no value begin a header of its own, and encodes letters beyond ASCII', () => {
    const output = { Meta: { one: 'a\r\nset-cookie: x', two: 'é' }, Body: '' };

    expect(writeOutput(routeTo(rest), POST, output, 'r').headers).toMatchObject({
      'x-meta-one': 'a  set-cookie: x',
      'x-meta-two': '=?UTF-8?B?w6k=?=',
    });
  });

  it('writes an empty object where the body has no members set', async () => {
    const plain = echoService('restJson1', [structure('EchoInput', [['Name', STRING, { jsonName: 'name' }]])]);

    expect(await bodyText(writeOutput(routeTo(plain), POST, undefined, 'r'))).toBe('{}');
    expect(await bodyText(writeOutput(routeTo(plain), POST, { Name: 'x', Other: 1 }, 'r'))).toBe('{"name":"x"}');
  });

  it('takes an output that is not what the model says for a bug', () => {
    const plain = echoService('awsJson1_1', [structure('EchoInput', [['When', primitive('timestamp')]])]);

    expect(() => writeOutput(routeTo(plain), POST, { When: 'today' }, 'r')).toThrow(RangeError);
    expect(() => writeOutput(routeTo(plain), POST, 'text', 'r')).toThrow(RangeError);
  });
});

describe('errors', () => {
  const shapes: PackShape[] = [
    structure('EchoInput', []),
    [
      'e',
      'Busy',
      [
        ['Message', STRING, 0, 0],
        ['Retry', primitive('integer'), 0, { jsonName: 'retry' }],
      ],
      { httpStatus: 409 },
    ],
    ['e', 'Broken', [], { fault: 'server', queryCode: 'Service.Broken', queryStatus: 503 }],
  ];
  const busy = new ServiceError('Busy', 'come back', undefined, { Retry: 5 });
  const write = (protocol: Protocol, error: ServiceError, isKnown = true) => {
    const family = { protocol, service: isKnown ? echoService(protocol, shapes) : undefined };
    return writeError(family, POST, error, 'r');
  };

  it.each([
    ['awsJson1_0', '{"__type":"com.example.echo#Busy","message":"come back","Message":"come back","Retry":5}'],
    ['restJson1', '{"message":"come back","Message":"come back","retry":5}'],
    [
      'awsQuery',
      '<?xml version="1.0" encoding="UTF-8"?>\n<ErrorResponse xmlns="https://example.com/"><Error><Type>Sender</Type>' +
        '<Code>Busy</Code><Message>come back</Message><Retry>5</Retry></Error><RequestId>r</RequestId></ErrorResponse>',
    ],
  ] as const)('has the form of %s', async (protocol, expected) => {
    const response = write(protocol, busy);

    expect(response.status).toBe(409);
    expect(await bodyText(response)).toBe(expected);
  });

  it('names the type in a header over restJson1', () => {
    expect(write('restJson1', busy).headers['x-amzn-errortype']).toBe('Busy');
  });

  it('is CBOR over rpcv2Cbor', async () => {
    const response = write('rpcv2Cbor', busy);

    expect(response.headers['smithy-protocol']).toBe('rpc-v2-cbor');
    expect(decode(response.body as Uint8Array)).toMatchObject({
      __type: 'com.example.echo#Busy',
      message: 'come back',
      Retry: 5,
    });
  });

  it('takes code and status of the query days over awsQuery', async () => {
    const response = write('awsQuery', new ServiceError('Broken', 'x'));

    expect(response.status).toBe(503);
    expect(await bodyText(response)).toContain('<Type>Receiver</Type><Code>Service.Broken</Code>');
  });

  it('speaks as S3 does when no service is known', async () => {
    const response = write('restXml', new ServiceError('NoSuchBucket', 'a & b', 404, { BucketName: 'x' }), false);

    expect(await bodyText(response)).toMatch(
      /^<\?xml.*\?>\n<Error><Code>NoSuchBucket<\/Code><Message>a &amp; b<\/Message><BucketName>x<\/BucketName><RequestId>r</,
    );
  });
});

describe('eventFrame', () => {
  it('is the frame of the specification, checksums included', () => {
    // vector of the Amazon event stream specification: payload only, no headers
    const frame = eventFrame([], Buffer.from("{'foo':'bar'}"));

    expect(Buffer.from(frame).toString('hex')).toBe('0000001d00000000fd528c5a7b27666f6f273a27626172277dc3653936');
  });

  it('encodes headers of each kind', () => {
    const frame = Buffer.from(
      eventFrame(
        [
          ['a', true],
          ['b', 7],
          ['c', 'x'],
          ['d', new Date(1)],
        ],
        new Uint8Array(0),
      ),
    );

    expect(frame.subarray(12, -4).toString('hex')).toBe(
      '016100' + '01620400000007' + '016307000178' + '0164080000000000000001',
    );
  });
});
