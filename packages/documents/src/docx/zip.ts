import { inflatePieces } from '../inflate.ts';
import type { DocumentLimits } from '../limits.ts';
import { joined } from '../opened-file.ts';
import { bomb, damaged, encrypted, quoted, Refusal } from '../refusal.ts';

/** A file in a zip, by the zip's directory. Its name is only compared, never used as a path. */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly offset: number;
};

const [END_MARK, ENTRY_MARK, FILE_MARK] = [0x06054b50, 0x02014b50, 0x04034b50];
const [END_BYTES, ENTRY_BYTES, FILE_BYTES] = [22, 46, 30];
const LONGEST_COMMENT = 0xffff;
const [STORED, DEFLATED] = [0, 8];

/** What a zip says it holds (PKWARE APPNOTE 4.3). Archives of 4 GB and more have another directory and are damaged here. */
export function zipEntries(name: string, bytes: Uint8Array, limits: DocumentLimits): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = directoryEnd(view);
  if (end === undefined) throw damaged(name, 'Word document');
  const count = view.getUint16(end + 10, true);
  if (count > limits.docxEntries) {
    throw new Refusal(
      `${quoted(name)} is an archive of more than ${limits.docxEntries} files; unpack it and bring the files in it.`,
    );
  }
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY_MARK)
      throw damaged(name, 'Word document');
    const nameBytes = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packedBytes: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function directoryEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_MARK) return at;
  }
  return undefined;
}

/** What may still be inflated; shared by the parts of one document. */
export type Allowance = { bytes: number };

/** A part of a document. Whatever size it declares, nothing is inflated beyond the allowance. @throws Refusal */
export function unpacked(
  name: string,
  bytes: Uint8Array,
  entry: ZipEntry,
  allowance: Allowance,
  limits: DocumentLimits,
): Uint8Array {
  if (entry.isEncrypted) throw encrypted(name);
  const packed = packedPart(bytes, entry);
  if (!packed) throw damaged(name, 'Word document');
  const pieces: Uint8Array[] = [];
  let size = 0;
  const take = (piece: Uint8Array): void => {
    size += piece.length;
    const isBomb = size > limits.ratioFromBytes && size > limits.expansionRatio * packed.length;
    if (isBomb || size > allowance.bytes) throw bomb(name);
    pieces.push(piece);
  };
  if (entry.method === STORED) take(packed);
  else if (entry.method !== DEFLATED || inflatePieces(packed, take) !== 'ended') throw damaged(name, 'Word document');
  allowance.bytes -= size;
  return joined(pieces);
}

function packedPart(bytes: Uint8Array, { offset, packedBytes }: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + FILE_BYTES > view.byteLength || view.getUint32(offset, true) !== FILE_MARK) return undefined;
  const start = offset + FILE_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packedBytes <= bytes.length ? bytes.subarray(start, start + packedBytes) : undefined;
}
