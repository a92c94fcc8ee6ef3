import type { Shape, StructureShape } from '../schema/shape.ts';
import { type Fields, setField } from './records.ts';
import { formatBase64 } from './scalar.ts';
import { formatTimestamp, secondsOf } from './timestamp.ts';

/** A handler's value as a value for JSON.stringify. Members that are undefined or null are left out. */
export function toJson(shape: Shape, value: unknown, usesJsonName: boolean): unknown {
  switch (shape.kind) {
    case 'structure':
      return structureToJson(shape, fieldsOf(value, shape.name), usesJsonName);
    case 'list':
      return entriesOf(value).map((entry) => (entry == null ? null : toJson(shape.member, entry, usesJsonName)));
    case 'map':
      return mapToJson(shape.value, fieldsOf(value, 'map'), shape.sparse, usesJsonName);
    case 'number':
      return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
    case 'blob':
      return formatBase64(value);
    case 'timestamp':
      return timestampToJson(shape, value);
    case 'string':
    case 'boolean':
    case 'document':
      return value;
    case 'unit':
      return {};
  }
}

function structureToJson(shape: StructureShape, fields: Fields, usesJsonName: boolean): Fields {
  const json: Fields = {};
  for (const member of shape.members) {
    const value = fields[member.name];
    if (value == null) continue;
    const name = usesJsonName ? (member.traits.jsonName ?? member.name) : member.name;
    json[name] = toJson(member.shape, value, usesJsonName);
  }
  return json;
}

function mapToJson(shape: Shape, fields: Fields, isSparse: boolean, usesJsonName: boolean): Fields {
  const json: Fields = {};
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    if (value != null) setField(json, key, toJson(shape, value, usesJsonName));
    else if (isSparse) setField(json, key, null);
  }
  return json;
}

function timestampToJson(shape: Shape & { kind: 'timestamp' }, value: unknown): string | number {
  if (shape.format === undefined || shape.format === 'epoch-seconds') return secondsOf(value);
  return formatTimestamp(value, shape.format);
}

/** @throws RangeError: the handler's answer is not what the model says */
export function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields; // checked just above
  throw new RangeError(`${what} must be an object, got ${Array.isArray(value) ? 'a list' : String(value)}`);
}

export function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new RangeError(`a list must be an array, got ${String(value)}`);
}
