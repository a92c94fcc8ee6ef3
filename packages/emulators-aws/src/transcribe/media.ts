import type { MediaFormat } from '@aws-sdk/client-transcribe';

/** What a media file tells about itself. */
export interface Media {
  readonly format: MediaFormat;
  /** Of WAV files only, as the members below. */
  readonly sampleRateHertz?: number;
  readonly channels?: number;
  readonly seconds?: number;
  /** The comment in the file: what is said in it. */
  readonly comment?: string;
}

/** First bytes of the formats that have such, at an offset. */
const SIGNATURES: readonly (readonly [format: MediaFormat, offset: number, bytes: string])[] = [
  ['flac', 0, 'fLaC'],
  ['ogg', 0, 'OggS'],
  ['mp3', 0, 'ID3'],
  ['mp3', 0, '\xff\xfb'],
  ['mp3', 0, '\xff\xf3'],
  ['amr', 0, '#!AMR'],
  ['webm', 0, '\x1a\x45\xdf\xa3'],
  ['m4a', 4, 'ftypM4A'],
  ['mp4', 4, 'ftyp'],
];

/** Tells the format by the file's bytes; undefined for none of those that Transcribe takes. */
export function readMedia(bytes: Uint8Array): Media | undefined {
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WAVE') return readWave(bytes);
  const found = SIGNATURES.find(([, offset, expected]) => textAt(bytes, offset, expected.length) === expected);
  return found && { format: found[0] };
}

const textAt = (bytes: Uint8Array, offset: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(offset, offset + length));

/** A chunk of a RIFF file: four letters, a size, the bytes. */
interface Chunk {
  readonly id: string;
  readonly body: Uint8Array;
  /** What the file says; more than the body's length when the file is cut off. */
  readonly size: number;
}

function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    yield { id: textAt(bytes, at, 4), body: bytes.subarray(at + 8, at + 8 + size), size };
    at += 8 + size + (size % 2);
  }
}

function readWave(bytes: Uint8Array): Media {
  let media: Media = { format: 'wav' };
  let bytesPerSecond = 0;
  for (const { id, body, size } of chunksOf(bytes.subarray(12))) {
    if (id === 'fmt ' && body.length >= 12) {
      const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
      media = { ...media, channels: view.getUint16(2, true), sampleRateHertz: view.getUint32(4, true) };
      bytesPerSecond = view.getUint32(8, true);
    } else if (id === 'data' && bytesPerSecond > 0) media = { ...media, seconds: size / bytesPerSecond };
    else if (id === 'LIST' && textAt(body, 0, 4) === 'INFO') media = { ...media, ...commentOf(body.subarray(4)) };
  }
  return media;
}

function commentOf(list: Uint8Array): { readonly comment?: string } {
  for (const { id, body } of chunksOf(list)) {
    const comment = id === 'ICMT' ? new TextDecoder().decode(body).replace(/\0.*$/s, '').trim() : '';
    if (comment !== '') return { comment };
  }
  return {};
}
