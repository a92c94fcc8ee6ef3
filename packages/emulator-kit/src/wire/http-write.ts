import type { Member, Shape, StructureShape } from '../schema/shape.ts';
import { bindingsOf, eventStreamMember } from './bindings.ts';
import { EVENT_STREAM_TYPE, eventStream } from './event-stream.ts';
import { joinHeaderList } from './header-list.ts';
import { entriesOf, fieldsOf, toJson } from './json-write.ts';
import type { WireResponse } from './messages.ts';
import type { Payload } from './payload.ts';
import type { Fields } from './records.ts';
import type { Route } from './route.ts';
import { bytesOf, formatScalar } from './scalar.ts';
import { XML_DECLARATION, xmlElement } from './xml-write.ts';

const EMPTY = new Uint8Array(0);

interface Body {
  readonly type: string | undefined;
  readonly bytes: WireResponse['body'];
}

/** Writes the output of a REST operation over status, headers and body. */
export function writeHttp(route: Route, shape: StructureShape, output: Fields): WireResponse {
  const bindings = bindingsOf(shape);
  const headers: Record<string, string> = {};
  writeHeaders(shape, output, headers);
  const code = bindings.responseCode && output[bindings.responseCode.name];
  const body = bodyOf(route, shape, output);
  if (body.type !== undefined) headers['content-type'] ??= body.type;
  return { status: typeof code === 'number' ? code : route.status, headers, body: body.bytes };
}

function writeHeaders(shape: StructureShape, output: Fields, headers: Record<string, string>): void {
  const bindings = bindingsOf(shape);
  for (const [member, prefix] of bindings.prefixHeaders) {
    const fields = output[member.name];
    if (fields == null) continue;
    for (const [name, value] of Object.entries(fieldsOf(fields, member.name))) {
      if (value != null) headers[prefix + name.toLowerCase()] = safeHeader(String(value));
    }
  }
  for (const [member, name] of bindings.headers) {
    const value = output[member.name];
    if (value != null) headers[name] = safeHeader(headerText(member, value));
  }
}

function headerText({ shape, traits }: Member, value: unknown): string {
  if (shape.kind === 'list') {
    const parts = entriesOf(value).map((entry) => formatScalar(shape.member, entry, 'http-date'));
    return joinHeaderList(parts, shape.member);
  }
  const text = formatScalar(shape, value, 'http-date');
  const isEncoded = shape.kind === 'string' && (shape.mediaType ?? traits.mediaType) !== undefined;
  return isEncoded ? Buffer.from(text).toString('base64') : text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /[\0-\x08\x0a-\x1f\x7f]/g;

/**
 * A caller may choose what a header will say (`response-content-disposition`): a line end must not begin another one.
 * Letters beyond ASCII are written as encoded words (RFC 2047), the way S3 returns them.
 */
function safeHeader(text: string): string {
  const line = text.replaceAll(UNSAFE, ' ');
  const isAscii = /^[\t\x20-\x7e]*$/.test(line);
  return isAscii ? line : `=?UTF-8?B?${Buffer.from(line).toString('base64')}?=`;
}

function bodyOf(route: Route, shape: StructureShape, output: Fields): Body {
  const stream = eventStreamMember(shape);
  if (stream) return { type: EVENT_STREAM_TYPE, bytes: eventStream(stream, output, route, undefined) };
  const { payload, document } = bindingsOf(shape);
  if (payload) return payloadBody(route, payload, output[payload.name]);
  if (document.members.length === 0) return { type: undefined, bytes: EMPTY };
  return documentBody(route, shape, document, output);
}

function payloadBody(route: Route, { shape, traits, name }: Member, value: unknown): Body {
  if (shape.kind === 'blob')
    return { type: blobType(traits.mediaType), bytes: value == null ? EMPTY : streamed(value) };
  if (value == null) return { type: undefined, bytes: EMPTY };
  if (shape.kind === 'string') return { type: shape.mediaType ?? 'text/plain', bytes: Buffer.from(String(value)) };
  if (route.protocol === 'restJson1') return jsonBody(toJson(shape, value, true));
  const root = traits.xmlName ?? (shape.kind === 'structure' ? (shape.xmlName ?? shape.name) : name);
  const inherited = shape.kind === 'structure' ? shape.xmlNamespace : undefined;
  return xmlBody(xmlElement(root, shape, value, traits.xmlNamespace ?? inherited ?? serviceNamespace(route)));
}

function blobType(mediaType: string | undefined): string {
  return mediaType ?? 'application/octet-stream';
}

/** Bytes at once, an object's payload as a stream, or pieces that a handler makes as it goes. */
function streamed(value: unknown): WireResponse['body'] {
  if (isPayload(value)) return value.memory ?? value.stream();
  if (typeof value === 'object' && value !== null && Symbol.asyncIterator in value) {
    return value as AsyncIterable<Uint8Array>; // a blob's pieces are bytes: the handler's part of the contract
  }
  return bytesOf(value);
}

function isPayload(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && 'stream' in value && typeof value.stream === 'function';
}

function documentBody(route: Route, shape: StructureShape, document: StructureShape, output: Fields): Body {
  if (route.protocol === 'restJson1') return jsonBody(toJson(document, output, true));
  const namespace = shape.xmlNamespace ?? serviceNamespace(route);
  const name = shape.xmlName ?? shape.name;
  if (!route.operation.isOutputUnwrapped) return xmlBody(xmlElement(name, document, output, namespace));
  const [only] = document.members;
  const value = only && output[only.name];
  const unwrapped: Shape = { kind: 'string', mediaType: undefined, constraint: undefined };
  return xmlBody(xmlElement(only?.name ?? name, unwrapped, value ?? '', namespace));
}

function serviceNamespace({ service }: Route): { readonly uri: string } | undefined {
  return service.xmlNamespace === undefined ? undefined : { uri: service.xmlNamespace };
}

function jsonBody(json: unknown): Body {
  return { type: 'application/json', bytes: Buffer.from(JSON.stringify(json)) };
}

function xmlBody(xml: string): Body {
  return { type: 'application/xml', bytes: Buffer.from(XML_DECLARATION + xml) };
}
