import { timingSafeEqual } from 'node:crypto';
import type { Sandbox } from '../sandbox.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { fidelityTable } from './fidelity.ts';

/**
 * What only the sandbox's host may do to an account: make it, let time pass, take it back, read its journal and bill.
 * Served under `/_cairn/` to whoever shows the token that the host was given; no cloud tool ever calls it.
 */
export interface ControlRequest {
  readonly method: string;
  /** Path with its query, such as `/_cairn/accounts/ann/journal?after=12`. */
  readonly url: string;
  readonly authorization: string | undefined;
  /** Parsed JSON body, `undefined` when there is none. */
  readonly body: unknown;
}

export interface ControlResponse {
  readonly status: number;
  readonly json: unknown;
}

type Handler = (tenant: Tenant, request: ControlRequest, rest: readonly string[]) => Promise<unknown> | unknown;

const MOST_SNAPSHOTS = 40;
const LONGEST_ADVANCE_MILLISECONDS = 400 * 86_400_000;
const ACCOUNT_NAME = /^[\w.-]{1,64}$/;

class ControlFault extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export class Control {
  readonly #sandbox: Sandbox;
  readonly #token: Buffer;
  readonly #handlers: Readonly<Record<string, Handler>>;

  constructor(sandbox: Sandbox, token: string) {
    this.#sandbox = sandbox;
    this.#token = Buffer.from(`Bearer ${token}`);
    this.#handlers = {
      'GET clock': (tenant) => ({ now: tenant.clock.now(), aheadMilliseconds: tenant.clock.aheadMilliseconds }),
      'POST advance': (tenant, { body }) => this.#advance(tenant, body),
      'POST settle': (tenant) => this.#sandbox.settled(tenant),
      'POST reset': (tenant) => this.#reset(tenant),
      'GET journal': (tenant, { url }) => journalAfter(tenant, url),
      'GET bill': (tenant) => billOf(tenant),
      'GET snapshots': (tenant) => ({ names: [...tenant.snapshots.keys()] }),
      'PUT snapshots': (tenant, _request, [name]) => this.#snapshot(tenant, nameOf(name)),
      'POST snapshots': (tenant, _request, [name]) => this.#restore(tenant, nameOf(name)),
      'DELETE account': (tenant) => this.#close(tenant),
    };
  }

  /** Answers a control request; never throws. */
  async answer(request: ControlRequest): Promise<ControlResponse> {
    try {
      this.#authorize(request.authorization);
      return { status: 200, json: (await this.#route(request)) ?? {} };
    } catch (error) {
      if (error instanceof ControlFault) return { status: error.status, json: { message: error.message } };
      throw error;
    }
  }

  #authorize(authorization = ''): void {
    const given = Buffer.from(authorization);
    const isRight = given.length === this.#token.length && timingSafeEqual(given, this.#token);
    if (!isRight) throw new ControlFault(401, 'This address is for the host of the sandbox alone.');
  }

  async #route(request: ControlRequest): Promise<unknown> {
    const [, , area, id, verb = 'account', ...rest] = request.url.split('?', 1)[0]?.split('/') ?? [];
    if (area === 'fidelity') return fidelityTable(this.#sandbox.services);
    if (area !== 'accounts' || id === undefined || !ACCOUNT_NAME.test(id)) {
      throw new ControlFault(404, `There is nothing at ${request.url}.`);
    }
    if (verb === 'account' && request.method === 'PUT') return this.#open(id, request.body);
    const tenant = this.#sandbox.find(id);
    if (!tenant) throw new ControlFault(404, `There is no account ${id}; make it with PUT.`);
    const handler = this.#handlers[`${request.method} ${verb}`];
    if (!handler) throw new ControlFault(405, `An account has no ${request.method} ${verb}.`);
    return handler(tenant, request, rest);
  }

  #open(id: string, body: unknown): unknown {
    const seed = textIn(body, 'seed');
    const tenant = this.#sandbox.open({ id, ...(seed === undefined ? {} : { seed }) });
    return this.#describe(tenant);
  }

  #describe(tenant: Tenant): unknown {
    const { accountId, homeRegion: region } = tenant;
    return { accountId, region, now: tenant.clock.now(), keys: this.#sandbox.authority.hostKeys(tenant) };
  }

  async #advance(tenant: Tenant, body: unknown): Promise<unknown> {
    const milliseconds = typeof body === 'object' && body !== null && 'milliseconds' in body ? body.milliseconds : NaN;
    const isSane =
      typeof milliseconds === 'number' && milliseconds >= 0 && milliseconds <= LONGEST_ADVANCE_MILLISECONDS;
    if (!isSane) throw new ControlFault(400, 'Give `milliseconds` between 0 and 400 days.');
    await this.#sandbox.advance(tenant, milliseconds);
    return { now: tenant.clock.now() };
  }

  async #reset(tenant: Tenant): Promise<unknown> {
    await this.#sandbox.reset(tenant);
    return this.#describe(tenant);
  }

  async #close(tenant: Tenant): Promise<void> {
    await this.#sandbox.close(tenant);
  }

  async #snapshot(tenant: Tenant, name: string): Promise<unknown> {
    await this.#sandbox.settled(tenant);
    if (!tenant.snapshots.has(name) && tenant.snapshots.size >= MOST_SNAPSHOTS) {
      throw new ControlFault(409, `An account keeps at most ${MOST_SNAPSHOTS} snapshots.`);
    }
    tenant.snapshots.set(name, tenant.snapshot());
    return { name };
  }

  #restore(tenant: Tenant, name: string): unknown {
    const snapshot = tenant.snapshots.get(name);
    if (!snapshot) throw new ControlFault(404, `Account ${tenant.id} has no snapshot ${name}.`);
    this.#sandbox.restore(tenant, snapshot);
    return this.#describe(tenant);
  }
}

function nameOf(name: string | undefined): string {
  if (name !== undefined && ACCOUNT_NAME.test(name)) return name;
  throw new ControlFault(400, 'Name the snapshot with up to 64 letters, digits, dots and dashes.');
}

function textIn(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value = (body as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : undefined;
}

/** Calls after the `after`th ever made, so that a reader polls without seeing one twice. */
function journalAfter(tenant: Tenant, url: string): unknown {
  const after = Number(new URLSearchParams(url.split('?')[1]).get('after') ?? 0);
  const { entries, total } = tenant.journal;
  const first = total - entries.length;
  return { total, entries: entries.slice(Math.max(0, (Number.isFinite(after) ? after : 0) - first)) };
}

function billOf(tenant: Tenant): unknown {
  const lines = tenant.bill.lines(tenant.clock.now());
  return {
    lines: lines.map((line) => ({ ...line, source: line.source ?? null })),
    totalUsd: lines.reduce((sum, { usd }) => sum + usd, 0),
  };
}
