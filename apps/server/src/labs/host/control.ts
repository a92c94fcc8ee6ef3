import { Fidelity, LabBill, Problem } from '@cairn/contract';
import { z } from 'zod';
import type { HostAddress } from './host-file.ts';

const KeyPair = z.object({ accessKeyId: z.string(), secretAccessKey: z.string() });
const Account = z.object({
  accountId: z.string(),
  region: z.string(),
  now: z.number(),
  keys: z.object({ root: KeyPair, learner: KeyPair.optional() }),
});
const Clock = z.object({ now: z.number(), aheadMilliseconds: z.number() });
const Journal = z.object({
  total: z.number(),
  entries: z.array(
    z.object({
      at: z.number(),
      service: z.string(),
      operation: z.string(),
      region: z.string(),
      principalArn: z.string(),
      accessKeyId: z.string().optional(),
      userAgent: z.string(),
      resources: z.array(z.string()),
      decision: z.object({ decision: z.string(), action: z.string(), why: z.string() }).optional(),
      errorCode: z.string().optional(),
      errorMessage: z.string().optional(),
      parameters: z.unknown(),
      isReadOnly: z.boolean(),
    }),
  ),
});
const FidelityTable = z.object({ rows: Fidelity.shape.rows, missing: z.record(z.string(), z.number()) });
const Message = z.object({ message: z.string() });
const Names = z.object({ names: z.array(z.string()) });

export type AccountFacts = z.infer<typeof Account>;
export type AccountClock = z.infer<typeof Clock>;
export type AccountJournal = z.infer<typeof Journal>;

/** What comes due in an account may train models, which takes its time. */
const PATIENCE_MILLISECONDS = 300_000;

type Request = { readonly method: string; readonly path: string; readonly body?: object };

/** One account of the sandbox, as only its host may handle it. Each method throws Problem (lab-host-down). */
export class AccountControl {
  readonly #host: HostAddress;
  readonly name: string;

  constructor(host: HostAddress, name: string) {
    this.#host = host;
    this.name = name;
  }

  /** The account, made when it is not there. */
  open(): Promise<AccountFacts> {
    return this.#ask(Account, { method: 'PUT', path: '', body: {} });
  }

  /** Undefined if there is no such account. */
  async findSnapshots(): Promise<readonly string[] | undefined> {
    return (await this.#find(Names, { method: 'GET', path: '/snapshots' }))?.names;
  }

  findClock(): Promise<AccountClock | undefined> {
    return this.#find(Clock, { method: 'GET', path: '/clock' });
  }

  async remove(): Promise<void> {
    await this.#find(z.unknown(), { method: 'DELETE', path: '' });
  }

  async takeSnapshot(name: string): Promise<void> {
    await this.#ask(z.unknown(), { method: 'PUT', path: `/snapshots/${name}` });
  }

  async restore(name: string): Promise<void> {
    await this.#ask(z.unknown(), { method: 'POST', path: `/snapshots/${name}` });
  }

  async advance(milliseconds: number): Promise<void> {
    await this.#ask(z.unknown(), { method: 'POST', path: '/advance', body: { milliseconds } });
  }

  journal(after: number): Promise<AccountJournal> {
    return this.#ask(Journal, { method: 'GET', path: `/journal?after=${after}` });
  }

  bill(): Promise<LabBill> {
    return this.#ask(LabBill, { method: 'GET', path: '/bill' });
  }

  async #ask<T>(schema: z.ZodType<T>, request: Request): Promise<T> {
    const { status, json } = await ask(this.#host, { ...request, path: `/accounts/${this.name}${request.path}` });
    if (status === 200) return schema.parse(json);
    throw new Problem('lab-host-down', `The sandbox refused (${status}): ${sentenceIn(json)}`);
  }

  async #find<T>(schema: z.ZodType<T>, request: Request): Promise<T | undefined> {
    const { status, json } = await ask(this.#host, { ...request, path: `/accounts/${this.name}${request.path}` });
    return status === 200 ? schema.parse(json) : undefined;
  }
}

export async function fidelityOf(host: HostAddress): Promise<Fidelity> {
  const { rows, missing } = FidelityTable.parse((await ask(host, { method: 'GET', path: '/fidelity' })).json);
  return { rows, missing: Object.entries(missing).map(([service, operations]) => ({ service, operations })) };
}

function sentenceIn(json: unknown): string {
  const said = Message.safeParse(json);
  return said.success ? said.data.message : 'it gave no reason';
}

async function ask({ url, token }: HostAddress, { method, path, body }: Request) {
  try {
    const response = await fetch(`${url}/_cairn${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json: unknown = await response.json();
    return { status: response.status, json };
  } catch (error) {
    throw hostDown(error);
  }
}

/** Nobody answered, in the middle of something. */
export function hostDown(cause: unknown): Problem {
  const remedy = 'try again: it is started anew, and the account of the lab can be rebuilt';
  return new Problem('lab-host-down', `The sandbox went away; ${remedy}.`, { cause });
}
