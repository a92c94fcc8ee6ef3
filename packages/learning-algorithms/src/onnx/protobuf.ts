/** A message, or a part of one: its bytes. */
export type Bytes = Uint8Array;

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const TEXT = new TextEncoder();

/** A whole number, seven bits a byte; negative ones as 64-bit two's complement, as protobuf's int64. */
function varint(value: number): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return [...bytes, Number(rest)];
}

export function joined(parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** An int64, enum or bool field. */
export function whole(field: number, value: number): Bytes {
  return Uint8Array.from([...varint((field << 3) | VARINT), ...varint(value)]);
}

/** A field that holds a message or bytes. */
export function nested(field: number, ...parts: readonly Bytes[]): Bytes {
  const body = joined(parts);
  return joined([Uint8Array.from([...varint((field << 3) | LENGTH_DELIMITED), ...varint(body.length)]), body]);
}

export function text(field: number, value: string): Bytes {
  return nested(field, TEXT.encode(value));
}

/** A repeated float field, packed: little-endian, four bytes each. */
export function floats(field: number, values: ArrayLike<number>): Bytes {
  const body = new DataView(new ArrayBuffer(4 * values.length));
  for (let i = 0; i < values.length; i += 1) body.setFloat32(4 * i, values[i] ?? 0, true);
  return nested(field, new Uint8Array(body.buffer));
}

/** A repeated int64 field, packed. */
export function wholes(field: number, values: readonly number[]): Bytes {
  return nested(field, Uint8Array.from(values.flatMap(varint)));
}
