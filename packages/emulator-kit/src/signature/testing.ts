import { createHash, createHmac } from 'node:crypto';
import type { Instant } from '@cairn/kernel';
import { SignatureV4 } from '@smithy/signature-v4';
import { ServiceError } from '../service-error.ts';
import type { WireRequest } from '../wire/messages.ts';
import { memoryPayload } from '../wire/payload.ts';
import { parseAuthorization } from './authorization.ts';
import type { SignatureFamily } from './family.ts';
import { verifySignature } from './verify.ts';

export const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
export const NOW = Date.UTC(2026, 10, 21, 9, 0, 0) as Instant;
export const MINUTE = 60_000;

/** The hash that the official signer asks for, on node:crypto. */
class Sha256 {
  private readonly inner;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.inner = secret === undefined ? createHash('sha256') : createHmac('sha256', secret as Uint8Array);
  }
  update(data: Uint8Array): void {
    this.inner.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return this.inner.digest();
  }
  reset(): void {}
}

function signer(service: string, sessionToken?: string): SignatureV4 {
  return new SignatureV4({
    service,
    region: 'eu-central-1',
    uriEscapePath: service !== 's3',
    sha256: Sha256,
    credentials: { accessKeyId: 'LKIAEXAMPLE', secretAccessKey: SECRET, ...(sessionToken ? { sessionToken } : {}) },
  });
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string | string[]>;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

export const escaped = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

function queryText(query: Record<string, unknown>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => `${escaped(name)}=${escaped(String(one))}`),
  );
  return pairs.join('&');
}

export function wire(request: {
  method: string;
  path: string;
  query?: object;
  headers: object;
  body?: unknown;
}): WireRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    method: request.method,
    path: request.path,
    query: queryText((request.query ?? {}) as Record<string, unknown>),
    headers: Object.fromEntries(headers),
    payload: memoryPayload((request.body as Uint8Array | undefined) ?? new Uint8Array()),
    sourceIp: '127.0.0.1',
    isSecure: false,
  };
}

export async function sign(service: string, call: Call, at: number = NOW, sessionToken?: string): Promise<WireRequest> {
  const unsigned = { protocol: 'http:', hostname: '127.0.0.1', ...call };
  return wire(await signer(service, sessionToken).sign(unsigned, { signingDate: new Date(at) }));
}

export async function presign(service: string, call: Call, expiresIn = 900, at: number = NOW): Promise<WireRequest> {
  const unsigned = { protocol: 'http:', hostname: '127.0.0.1', ...call };
  return wire(await signer(service).presign(unsigned, { signingDate: new Date(at), expiresIn }));
}

/** 'accepted', or the code of the refusal. */
export async function verdict(
  request: WireRequest,
  family: SignatureFamily,
  options: { now?: number; secret?: string } = {},
) {
  return (await refusal(request, family, options))?.code ?? 'accepted';
}

export async function refusal(
  request: WireRequest,
  family: SignatureFamily,
  { now = NOW, secret = SECRET, service }: { now?: number; secret?: string; service?: string } = {},
): Promise<ServiceError | undefined> {
  try {
    const authorization = parseAuthorization(request, family);
    if (authorization.kind === 'none') throw new RangeError('no authorization found');
    const expected = service === undefined ? {} : { service };
    await verifySignature({ request, authorization, secret, now: now as Instant, family, ...expected });
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}

export const call = (changes: Partial<Call> = {}): Call => ({
  method: 'POST',
  path: '/',
  query: {},
  headers: { host: '127.0.0.1:4566', 'x-amz-target': 'Kinesis_20131202.PutRecord' },
  body: new TextEncoder().encode('{"StreamName":"clicks"}'),
  ...changes,
});
