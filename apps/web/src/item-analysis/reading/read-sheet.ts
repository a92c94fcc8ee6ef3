import { DelimitedReader } from './delimited.ts';
import { type ReadSheet, SheetBuilder } from './sheet-builder.ts';

/**
 * Reads a file of answers as it streams in: its text is never held as a whole.
 *
 * @param onProgress the share of the bytes that are read
 * @throws           UnusableFile or RangeError with a sentence for the person who chose the file
 */
export async function readSheet(file: Blob, onProgress: (share: number) => void): Promise<ReadSheet> {
  const builder = new SheetBuilder();
  const reader = new DelimitedReader((row) => builder.take(row));
  const decoder = new TextDecoder();
  const stream = file.stream().getReader();
  let bytes = 0;
  for (let piece = await stream.read(); !piece.done; piece = await stream.read()) {
    bytes += piece.value.byteLength;
    reader.push(decoder.decode(piece.value, { stream: true }));
    onProgress(bytes / file.size);
  }
  reader.push(decoder.decode());
  reader.end();
  return builder.finish();
}
