import { gunzipSync, gzipSync } from 'node:zlib';
import { UserFault } from '../data/user-fault.ts';

const BLOCK = 512;
const MOST_BYTES = 512 * 1024 * 1024;

const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;

/** A ustar header with nothing in it that changes from run to run: no time, no owner. */
function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 100, 'utf8');
  header.write(octal(0o644, 8), 100, 'latin1');
  header.write(octal(0, 8), 108, 'latin1');
  header.write(octal(0, 8), 116, 'latin1');
  header.write(octal(size, 12), 124, 'latin1');
  header.write(octal(0, 12), 136, 'latin1');
  header.write(' '.repeat(8), 148, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 7)} `, 148, 'latin1');
  return header;
}

/** model.tar.gz of files by name: the same files give the same bytes. */
export function writeArtifact(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts = [...files].flatMap(([name, bytes]) => [
    headerOf(name, bytes.length),
    bytes,
    Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK),
  ]);
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]), { level: 6 });
}

function unzipped(archive: Uint8Array): Buffer {
  try {
    return gunzipSync(archive, { maxOutputLength: MOST_BYTES });
  } catch {
    throw new UserFault('The model artifact is no gzip archive: give the model.tar.gz that a training job wrote.');
  }
}

const textAt = (bytes: Buffer, start: number, length: number): string =>
  bytes.toString('utf8', start, start + length).replace(/\0.*$/s, '');

/** Regular files of a model.tar.gz, by name without a leading "./". Throws UserFault when it is none. */
export function readArtifact(archive: Uint8Array): Map<string, Uint8Array> {
  const tar = unzipped(archive);
  const files = new Map<string, Uint8Array>();
  let at = 0;
  while (at + BLOCK <= tar.length && tar[at] !== 0) {
    const size = Number.parseInt(textAt(tar, at + 124, 12), 8);
    if (!Number.isFinite(size)) throw new UserFault('The model artifact is no tar archive.');
    const type = textAt(tar, at + 156, 1);
    const name = textAt(tar, at, 100).replace(/^\.\//, '');
    if (type === '0' || type === '') files.set(name, tar.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
