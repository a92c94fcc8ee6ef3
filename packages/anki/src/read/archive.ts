import { fromBufferPromise, type ZipFile } from 'yauzl';
import { AnkiFileFault, megabytes, tooLarge } from '../fault.ts';
import type { ReadLimits } from '../limits.ts';
import { unpackZstd } from './zstd.ts';

/** The collection of a package, newest format first. */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'] as const;
type CollectionName = (typeof COLLECTIONS)[number];

export type Archive = {
  readonly name: CollectionName;
  readonly database: Uint8Array;
  /** Pictures and sounds in the package, none of them unpacked. */
  readonly mediaFiles: number;
};

/** Formats of packages up to this number are known; a newer one says so in its `meta`. */
const NEWEST_PACKAGE_VERSION = 3;

/**
 * Takes the collection out of a package. Everything stays in memory, and nothing is unpacked further than its limit,
 * whatever sizes the file declares.
 *
 * @throws AnkiFileFault
 */
export async function readArchive(bytes: Uint8Array, limits: ReadLimits): Promise<Archive> {
  if (bytes.byteLength > limits.fileBytes) {
    throw new AnkiFileFault(
      `The file is larger than ${megabytes(limits.fileBytes)}; export a smaller deck, or export it without media.`,
    );
  }
  const { wanted, mediaFiles } = await unpackKnown(bytes, limits);
  const meta = wanted.get('meta');
  if (meta && versionOf(meta) > NEWEST_PACKAGE_VERSION) {
    throw new AnkiFileFault(
      'The package is of a newer Anki; export it again with “Support older Anki versions” ticked.',
    );
  }
  const name = COLLECTIONS.find((each) => wanted.has(each));
  const packed = name && wanted.get(name);
  if (!name || !packed) {
    throw new AnkiFileFault(
      'The file is a zip, but holds no Anki collection; choose a package (.apkg) that Anki exported.',
    );
  }
  const database = name === 'collection.anki21b' ? unpackZstd(packed, limits.databaseBytes) : packed;
  return { name, database, mediaFiles };
}

type Unpacked = { readonly wanted: ReadonlyMap<string, Uint8Array>; readonly mediaFiles: number };

async function unpackKnown(bytes: Uint8Array, limits: ReadLimits): Promise<Unpacked> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
    });
    if (zip.entryCount > limits.entries) {
      throw new AnkiFileFault(`The package holds more than ${limits.entries} files; export the deck without media.`);
    }
    return await walk(zip, limits);
  } catch (error) {
    if (error instanceof AnkiFileFault) throw error;
    throw notSound(error);
  }
}

/** The zip reader refuses names that would be written outside of a folder; here nothing is written at all. */
const LEADS_OUT = /^(?:invalid relative path|absolute path|invalid characters in fileName)/;

function notSound(cause: unknown): AnkiFileFault {
  const leadsOut = cause instanceof Error && LEADS_OUT.test(cause.message);
  const message = leadsOut
    ? 'The package holds a file name that leads out of it, which Anki never writes; get the deck from another source.'
    : 'The file is no sound zip, so it is no Anki package; export the deck again and choose the .apkg file.';
  return new AnkiFileFault(message, { cause });
}

const KNOWN = new Set<string>([...COLLECTIONS, 'meta']);

async function walk(zip: ZipFile, limits: ReadLimits): Promise<Unpacked> {
  const wanted = new Map<string, Uint8Array>();
  let mediaFiles = 0;
  for await (const entry of zip.eachEntry()) {
    if (/^\d+$/.test(entry.fileName)) mediaFiles += 1;
    if (!KNOWN.has(entry.fileName)) continue;
    if (wanted.has(entry.fileName)) {
      throw new AnkiFileFault(`The package holds two files named ${entry.fileName}; export the deck again.`);
    }
    if (entry.isEncrypted()) throw new AnkiFileFault('The package is encrypted; export the deck again from Anki.');
    const stream = await zip.openReadStreamPromise(entry);
    wanted.set(entry.fileName, await collect(stream, limits.databaseBytes));
  }
  return { wanted, mediaFiles };
}

async function collect(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.byteLength;
    if (size > limit) throw tooLarge(limit); // leaving the loop ends the stream
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** `PackageMetadata { version = 1 }`: a tag and a small number. */
function versionOf(meta: Uint8Array): number {
  return meta[0] === 0x08 ? (meta[1] ?? 0) : 0;
}
