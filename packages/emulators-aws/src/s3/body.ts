import { type BlobRef, digestOf, memoryPayload, type Payload, ServiceError } from '@cairn/emulator-kit';
import type { S3Call } from './access.ts';
import { type ChecksumInput, verifiedChecksum } from './checksum.ts';
import type { PartChecksum } from './state.ts';

/** An SDK input whose body is what the wire hands over. */
export type WithPayload<Input> = Omit<Input, 'Body'> & { readonly Body?: Payload | undefined };

/** Most that one PUT or one part may carry: 5 GiB. */
const LARGEST_BODY_BYTES = 5 * 1024 ** 3;

export interface KeptBody {
  readonly blob: BlobRef;
  /** With its quotes. */
  readonly eTag: string;
  readonly checksum: PartChecksum;
}

/** Keeps a request's body, after what the client stated of it has been found true. */
export async function keepBody(call: S3Call, input: WithPayload<ChecksumInput>): Promise<KeptBody> {
  const payload = input.Body ?? memoryPayload('');
  if (payload.size > LARGEST_BODY_BYTES) throw entityTooLarge(payload.size);
  const checksum = await verifiedChecksum(payload, input);
  const eTag = `"${(await digestOf(payload, 'md5')).toString('hex')}"`;
  return { blob: await call.blobs.keep(payload), eTag, checksum };
}

function entityTooLarge(size: number): ServiceError {
  return new ServiceError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400, {
    ProposedSize: String(size),
    MaxSizeAllowed: String(LARGEST_BODY_BYTES),
  });
}

/** Part of a payload, as a payload: a range of an object, a part that is copied. */
export class PayloadSlice implements Payload {
  readonly size: number;
  readonly memory: Uint8Array | undefined;
  readonly #whole: Payload;
  readonly #start: number;

  /** The bytes from `start` up to, not including, `end`; both lie within `whole`. */
  constructor(whole: Payload, start: number, end: number) {
    this.#whole = whole;
    this.#start = start;
    this.size = end - start;
    this.memory = whole.memory?.subarray(start, end);
  }

  async bytes(limit = 64 * 1024 * 1024): Promise<Uint8Array> {
    if (this.size > limit) throw new RangeError(`${this.size} bytes are more than the ${limit} allowed here`);
    if (this.memory) return this.memory;
    const pieces: Uint8Array[] = [];
    for await (const piece of this.stream()) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  stream(start = 0, end = this.size): AsyncIterable<Uint8Array> {
    return this.#whole.stream(this.#start + start, this.#start + end);
  }
}
