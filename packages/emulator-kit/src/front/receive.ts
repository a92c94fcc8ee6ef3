import type { Readable } from 'node:stream';
import { ServiceError } from '../service-error.ts';
import type { DigestName } from '../signature/digest.ts';
import type { RequestHead, SignatureFamily } from '../signature/family.ts';
import type { Spool, SpooledPayload } from './spool.ts';

/** The other side went away before its body was whole. There is nobody to answer. */
export class ClientGone extends Error {
  constructor() {
    super('the client closed the connection before its request was complete');
    this.name = 'ClientGone';
  }
}

export interface ReceiveOptions {
  readonly spool: Spool;
  readonly family: SignatureFamily;
  readonly memoryBytes: number;
  readonly limitBytes: number;
  /** The Content-Length, where there is one. */
  readonly declaredBytes: number | undefined;
  readonly digests: readonly DigestName[];
  readonly idleMilliseconds: number;
  readonly bodyMilliseconds: number;
}

/**
 * Receives a body: into memory while it is small, into a file of the spool from there on.
 *
 * @throws ServiceError when it is larger than allowed, too slow, or not as long as declared
 * @throws ClientGone
 */
export function receiveBody(source: Readable, options: ReceiveOptions): Promise<SpooledPayload> {
  return new Promise((resolve, reject) => {
    new Reception(source, options, resolve, reject).start();
  });
}

class Reception {
  private readonly source: Readable;
  private readonly options: ReceiveOptions;
  private readonly resolve: (payload: SpooledPayload) => void;
  private readonly reject: (error: unknown) => void;
  private readonly writer;
  private readonly timers: NodeJS.Timeout[] = [];
  private writing: Promise<void> | undefined;
  private isOver = false;

  constructor(
    source: Readable,
    options: ReceiveOptions,
    resolve: (payload: SpooledPayload) => void,
    reject: (error: unknown) => void,
  ) {
    this.source = source;
    this.options = options;
    this.resolve = resolve;
    this.reject = reject;
    this.writer = options.spool.writer(options);
  }

  start(): void {
    const slow = () => this.fail(tooSlow(this.options.family));
    this.timers.push(setTimeout(slow, this.options.idleMilliseconds), setTimeout(slow, this.options.bodyMilliseconds));
    this.source.on('data', this.onData);
    this.source.once('end', this.onEnd);
    this.source.on('error', this.onGone);
    this.source.once('close', this.onGone);
  }

  private readonly onData = (chunk: Uint8Array): void => {
    this.timers[0]?.refresh();
    if (this.writer.size + chunk.length > this.options.limitBytes) {
      this.fail(tooLarge(this.options.family, this.options.limitBytes));
      return;
    }
    const writing = this.writer.write(chunk);
    if (writing === undefined) return;
    this.source.pause();
    this.writing = writing.then(
      () => {
        if (!this.isOver) this.source.resume();
      },
      (error: unknown) => this.fail(error),
    );
  };

  private readonly onEnd = (): void => {
    const { declaredBytes, family } = this.options;
    if (declaredBytes !== undefined && declaredBytes !== this.writer.size) {
      this.fail(incompleteBody(family));
      return;
    }
    this.stop();
    this.writer.finish().then(this.resolve, this.reject);
  };

  private readonly onGone = (): void => this.fail(new ClientGone());

  private stop(): void {
    this.isOver = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.source.off('data', this.onData);
    this.source.off('end', this.onEnd);
    this.source.off('close', this.onGone);
    this.source.off('error', this.onGone);
    this.source.on('error', ignore); // a reset that comes later is no news
  }

  private fail(error: unknown): void {
    if (this.isOver) return;
    this.stop();
    const discarded = (this.writing ?? Promise.resolve()).then(() => this.writer.discard());
    discarded.then(
      () => this.reject(error),
      () => this.reject(error),
    );
  }
}

function ignore(): void {}

export function tooLarge(family: SignatureFamily, limitBytes: number): ServiceError {
  if (family === 's3') {
    const members = { MaxSizeAllowed: String(limitBytes) };
    return new ServiceError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400, members);
  }
  const code = family === 'query' ? 'RequestEntityTooLarge' : 'RequestEntityTooLargeException';
  return new ServiceError(code, `Request body is larger than the ${limitBytes} bytes allowed.`, 413);
}

export function incompleteBody(family: SignatureFamily): ServiceError {
  const message = 'You did not provide the number of bytes specified by the Content-Length HTTP header';
  return new ServiceError(family === 's3' ? 'IncompleteBody' : 'IncompleteBodyException', message, 400);
}

function tooSlow(family: SignatureFamily): ServiceError {
  const message =
    'Your socket connection to the server was not read from or written to within the timeout period. ' +
    'Idle connections will be closed.';
  if (family === 's3') return new ServiceError('RequestTimeout', message, 400);
  return new ServiceError('RequestTimeoutException', message, 408);
}

/** The digests that this request will ask for, judged by its head. */
export function expectedDigests(head: RequestHead, family: SignatureFamily): readonly DigestName[] {
  const declared = head.headers['x-amz-content-sha256'];
  if (declared?.startsWith('STREAMING-')) return []; // the bytes inside the chunks count, not these
  const digests = new Set<DigestName>(family === 's3' ? ['md5'] : []); // S3: the ETag, and Content-MD5
  if (declared !== 'UNSIGNED-PAYLOAD') digests.add('sha256');
  for (const name of ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'] as const) {
    if (head.headers[`x-amz-checksum-${name}`] !== undefined) digests.add(name);
  }
  return [...digests];
}
