import type { Member, Shape, StructureShape } from '../schema/shape.ts';
import { ServiceError } from '../service-error.ts';
import { toCbor } from './cbor-write.ts';
import { type EventHeaders, type EventHeaderValue, eventFrame } from './event-frame.ts';
import { fieldsOf, toJson } from './json-write.ts';
import type { Fields } from './records.ts';
import type { Family } from './route.ts';
import { bytesOf } from './scalar.ts';
import { XML_DECLARATION, xmlElement } from './xml-write.ts';

export const EVENT_STREAM_TYPE = 'application/vnd.amazon.eventstream';

/**
 * The frames of an output whose `member` is a stream of events.
 *
 * A modeled error that is thrown while the stream runs becomes an exception event; another one ends the stream with an
 * error event, since the status has been sent.
 *
 * @param initial structure of the members beside the stream, which RPC protocols send as a first event
 */
export async function* eventStream(
  member: Member,
  output: Fields,
  family: Family,
  initial: StructureShape | undefined,
): AsyncIterable<Uint8Array> {
  const union = member.shape;
  const events = output[member.name];
  if (union.kind !== 'structure' || !isIterable(events))
    throw new RangeError(`${member.name} must be an async iterable`);
  if (initial) yield initialResponse(initial, output, family);
  try {
    for await (const event of events) yield frameOf(union, event, family);
  } catch (error) {
    yield failureFrame(union, error, family);
  }
}

function isIterable(value: unknown): value is AsyncIterable<unknown> | Iterable<unknown> {
  return typeof value === 'object' && value !== null && (Symbol.asyncIterator in value || Symbol.iterator in value);
}

function initialResponse(shape: StructureShape, output: Fields, family: Family): Uint8Array {
  const { type, bytes } = encodeDocument(shape, output, family);
  return eventFrame([...eventHeaders('initial-response'), [':content-type', type]], bytes);
}

function eventHeaders(name: string): EventHeaders {
  return [
    [':message-type', 'event'],
    [':event-type', name],
  ];
}

function frameOf(union: StructureShape, event: unknown, family: Family): Uint8Array {
  const fields = fieldsOf(event, union.name);
  const member = union.members.find(({ name }) => fields[name] != null);
  if (!member) throw new RangeError(`an event of ${union.name} has no known member`);
  const value = fields[member.name];
  if (member.shape.kind !== 'structure') throw new RangeError(`event ${member.name} is no structure`);
  if (member.shape.error) return exceptionFrame(member, fieldsOf(value, member.name), family);
  return structuredFrame(eventHeaders(member.name), member.shape, fieldsOf(value, member.name), family);
}

function structuredFrame(head: EventHeaders, shape: StructureShape, fields: Fields, family: Family): Uint8Array {
  const extra = shape.members
    .filter(({ name, traits }) => traits.eventHeader && fields[name] != null)
    .map(({ name }) => [name, fields[name] as EventHeaderValue] as const); // event headers are scalars in every model
  const payload = shape.members.find(({ traits }) => traits.eventPayload);
  if (payload) {
    const { type, bytes } = encodePayload(payload, fields[payload.name], family);
    return eventFrame([...head, ...extra, [':content-type', type]], bytes);
  }
  const members = shape.members.filter(({ traits }) => !traits.eventHeader);
  if (members.length === 0) return eventFrame([...head, ...extra], new Uint8Array(0));
  const { type, bytes } = encodeDocument(shape, fields, family);
  return eventFrame([...head, ...extra, [':content-type', type]], bytes);
}

interface Encoded {
  readonly type: string;
  readonly bytes: Uint8Array;
}

function encodePayload({ shape }: Member, value: unknown, family: Family): Encoded {
  if (shape.kind === 'blob') return { type: 'application/octet-stream', bytes: bytesOf(value ?? '') };
  if (shape.kind === 'string') return { type: 'text/plain', bytes: Buffer.from(String(value ?? '')) };
  return encodeDocument(shape, value ?? {}, family);
}

function encodeDocument(shape: Shape, value: unknown, { protocol }: Family): Encoded {
  switch (protocol) {
    case 'rpcv2Cbor':
      return { type: 'application/cbor', bytes: toCbor(shape, value) };
    case 'restXml':
    case 'awsQuery': {
      const name = shape.kind === 'structure' ? (shape.xmlName ?? shape.name) : 'value';
      return { type: 'text/xml', bytes: Buffer.from(XML_DECLARATION + xmlElement(name, shape, value, undefined)) };
    }
    default: {
      const json = toJson(shape, value, protocol === 'restJson1');
      return { type: 'application/json', bytes: Buffer.from(JSON.stringify(json)) };
    }
  }
}

function exceptionFrame(member: Member, fields: Fields, family: Family): Uint8Array {
  const { type, bytes } = encodeDocument(member.shape, fields, family);
  return eventFrame(
    [
      [':message-type', 'exception'],
      [':exception-type', member.name],
      [':content-type', type],
    ],
    bytes,
  );
}

/** A bug is told without its message: that may hold what the learner should not see. */
function failureFrame(union: StructureShape, error: unknown, family: Family): Uint8Array {
  const code = error instanceof ServiceError ? error.code : 'InternalFailure';
  const message = error instanceof ServiceError ? error.message : 'The sandbox met an internal failure.';
  const modeled = union.members.find(({ shape }) => shape.kind === 'structure' && shape.error && shape.name === code);
  if (modeled && error instanceof ServiceError) {
    return exceptionFrame(modeled, { message, Message: message, ...error.members }, family);
  }
  const head: EventHeaders = [
    [':message-type', 'error'],
    [':error-code', code],
    [':error-message', message],
  ];
  return eventFrame(head, new Uint8Array(0));
}
