import { loadPack } from '../schema/load-pack.ts';
import { type PackShape, PRIMITIVES, type Primitive, type ServicePack } from '../schema/pack.ts';
import type { MemberTraits, Protocol, ServiceModel } from '../schema/shape.ts';
import type { ServiceError } from '../service-error.ts';
import type { WireRequest, WireResponse } from './messages.ts';
import { memoryPayload } from './payload.ts';
import { readInput } from './read-input.ts';
import { routeRequest } from './route.ts';

/** Reference to a primitive without constraints. */
export function primitive(name: Primitive): number {
  return -1 - PRIMITIVES.indexOf(name);
}

export type FieldSketch = readonly [name: string, shape: number, traits?: MemberTraits | 0, required?: 0 | 1];

/** A structure as packs hold it. */
export function structure(name: string, fields: readonly FieldSketch[], kind: 's' | 'u' | 'e' = 's'): PackShape {
  return [kind, name, fields.map(([field, shape, traits, required]) => [field, shape, required ?? 0, traits ?? 0]), 0];
}

/** A service with the one operation `Echo`, whose input and output are both `shapes[0]`. */
export function echoService(
  protocol: Protocol,
  shapes: readonly PackShape[],
  http: readonly [string, string, number] = ['POST', '/echo', 200],
): ServiceModel {
  const errors = shapes.flatMap((shape, index) => (shape[0] === 'e' ? [index] : []));
  const pack: ServicePack = {
    format: 1,
    client: 'none',
    constraints: 'none',
    id: 'Echo',
    signingName: 'echo',
    namespace: 'com.example.echo',
    version: '2026-01-01',
    protocol,
    xmlNamespace: 'https://example.com/',
    targetPrefix: 'Echo',
    isQueryCompatible: false,
    errors,
    operations: [['Echo', 0, 0, http, 0, []]],
    shapes,
  };
  return loadPack(pack);
}

export interface RequestSketch {
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

export function wireRequest({
  method = 'POST',
  path = '/',
  query = '',
  headers = {},
  body = '',
}: RequestSketch): WireRequest {
  return {
    method,
    path,
    query,
    headers: { host: '127.0.0.1:4566', ...headers },
    payload: memoryPayload(body),
    sourceIp: '127.0.0.1',
    isSecure: false,
  };
}

/** How a request to `Echo` looks in each protocol, around its body. */
export function echoRequest(service: ServiceModel, sketch: RequestSketch): WireRequest {
  switch (service.protocol) {
    case 'awsJson1_0':
    case 'awsJson1_1':
      return wireRequest({ ...sketch, headers: { 'x-amz-target': 'Echo.Echo', ...sketch.headers } });
    case 'rpcv2Cbor':
      return wireRequest({ path: '/service/Echo/operation/Echo', ...sketch });
    case 'awsQuery': {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', ...sketch.headers };
      return wireRequest({ ...sketch, headers, body: sketch.body ?? '' });
    }
    default:
      return wireRequest({ path: '/echo', ...sketch });
  }
}

export async function readEcho(service: ServiceModel, sketch: RequestSketch): Promise<Record<string, unknown>> {
  const request = echoRequest(service, sketch);
  return readInput(request, await routeRequest(request, [service], { signingName: 'echo' }));
}

/** The failure of a promise that must fail. */
export function failure(promise: Promise<unknown>): Promise<ServiceError> {
  return promise.then(
    () => {
      throw new Error('a failure was expected');
    },
    (error: ServiceError) => error,
  );
}

export async function bodyText({ body }: WireResponse): Promise<string> {
  if (body instanceof Uint8Array) return Buffer.from(body).toString();
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
