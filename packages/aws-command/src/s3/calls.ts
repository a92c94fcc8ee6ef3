import type { ServiceModel } from '@cairn/emulator-kit/schema';
import { EXIT, plainFailure } from '../command/failure.ts';
import type { Globals } from '../command/globals.ts';
import type { SdkInput } from '../command/plan.ts';
import { failureText, readServiceFailure } from '../run/service-failure.ts';
import type { Session } from '../run/session.ts';

/** S3 has refused: the sentence as the AWS CLI words it. */
export class S3Refusal extends Error {
  override readonly name = 'S3Refusal';
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

export interface S3Object {
  readonly key: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

type Answer = Readonly<Record<string, unknown>>;

/** The calls that file commands make. @throws S3Refusal */
export class S3Calls {
  readonly #model: ServiceModel;
  readonly #session: Session;
  readonly #globals: Globals;

  constructor(model: ServiceModel, session: Session, globals: Globals) {
    this.#model = model;
    this.#session = session;
    this.#globals = globals;
  }

  get region(): string {
    return this.#globals.region ?? this.#session.defaults.region ?? 'us-east-1';
  }

  async call(name: string, input: SdkInput): Promise<Answer> {
    const operation = this.#model.operations.get(name);
    if (operation === undefined) throw new RangeError(`the pack of S3 has no operation ${name}`);
    const { host, signal } = this.#session;
    signal?.throwIfAborted();
    try {
      return (await host.send('s3', name, input, { region: this.region, signal })) as Answer; // clients answer records
    } catch (error) {
      const failure = readServiceFailure(operation, error);
      if (failure) throw new S3Refusal(failureText(operation, failure), failure.code);
      throw plainFailure(error instanceof Error ? error.message : String(error), EXIT.other);
    }
  }

  /** Pages of a listing: objects and, with a delimiter, what they share up to it. */
  async *list(
    bucket: string,
    prefix: string,
    more: SdkInput = {},
  ): AsyncGenerator<{ readonly objects: readonly S3Object[]; readonly prefixes: readonly string[] }> {
    let token: unknown;
    do {
      const start = token === undefined ? {} : { ContinuationToken: token };
      const answer = await this.call('ListObjectsV2', { Bucket: bucket, Prefix: prefix, ...more, ...start });
      yield {
        objects: records(answer.Contents).map(objectOf),
        prefixes: records(answer.CommonPrefixes).map(({ Prefix }) => String(Prefix)),
      };
      token = answer.IsTruncated === true ? answer.NextContinuationToken : undefined;
    } while (token !== undefined);
  }

  async listAll(bucket: string, prefix: string): Promise<S3Object[]> {
    const all: S3Object[] = [];
    for await (const { objects } of this.list(bucket, prefix)) all.push(...objects);
    return all;
  }
}

export function records(value: unknown): readonly Answer[] {
  return Array.isArray(value) ? value : [];
}

function objectOf({ Key, Size, LastModified }: Answer): S3Object {
  return { key: String(Key), size: Number(Size), modifiedAt: dateOf(LastModified) };
}

export function dateOf(value: unknown): Date {
  return value instanceof Date ? value : new Date(String(value));
}
