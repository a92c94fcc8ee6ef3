import type { Shape, StructureShape } from '../schema/shape.ts';
import { eventStreamMember } from './bindings.ts';
import { toCbor } from './cbor-write.ts';
import { EVENT_STREAM_TYPE, eventStream } from './event-stream.ts';
import { writeHttp } from './http-write.ts';
import { fieldsOf, toJson } from './json-write.ts';
import type { WireRequest, WireResponse } from './messages.ts';
import type { Fields } from './records.ts';
import type { Route } from './route.ts';
import { XML_DECLARATION, xmlElement, xmlText } from './xml-write.ts';

const EMPTY = new Uint8Array(0);

/**
 * The response for what a handler returned. `$metadata.httpStatusCode` of the output, which the SDK's own types have,
 * overrides the model's status (206 for a range).
 *
 * @throws RangeError if the output is not what the model says: a mistake of the handler
 */
export function writeOutput(
  route: Route,
  { method }: Pick<WireRequest, 'method'>,
  output: unknown,
  requestId: string,
): WireResponse {
  const fields = output == null ? {} : fieldsOf(output, `the output of ${route.operation.name}`);
  const response = writeBody(route, fields, requestId);
  const status = statusOverride(fields) ?? response.status;
  const headers = { ...requestIdHeaders(route.service, requestId), ...response.headers };
  return withoutForbiddenBody(method, { status, headers, body: response.body });
}

function writeBody(route: Route, fields: Fields, requestId: string): WireResponse {
  const { output: shape } = route.operation;
  switch (route.protocol) {
    case 'awsJson1_0':
    case 'awsJson1_1':
      return writeRpc(route, shape, fields, jsonType(route.protocol), (value) => {
        return Buffer.from(JSON.stringify(toJson(shape, value, false)));
      });
    case 'rpcv2Cbor': {
      const response = writeRpc(route, shape, fields, 'application/cbor', (value) => toCbor(shape, value));
      return { ...response, headers: { ...response.headers, 'smithy-protocol': 'rpc-v2-cbor' } };
    }
    case 'awsQuery':
      return { status: 200, headers: { 'content-type': 'text/xml' }, body: queryBody(route, shape, fields, requestId) };
    case 'restJson1':
    case 'restXml':
      return shape.kind === 'structure'
        ? writeHttp(route, shape, fields)
        : { status: route.status, headers: {}, body: EMPTY };
  }
}

export function jsonType(protocol: 'awsJson1_0' | 'awsJson1_1'): string {
  return protocol === 'awsJson1_0' ? 'application/x-amz-json-1.0' : 'application/x-amz-json-1.1';
}

function writeRpc(
  route: Route,
  shape: Shape,
  fields: Fields,
  type: string,
  encode: (value: Fields) => Uint8Array,
): WireResponse {
  const stream = eventStreamMember(shape);
  if (stream && shape.kind === 'structure') {
    const body = eventStream(stream, fields, route, withoutMember(shape, stream.name));
    return { status: 200, headers: { 'content-type': EVENT_STREAM_TYPE }, body };
  }
  return { status: 200, headers: { 'content-type': type }, body: shape.kind === 'unit' ? EMPTY : encode(fields) };
}

function withoutMember({ name, isUnion, xmlName, xmlNamespace, error, members }: StructureShape, left: string) {
  const kept = members.filter((member) => member.name !== left);
  const memberByName = new Map(kept.map((member) => [member.name, member]));
  return { kind: 'structure', name, isUnion, xmlName, xmlNamespace, error, members: kept, memberByName } as const;
}

function queryBody(route: Route, shape: Shape, fields: Fields, requestId: string): Uint8Array {
  const { name, service } = route.operation;
  const result = shape.kind === 'unit' ? '' : xmlElement(`${name}Result`, shape, fields, undefined);
  const metadata = `<ResponseMetadata>${xmlText('RequestId', requestId)}</ResponseMetadata>`;
  const opening = `<${name}Response xmlns="${queryNamespace(service)}">`;
  return Buffer.from(`${XML_DECLARATION}${opening}${result}${metadata}</${name}Response>`);
}

/** Services that speak JSON by now keep the namespace of their query days: `monitoring`, `queue`. */
export function queryNamespace(service: Route['service'] | undefined): string {
  if (!service) return '';
  return service.xmlNamespace ?? `http://${service.signingName}.amazonaws.com/doc/${service.version}/`;
}

export function requestIdHeaders(service: Route['service'] | undefined, requestId: string): Record<string, string> {
  if (service?.id !== 'S3') return { 'x-amzn-requestid': requestId };
  return { 'x-amz-request-id': requestId, 'x-amz-id-2': hostIdOf(requestId) };
}

/** S3's second id, longer and opaque. */
export function hostIdOf(requestId: string): string {
  return Buffer.from(`cairn/${requestId}`).toString('base64');
}

function statusOverride(fields: Fields): number | undefined {
  const metadata = fields.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

/** HEAD, 204 and 304 never carry a body (RFC 9110); the headers that describe it stay. */
export function withoutForbiddenBody(method: string, response: WireResponse): WireResponse {
  if (method !== 'HEAD' && response.status !== 204 && response.status !== 304) return response;
  const { 'content-type': type, ...others } = response.headers;
  const keepsType = method === 'HEAD' && type !== undefined;
  return { ...response, headers: keepsType ? response.headers : others, body: EMPTY };
}
