/** The fields of a protobuf message: numbers and byte strings by field number, the last of each. */
export type Message = {
  readonly numbers: ReadonlyMap<number, number>;
  readonly bytes: ReadonlyMap<number, Uint8Array>;
};

/** Reads what a note type and a template need of the wire format. A damaged message gives the fields before the damage. */
export function parseMessage(data: Uint8Array): Message {
  const numbers = new Map<number, number>();
  const bytes = new Map<number, Uint8Array>();
  let at = 0;
  while (at < data.length) {
    const tag = varint(data, at);
    const wire = tag.value % 8;
    const field = Math.floor(tag.value / 8);
    at = tag.end;
    if (wire === 0) {
      const { value, end } = varint(data, at);
      numbers.set(field, value);
      at = end;
    } else if (wire === 2) {
      const { value, end } = varint(data, at);
      bytes.set(field, data.subarray(end, end + value));
      at = end + value;
    } else if (wire === 1 || wire === 5) at += wire === 1 ? 8 : 4;
    else break;
  }
  return { numbers, bytes };
}

function varint(data: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  for (let at = start; at < start + 10; at += 1) {
    const byte = data[at] ?? 0;
    value += (byte & 127) * 2 ** (7 * (at - start));
    if (byte < 128) return { value, end: at + 1 };
  }
  return { value, end: start + 10 };
}
