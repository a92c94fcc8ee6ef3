import { crc32 } from 'node:zlib';

/** A ZIP archive of texts, stored without compression; attributes as a Unix tool would write them. */
export function zipOf(files: Readonly<Record<string, string>>, mode = 0o100644): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(crc32(data), 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(data.length, 22);
    head.writeUInt16LE(path.length, 26);
    bodies.push(head, path, data);
    directory.push(directoryEntry(head, mode, offset), path);
    offset += head.length + path.length + data.length;
  }
  const listing = Buffer.concat(directory);
  return Buffer.concat([...bodies, listing, endOf(Object.keys(files).length, listing.length, offset)]);
}

function directoryEntry(head: Buffer, mode: number, offset: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(0x0314, 4); // made by Unix
  head.copy(entry, 6, 4, 30);
  entry.writeUInt32LE((mode << 16) >>> 0, 38);
  entry.writeUInt32LE(offset, 42);
  return entry;
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
