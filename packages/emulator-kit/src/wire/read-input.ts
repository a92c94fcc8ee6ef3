import { parsedBody } from './body.ts';
import { parseCborBody } from './cbor-read.ts';
import { readHttp } from './http-read.ts';
import { JsonReader, parseJsonBody } from './json-read.ts';
import { DEFAULT_LIMITS, type WireLimits } from './malformed.ts';
import type { WireRequest } from './messages.ts';
import { readQuery } from './query-read.ts';
import type { Fields } from './records.ts';
import { invalidInput, modeledRead } from './request-errors.ts';
import type { Route } from './route.ts';
import { violationsOf } from './validate.ts';

/**
 * The operation's input as handlers know it: numbers, Date, Uint8Array, plain objects and lists; a streaming body is
 * the request's `Payload`. It is read and held against the model's constraints.
 *
 * @throws ServiceError in the words of the caller's family
 */
export async function readInput(
  request: WireRequest,
  route: Route,
  limits: WireLimits = DEFAULT_LIMITS,
): Promise<Fields> {
  const input = await modeledRead(route, () => readFields(request, route, limits));
  const violations = violationsOf(route.operation.input, input);
  if (violations.length > 0) throw invalidInput(violations, route, route.operation.input);
  return input;
}

async function readFields(request: WireRequest, route: Route, limits: WireLimits): Promise<Fields> {
  const { input: shape } = route.operation;
  if (shape.kind !== 'structure') return {};
  switch (route.protocol) {
    case 'awsJson1_0':
    case 'awsJson1_1':
      return new JsonReader(false).read(shape, parseJsonBody(await parsedBody(request, limits))) as Fields; // a structure
    case 'rpcv2Cbor':
      return new JsonReader(false).read(shape, parseCborBody(await parsedBody(request, limits))) as Fields; // a structure
    case 'awsQuery':
      return readQuery(shape, route.form ?? new Map());
    case 'restJson1':
    case 'restXml':
      return readHttp(shape, request, { protocol: route.protocol, labels: route.labels, limits });
  }
}
