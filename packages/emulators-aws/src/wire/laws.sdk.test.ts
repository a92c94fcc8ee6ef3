import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import {
  loadPack,
  memoryPayload,
  type OperationModel,
  readInput,
  routeRequest,
  type ServiceModel,
  type ServicePack,
  type Shape,
  writeOutput,
} from '@cairn/emulator-kit';
import { type Rng, seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';

/**
 * The law behind all services: for every operation, what the official client sends of an input is read as that input,
 * and what is written of an output the client reads as that output. Values are drawn from the shapes.
 */
const STRIDE = Number(process.env.WIRE_LAW_STRIDE ?? 15); // 1 takes every operation of every service
const CLIENTS: readonly (readonly [client: string, stride: number])[] = [
  ['s3', 1],
  ['kinesis', 1],
  ['sqs', 1],
  ['sns', 1],
  ['sts', 1],
  ['bedrock-runtime', 1],
  ['sagemaker-runtime', 1],
  ['lambda', STRIDE],
  ['iam', STRIDE],
  ['cloudwatch', STRIDE],
  ['databrew', STRIDE],
  ['glue', STRIDE * 4],
  ['sagemaker', STRIDE * 8],
];
/** Services whose protocol and shapes are like those above; taken when every operation is asked for. */
const OTHERS = [
  'athena',
  'budgets',
  'cloudtrail',
  'cloudwatch-logs',
  'comprehend',
  'eventbridge',
  'firehose',
  'kms',
  'sagemaker-featurestore-runtime',
  'sfn',
  'transcribe',
  'translate',
] as const;
const ALL = STRIDE === 1 ? [...CLIENTS, ...OTHERS.map((client) => [client, 1] as const)] : CLIENTS;

/** The model without its constraints, which drawn texts would break. */
function freeModel(client: string): ServiceModel {
  const text = readFileSync(new URL(`../../packs/${client}.json`, import.meta.url), 'utf8');
  const pack = JSON.parse(text) as ServicePack; // our own generated file
  const shapes = pack.shapes.map((shape): ServicePack['shapes'][number] => {
    if (shape[0] === 'p') return shape[3] === undefined ? ['p', shape[1], 0] : ['p', shape[1], 0, shape[3]];
    if (shape[0] === 'l') return [shape[0], shape[1], shape[2], shape[3], 0];
    return shape[0] === 'm' ? [shape[0], shape[1], shape[2], shape[3], shape[4], shape[5], 0] : shape;
  });
  return loadPack({ ...pack, shapes });
}

/** Members that the client fills, checks or changes by itself. */
const CLIENTS_OWN =
  /^(Checksum|SSECustomer|CopySourceSSECustomer|ContentMD5|ContentLength|MD5|Expires|ResponseExpires)/;
/** Streams of bytes, which tests of their own cover. */
const STREAMS = /^(Body|AnnotationPayload)$/;
/** Texts that the client takes apart to find its endpoint. */
const MEANT: Readonly<Record<string, string>> = {
  Bucket: 'my-bucket',
  QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/q',
  CopySource: 'bucket/key',
  RequestRoute: 'route',
  EndpointId: 'label.label',
  ChannelARN: 'arn:aws:kinesis:us-east-1:123456789012:channel/c',
};
const CONSUMER_ARN = 'arn:aws:kinesis:us-east-1:123456789012:stream/s/consumer/c:1';
const PLAIN = ['a', 'two words', 'x=y&z', 'semi;colon', 'pl+us', 'perc%41ent', 'a/b'];
const TEXTS = [...PLAIN, 'é☃😀', '<tag> & "quote"', "it's", 'line\nfeed', '{"json":[1]}', ' padded '];

function draw(shape: Shape, name: string, rng: Rng, depth: number, isPlain: boolean): unknown {
  const pick = <T>(values: readonly T[]) => values[Math.floor(rng.next() * values.length)];
  switch (shape.kind) {
    case 'string':
      return MEANT[name] ?? (/arn$/i.test(name) ? CONSUMER_ARN : undefined) ?? pick(isPlain ? PLAIN : TEXTS);
    case 'number':
      return shape.integer === false ? Math.floor(rng.next() * 1000) + 0.5 : Math.floor(rng.next() * 1000) + 1;
    case 'boolean':
      return rng.next() < 0.5;
    case 'blob':
      return new Uint8Array([Math.floor(rng.next() * 256), 0, 255]);
    case 'timestamp':
      return new Date(Math.floor(rng.next() * 2_000_000_000) * 1000);
    case 'document':
      return { nested: [1, 'two', { three: null }] };
    case 'list':
      return [1, 2].map(() => draw(shape.member, name, rng, depth, isPlain));
    case 'map':
      return Object.fromEntries(['one', 'two'].map((key) => [key, draw(shape.value, name, rng, depth, isPlain)]));
    case 'structure':
      return drawStructure(shape, rng, depth);
    case 'unit':
      return {};
  }
}

function drawStructure(shape: Shape & { kind: 'structure' }, rng: Rng, depth: number): Record<string, unknown> {
  const able = shape.members.filter(({ name, traits, shape: target, isRequired }) => {
    if (traits.streaming || CLIENTS_OWN.test(name)) return false;
    return isRequired || depth < 4 || isScalar(target);
  });
  const byKind = (kind: string) => able.find(({ shape: target }) => target.kind === kind);
  const one = able.find(({ shape: target }) => isScalar(target)) ?? byKind('structure') ?? shape.members[0];
  const fields = (shape.isUnion ? [one].flatMap((member) => member ?? []) : able).map((member) => {
    const { httpHeader, httpLabel, httpPrefixHeaders } = member.traits;
    const isPlain = Boolean(httpHeader ?? httpLabel ?? httpPrefixHeaders ?? member.traits.hostLabel);
    if (member.traits.httpResponseCode) return [member.name, 202];
    return [member.name, draw(member.shape, member.name, rng, depth + 1, isPlain)];
  });
  return Object.fromEntries(fields);
}

function isScalar({ kind }: Shape): boolean {
  return kind !== 'structure' && kind !== 'list' && kind !== 'map';
}

interface SdkClient {
  send(command: unknown): Promise<Record<string, unknown>>;
}

interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly hostname: string;
  readonly query?: Readonly<Record<string, string | string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

const require = createRequire(import.meta.url);

/** Sends `input` with the official client; answers `output`; returns what both sides have read. */
async function exchange(client: string, operation: OperationModel, input: unknown, output: unknown) {
  const module = require(`@aws-sdk/client-${client}`);
  const name = Object.keys(module).find((key) => /^[A-Z]\w*Client$/.test(key)) ?? '';
  let seen: unknown;
  const requestHandler = {
    handle: async (sent: SentRequest) => {
      const query = Object.entries(sent.query ?? {}).flatMap(([key, value]) => {
        return [value]
          .flat()
          .map((text) => encodeURIComponent(key) + (text === null ? '' : `=${encodeURIComponent(text)}`));
      });
      const headers = Object.entries(sent.headers).map(([key, value]) => [key.toLowerCase(), String(value)]);
      const request = {
        method: sent.method,
        path: sent.path,
        query: query.join('&'),
        headers: { host: sent.hostname, ...Object.fromEntries(headers) },
        payload: memoryPayload(sent.body ?? ''),
        sourceIp: '',
        isSecure: true,
      };
      const { service } = operation;
      const route = await routeRequest(request, [service], { signingName: service.signingName });
      expect(route.operation.name).toBe(operation.name);
      seen = await readInput(request, route);
      const { status, headers: answered, body } = writeOutput(route, request, output, 'r');
      return { response: { statusCode: status, headers: { ...answered }, body: Readable.from([body]) } };
    },
  };
  const sdk: SdkClient = new module[name]({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret' },
    token: { token: 't' },
    maxAttempts: 1,
    md5: false,
    useQueueUrlAsEndpoint: false,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    disableRequestCompression: true,
    requestHandler,
  });
  const answer = await sdk.send(new module[`${operation.name}Command`](structuredClone(input)));
  return { seen: comparable(seen), answer: comparable(answer) };
}

/** Values as both sides may be compared: without metadata, absent members and the client's own string class. */
function comparable(value: unknown): unknown {
  if (value instanceof Date) return value;
  if (value instanceof Uint8Array) return [...value];
  if (value instanceof String) return String(value);
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, field]) => {
    const isPayload = typeof field === 'object' && field !== null && 'stream' in field && 'size' in field;
    return field !== undefined && key !== '$metadata' && !isPayload && !CLIENTS_OWN.test(key) && !STREAMS.test(key);
  });
  return Object.fromEntries(entries.map(([key, field]) => [key, comparable(field)]));
}

function isStream({ input, output }: OperationModel): boolean {
  return [input, output].some((shape) => {
    return (
      shape.kind === 'structure' &&
      shape.members.some(({ traits, shape: target }) => traits.streaming && target.kind === 'structure')
    );
  });
}

describe.each(ALL)('%s', (client, stride) => {
  const operations = [...freeModel(client).operations.values()].filter((operation, index) => {
    return index % stride === 0 && !isStream(operation);
  });

  it.each(operations.map((operation) => [operation.name, operation] as const))('%s', async (name, operation) => {
    const rng = seededRng(name.length * 7919);
    const input = drawStructure(asStructure(operation.input), rng, 0);
    const output = drawStructure(asStructure(operation.output), rng, 0);

    const { seen, answer } = await exchange(client, operation, input, output);

    expect(seen).toEqual(comparable(input));
    expect(answer).toEqual(comparable(output));
  });
});

function asStructure(shape: Shape): Shape & { kind: 'structure' } {
  if (shape.kind === 'structure') return shape;
  const none = { xmlName: undefined, xmlNamespace: undefined, error: undefined };
  return { kind: 'structure', name: 'Unit', isUnion: false, members: [], memberByName: new Map(), ...none };
}
