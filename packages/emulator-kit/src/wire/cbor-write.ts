import { encode, Token, Type } from 'cborg';
import type { Shape } from '../schema/shape.ts';
import { entriesOf, fieldsOf } from './json-write.ts';
import { type Fields, setField } from './records.ts';
import { bytesOf } from './scalar.ts';
import { secondsOf } from './timestamp.ts';

const EPOCH_TAG = 1;

/** A handler's value as CBOR (RFC 8949): blobs as byte strings, timestamps as tagged seconds. */
export function toCbor(shape: Shape, value: unknown): Uint8Array {
  return encode(prepare(shape, value), {
    float64: true,
    typeEncoders: {
      Date: (date) => [new Token(Type.tag, EPOCH_TAG), new Token(Type.float, secondsOf(date))],
    },
  });
}

function prepare(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case 'structure': {
      const fields = fieldsOf(value, shape.name);
      const present = shape.members.filter(({ name }) => fields[name] != null);
      return Object.fromEntries(present.map(({ name, shape: target }) => [name, prepare(target, fields[name])]));
    }
    case 'list':
      return entriesOf(value).map((entry) => (entry == null ? null : prepare(shape.member, entry)));
    case 'map':
      return prepareMap(shape.value, fieldsOf(value, 'map'), shape.sparse);
    case 'blob': {
      const bytes = bytesOf(value);
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    case 'unit':
      return {};
    default:
      return value;
  }
}

function prepareMap(shape: Shape, fields: Fields, isSparse: boolean): Fields {
  const prepared: Fields = {};
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    if (value != null) setField(prepared, key, prepare(shape, value));
    else if (isSparse) setField(prepared, key, null);
  }
  return prepared;
}
