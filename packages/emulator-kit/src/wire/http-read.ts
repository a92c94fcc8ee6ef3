import type { Member, Shape, StructureShape } from '../schema/shape.ts';
import { bindingsOf } from './bindings.ts';
import { boundedBytes, parsedBody } from './body.ts';
import { type Form, parseForm } from './form.ts';
import { splitHeaderList } from './header-list.ts';
import { JsonReader, parseJsonBody } from './json-read.ts';
import { Malformed, type WireLimits } from './malformed.ts';
import type { WireRequest } from './messages.ts';
import { type Fields, setField } from './records.ts';
import { parseScalar } from './scalar.ts';
import { readXmlDocument } from './xml-read.ts';
import { parseXmlBody } from './xml-tree.ts';

/** What an HTTP-bound operation's reader needs besides the request. */
export interface HttpCall {
  readonly protocol: 'restJson1' | 'restXml';
  readonly labels: Readonly<Record<string, string>>;
  readonly limits: WireLimits;
}

/** Reads labels, query, headers and body of a REST operation. @throws Malformed */
export async function readHttp(shape: StructureShape, request: WireRequest, call: HttpCall): Promise<Fields> {
  const bindings = bindingsOf(shape);
  const fields: Fields = {};
  for (const { name, shape: target } of bindings.labels) {
    const label = call.labels[name];
    if (label !== undefined) fields[name] = parseScalar(target, label);
  }
  readQueryMembers(shape, request.query, fields);
  readHeaderMembers(shape, request.headers, fields);
  if (bindings.payload) await readPayload(bindings.payload, request, call, fields);
  else if (bindings.document.members.length > 0)
    Object.assign(fields, await readDocument(bindings.document, request, call));
  return fields;
}

function readQueryMembers(shape: StructureShape, query: string, fields: Fields): void {
  const { queries, queryParams } = bindingsOf(shape);
  if (queries.length === 0 && !queryParams) return;
  const form = parseForm(query);
  for (const [member, name] of queries) {
    const values = form.get(name);
    if (values) fields[member.name] = readQueryValue(member.shape, values);
  }
  if (queryParams) fields[queryParams.name] = readQueryParams(queryParams.shape, form);
}

function readQueryValue(shape: Shape, values: readonly string[]): unknown {
  if (shape.kind === 'list') return values.map((value) => parseScalar(shape.member, value));
  return parseScalar(shape, values[0] ?? '');
}

/** Signatures and the SDK's operation hint are transport, not parameters of the operation. */
const NOT_A_PARAMETER = /^(x-id|x-amz-(algorithm|credential|date|expires|security-token|signature|signedheaders))$/i;

/** All parameters, also those bound to members of their own: so Smithy tells servers. */
function readQueryParams(shape: Shape, form: Form): Fields {
  const params: Fields = {};
  if (shape.kind !== 'map') return params;
  for (const [name, values] of form) {
    if (!NOT_A_PARAMETER.test(name)) setField(params, name, readQueryValue(shape.value, values));
  }
  return params;
}

function readHeaderMembers(shape: StructureShape, headers: WireRequest['headers'], fields: Fields): void {
  const bindings = bindingsOf(shape);
  for (const [member, name] of bindings.headers) {
    const text = headers[name];
    if (text !== undefined) fields[member.name] = readHeader(member, text);
  }
  for (const [member, prefix] of bindings.prefixHeaders) {
    const found: Fields = {};
    for (const name of Object.keys(headers)) {
      if (name.startsWith(prefix)) setField(found, name.slice(prefix.length), headers[name]);
    }
    fields[member.name] = found;
  }
}

function readHeader(member: Member, text: string): unknown {
  const { shape } = member;
  if (shape.kind === 'list') return splitHeaderList(text, shape.member).map((part) => parseScalar(shape.member, part));
  const isEncoded = shape.kind === 'string' && (shape.mediaType ?? member.traits.mediaType) !== undefined;
  if (!isEncoded) return parseScalar(shape, text);
  return Buffer.from(text, 'base64').toString(); // values with a media type travel in base64
}

async function readPayload(member: Member, request: WireRequest, call: HttpCall, fields: Fields): Promise<void> {
  const { shape, name } = member;
  if (shape.kind === 'blob' && (shape.streaming || member.traits.streaming)) {
    fields[name] = request.payload;
    return;
  }
  if (member.traits.streaming) throw new Malformed('streams of events are not accepted as input here');
  if (request.payload.size === 0) return;
  if (shape.kind === 'blob') fields[name] = plainBytes(await boundedBytes(request, call.limits.blobBodyBytes));
  else if (shape.kind === 'string') fields[name] = textOf(await parsedBody(request, call.limits));
  else fields[name] = await readStructuredPayload(member, request, call);
}

/** Handlers see a Uint8Array as from an SDK client, never its subclass Buffer, which prints and serializes otherwise. */
function plainBytes({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

async function readStructuredPayload(
  { shape, traits }: Member,
  request: WireRequest,
  call: HttpCall,
): Promise<unknown> {
  const body = await parsedBody(request, call.limits);
  if (call.protocol === 'restJson1') return new JsonReader(true).read(shape, parseJsonBody(body));
  return readXmlDocument(shape, traits.xmlName, parseXmlBody(body));
}

async function readDocument(shape: StructureShape, request: WireRequest, call: HttpCall): Promise<Fields> {
  if (request.payload.size === 0) return {};
  const body = await parsedBody(request, call.limits);
  if (call.protocol === 'restXml') return readXmlDocument(shape, undefined, parseXmlBody(body)) as Fields; // a structure
  return new JsonReader(true).read(shape, parseJsonBody(body)) as Fields; // the shape is a structure
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function textOf(body: Uint8Array): string {
  try {
    return UTF8.decode(body);
  } catch {
    throw new Malformed('the body is not UTF-8 text');
  }
}
