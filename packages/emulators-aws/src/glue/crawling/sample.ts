import { constants, gunzipSync } from 'node:zlib';
import type { Payload } from '@cairn/emulator-kit';

/** How much of an object a crawler looks at. */
const SAMPLE_BYTES = 1024 * 1024;

export interface TextSample {
  /** Whole lines, without their ends. */
  readonly lines: readonly string[];
  readonly isCompressed: boolean;
  /** Bytes of the sampled lines, uncompressed. */
  readonly bytes: number;
}

/** The first lines of an object, unpacked when it is gzipped. */
export async function sampleText(payload: Payload): Promise<TextSample> {
  const pieces: Uint8Array[] = [];
  for await (const piece of payload.stream(0, Math.min(SAMPLE_BYTES, payload.size))) pieces.push(piece);
  const packed = Buffer.concat(pieces);
  const isCompressed = packed[0] === 0x1f && packed[1] === 0x8b;
  const isWhole = payload.size <= SAMPLE_BYTES;
  // a sample may end within the archive, which is no fault here
  const text = (isCompressed ? gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }) : packed).toString('utf8');
  const lines = text.split(/\r?\n/);
  const whole = isWhole && lines.at(-1) !== '' ? lines : lines.slice(0, -1);
  return { lines: whole.filter((line) => line !== ''), isCompressed, bytes: Buffer.byteLength(text) };
}
