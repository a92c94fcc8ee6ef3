const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The day that every entry carries, 1 January 1980: the same files give the same bytes. */
const DOS_DATE = 0x21;
const UTF8_NAMES = 0x800;

type Entry = { readonly name: Uint8Array; readonly data: Uint8Array; readonly crc: number; readonly offset: number };

/**
 * A ZIP archive whose entries are stored, not compressed: Lambda code of a lab is small.
 *
 * @see APPNOTE.TXT 6.3.10, PKWARE, sections 4.3.7, 4.3.12 and 4.3.16
 */
export function zipOf(files: readonly (readonly [string, string])[]): Uint8Array {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  for (const [path, text] of files) {
    const entry = { name: encoder.encode(path), data: encoder.encode(text), crc: 0, offset };
    entries.push({ ...entry, crc: crc32(entry.data) });
    chunks.push(localHeader({ ...entry, crc: crc32(entry.data) }), entry.name, entry.data);
    offset += 30 + entry.name.length + entry.data.length;
  }
  const directory = entries.flatMap((entry) => [directoryHeader(entry), entry.name]);
  const size = directory.reduce((sum, chunk) => sum + chunk.length, 0);
  return concat([...chunks, ...directory, endRecord(entries.length, size, offset)]);
}

function localHeader({ name, data, crc }: Entry): Uint8Array {
  return record(
    [4, 0x04034b50],
    [2, 20],
    [2, UTF8_NAMES],
    [2, 0],
    [2, 0],
    [2, DOS_DATE],
    [4, crc],
    ...sizes(data, name),
    [2, 0],
  );
}

function directoryHeader({ name, data, crc, offset }: Entry): Uint8Array {
  // "made by" 3 (Unix) 2.0; the mode -rw-r--r-- lets Lambda read the file
  const head = record([4, 0x02014b50], [2, 0x0314], [2, 20], [2, UTF8_NAMES], [2, 0], [2, 0], [2, DOS_DATE], [4, crc]);
  const tail = record(...sizes(data, name), [2, 0], [2, 0], [2, 0], [2, 0], [4, (0o100644 << 16) >>> 0], [4, offset]);
  return concat([head, tail]);
}

function endRecord(count: number, size: number, offset: number): Uint8Array {
  return record([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
}

type Field = readonly [size: 2 | 4, value: number];

function sizes(data: Uint8Array, name: Uint8Array): readonly Field[] {
  return [
    [4, data.length],
    [4, data.length],
    [2, name.length],
  ];
}

function record(...fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
