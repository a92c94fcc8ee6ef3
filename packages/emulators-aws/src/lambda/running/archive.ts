import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** Lambda quotas: 250 MB unzipped. */
const MOST_BYTES = 250 * 1024 * 1024;
const MOST_ENTRIES = 20_000;
const FILE_TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/** What is wrong with an archive, in one sentence. */
export class ArchiveFault extends Error {}

/**
 * Checks an archive without unpacking it: a readable directory, no names that lead out of it, no links, no more than
 * Lambda takes.
 *
 * @throws ArchiveFault
 */
export async function checkArchive(bytes: Uint8Array): Promise<void> {
  await withArchive(bytes, async () => {});
}

/**
 * Unpacks an archive below `directory`. A size that the archive lies about ends it: no more is written than announced.
 *
 * @throws ArchiveFault
 */
export async function unpack(bytes: Uint8Array, directory: string): Promise<void> {
  await withArchive(bytes, async (zip, entry) => {
    const path = join(directory, entry.fileName);
    if (!path.startsWith(directory + sep)) throw new ArchiveFault(`The file ${entry.fileName} lies outside.`);
    if (entry.fileName.endsWith('/')) {
      await mkdir(path, { recursive: true });
      return;
    }
    await mkdir(dirname(path), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path));
  });
}

async function withArchive(bytes: Uint8Array, visit: (zip: ZipFile, entry: Entry) => Promise<void>): Promise<void> {
  try {
    // yauzl refuses names that are absolute, hold `..` or backslashes, and checks each size as it inflates.
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      strictFileNames: true,
    });
    let left = MOST_BYTES;
    let entries = 0;
    for await (const entry of zip.eachEntry()) {
      entries += 1;
      left -= entry.uncompressedSize;
      checkEntry(entry, entries, left);
      await visit(zip, entry);
    }
    if (entries === 0) throw new ArchiveFault('The archive is empty.');
  } catch (error) {
    if (error instanceof ArchiveFault) throw error;
    throw new ArchiveFault(error instanceof Error ? error.message : 'The archive cannot be read.');
  }
}

function checkEntry(entry: Entry, entries: number, left: number): void {
  if (entries > MOST_ENTRIES) throw new ArchiveFault(`The archive has more than ${MOST_ENTRIES} files.`);
  if (left < 0) throw new ArchiveFault(`Unzipped size must be smaller than ${MOST_BYTES} bytes`);
  if (entry.isEncrypted()) throw new ArchiveFault(`The file ${entry.fileName} is encrypted.`);
  // Upper half of the attributes: the mode that Unix tools write.
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK) === SYMBOLIC_LINK) {
    throw new ArchiveFault(`The file ${entry.fileName} is a symbolic link, which this sandbox does not unpack.`);
  }
}
