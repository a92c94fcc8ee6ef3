import type { ListShape, MapShape, Member, Shape, StructureShape } from '../schema/shape.ts';
import { MAX_DEPTH, Malformed } from './malformed.ts';
import { type Fields, isFields, setField } from './records.ts';
import { parseBase64, parseNumber } from './scalar.ts';
import { dateOfSeconds, parseTimestamp } from './timestamp.ts';

/**
 * Reads a parsed JSON (or CBOR) value into the kinds that handlers see: Date, Uint8Array, number, plain objects.
 * Members that the model does not know are left out, as the cloud's servers do.
 */
export class JsonReader {
  readonly #path: (string | number)[] = [];
  readonly #usesJsonName: boolean;

  /** @param usesJsonName true for restJson1, whose members may be spelt differently on the wire */
  constructor(usesJsonName: boolean) {
    this.#usesJsonName = usesJsonName;
  }

  /** @throws Malformed when a value is of another kind than its shape */
  read(shape: Shape, value: unknown): unknown {
    switch (shape.kind) {
      case 'structure':
        return this.#structure(shape, value);
      case 'list':
        return this.#list(shape, value);
      case 'map':
        return this.#map(shape, value);
      case 'string':
        return typeof value === 'string' ? value : this.#refuse(value, 'a String');
      case 'number':
        return this.#number(shape.integer === true, value);
      case 'boolean':
        return typeof value === 'boolean' ? value : this.#refuse(value, 'a Boolean');
      case 'blob':
        return this.#blob(value);
      case 'timestamp':
        return this.#timestamp(value);
      case 'document':
        return this.#document(value);
      case 'unit':
        return {};
    }
  }

  #structure(shape: StructureShape, value: unknown): Fields {
    if (!isFields(value)) return this.#refuse(value, `a structure ${shape.name}`);
    const known = this.#usesJsonName ? membersByJsonName(shape) : shape.memberByName;
    const fields: Fields = {};
    let count = 0;
    for (const name of Object.keys(value)) {
      const given = value[name];
      const member = known.get(name);
      if (member === undefined || given === null || given === undefined) continue;
      fields[member.name] = this.#at(name, member.shape, given);
      count += 1;
    }
    if (shape.isUnion) this.#checkUnion(shape, count);
    return fields;
  }

  #checkUnion(shape: StructureShape, count: number): void {
    if (count === 1) return;
    const found = count === 0 ? 'none of its known members is' : `${count} of its members are`;
    throw new Malformed(`${shape.name}${this.#where()} is a union of which exactly one member must be set; ${found}`);
  }

  #list(shape: ListShape, value: unknown): unknown[] {
    if (!Array.isArray(value)) return this.#refuse(value, 'a list');
    const { member } = shape;
    return value.map((entry, index) => (entry === null ? null : this.#at(index, member, entry)));
  }

  #map(shape: MapShape, value: unknown): Fields {
    if (!isFields(value)) return this.#refuse(value, 'a map');
    const { value: valueShape } = shape;
    const fields: Fields = {};
    for (const key of Object.keys(value)) {
      const entry = value[key];
      setField(fields, key, entry === null ? null : this.#at(key, valueShape, entry));
    }
    return fields;
  }

  #number(isInteger: boolean, value: unknown): number {
    if (typeof value === 'bigint') return Number(value);
    if (typeof value === 'string' && !isInteger && /^(NaN|-?Infinity)$/.test(value)) return parseNumber(value, false);
    if (typeof value !== 'number' || (isInteger && !Number.isInteger(value))) {
      return this.#refuse(value, isInteger ? 'an Integer' : 'a Number');
    }
    return value;
  }

  #blob(value: unknown): Uint8Array {
    if (value instanceof Uint8Array) return value;
    return typeof value === 'string' ? this.#located(() => parseBase64(value)) : this.#refuse(value, 'a Blob');
  }

  #timestamp(value: unknown): Date {
    if (value instanceof Date) return value;
    if (typeof value === 'number') return this.#located(() => dateOfSeconds(value));
    return typeof value === 'string' ? this.#located(() => parseTimestamp(value)) : this.#refuse(value, 'a Timestamp');
  }

  /** A document is any JSON value; it is copied so that no key of the caller's choosing reaches a prototype. */
  #document(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((entry, index) => this.#at(index, DOCUMENT, entry));
    if (!isFields(value)) return value;
    const fields: Fields = {};
    for (const key of Object.keys(value)) setField(fields, key, this.#at(key, DOCUMENT, value[key]));
    return fields;
  }

  #at(step: string | number, shape: Shape, value: unknown): unknown {
    if (this.#path.push(step) > MAX_DEPTH) throw new Malformed(`the request is nested more than ${MAX_DEPTH} deep`);
    const read = this.read(shape, value);
    this.#path.pop();
    return read;
  }

  #located<T>(parse: () => T): T {
    try {
      return parse();
    } catch (error) {
      throw error instanceof Malformed ? new Malformed(`${error.message}${this.#where()}`) : error;
    }
  }

  #refuse(value: unknown, expected: string): never {
    throw new Malformed(`${kindOf(value)} can not be converted to ${expected}${this.#where()}`);
  }

  #where(): string {
    return this.#path.length === 0 ? '' : ` (at '${this.#path.join('.').slice(0, 256)}')`;
  }
}

const DOCUMENT: Shape = { kind: 'document' };

/** How AWS names the kinds of JSON values in its messages. */
function kindOf(value: unknown): string {
  if (typeof value === 'string') return 'STRING_VALUE';
  if (typeof value === 'number') return Number.isInteger(value) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE';
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  if (Array.isArray(value)) return 'START_ARRAY';
  return value === null ? 'NULL_VALUE' : 'START_OBJECT';
}

const byJsonName = new WeakMap<StructureShape, ReadonlyMap<string, Member>>();

function membersByJsonName(shape: StructureShape): ReadonlyMap<string, Member> {
  const known = byJsonName.get(shape);
  if (known) return known;
  const members = new Map(shape.members.map((member) => [member.traits.jsonName ?? member.name, member]));
  byJsonName.set(shape, members);
  return members;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON value of a body; an empty body is an empty object. */
export function parseJsonBody(body: Uint8Array): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(UTF8.decode(body));
  } catch (error) {
    throw new Malformed(
      `Could not parse request body into json: ${error instanceof Error ? error.message : 'not UTF-8'}`,
    );
  }
}
