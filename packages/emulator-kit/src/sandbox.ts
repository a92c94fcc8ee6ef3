import { join } from 'node:path';
import { seededRng } from '@cairn/kernel';
import { dispatcher } from './dispatch.ts';
import { createSpool, type Spool } from './front/spool.ts';
import type { Authority } from './service/authority.ts';
import { Runtime } from './service/runtime.ts';
import type { AnyService } from './service/service.ts';
import { tenantCode } from './tenant/access-key.ts';
import { FileBlobs } from './tenant/file-blobs.ts';
import { Tenant, type TenantSnapshot } from './tenant/tenant.ts';
import type { WireRequest, WireResponse } from './wire/messages.ts';

export interface SandboxOptions {
  readonly services: readonly AnyService[];
  readonly authority: Authority;
  /** Where large blobs are kept while the sandbox lives. */
  readonly directory: string;
  /** The machine's clock, in milliseconds. */
  readonly wall: () => number;
  /** Where a bug of ours is told, with the request's id; callers only see an InternalFailure. */
  readonly onBug: (bug: unknown, requestId?: string) => void;
  /** Goes into the seed of every account: who does not know it cannot work out keys from names. Left out: none. */
  readonly seed?: string;
}

export interface NewTenant {
  readonly id: string;
  /** Left out: us-east-1. */
  readonly region?: string;
  /** Left out: the id, behind the sandbox's own seed. The same seed gives the same ids, keys and models. */
  readonly seed?: string;
}

/** An emulated cloud: accounts that cannot see one another, and one door for every request. */
export class Sandbox {
  readonly runtime: Runtime;
  /** Where bodies go while they are read. */
  readonly spool: Spool;
  readonly #options: SandboxOptions;
  readonly #tenants = new Map<string, Tenant>();
  readonly #byCode = new Map<string, Tenant[]>();
  readonly dispatch: (request: WireRequest) => Promise<WireResponse>;

  constructor(options: SandboxOptions) {
    this.#options = options;
    this.runtime = new Runtime({ ...options, dispatch: (request) => this.dispatch(request) });
    this.spool = createSpool(options.directory);
    this.dispatch = dispatcher(this, options.onBug);
  }

  get services(): readonly AnyService[] {
    return this.#options.services;
  }

  get authority(): Authority {
    return this.#options.authority;
  }

  get tenants(): readonly Tenant[] {
    return [...this.#tenants.values()];
  }

  /** The account `id`, made when it is not there. */
  open({ id, region = 'us-east-1', seed = this.#seedOf(id) }: NewTenant): Tenant {
    const known = this.#tenants.get(id);
    if (known) return known;
    const { directory, wall } = this.#options;
    const accountId = String(100_000_000_000 + seededRng(`account:${id}`).below(899_999_999_999));
    const blobs = new FileBlobs(join(directory, `account-${accountId}`));
    const tenant = new Tenant({ id, accountId, homeRegion: region, seed, blobs, wall });
    this.#tenants.set(id, tenant);
    const code = tenantCode(id);
    this.#byCode.set(code, [...(this.#byCode.get(code) ?? []), tenant]);
    return tenant;
  }

  #seedOf(id: string): string {
    const { seed } = this.#options;
    return seed === undefined ? id : `${seed}:${id}`;
  }

  find(id: string): Tenant | undefined {
    return this.#tenants.get(id);
  }

  /** The accounts that an access key with this code may belong to; one, but for a rare clash. */
  withCode(code: string): readonly Tenant[] {
    return this.#byCode.get(code) ?? [];
  }

  /** Lets `milliseconds` pass at once in an account; what comes due happens in order. */
  advance(tenant: Tenant, milliseconds: number): Promise<void> {
    return this.runtime.advance(tenant, milliseconds);
  }

  /** Resolves when no work goes on behind the answers in the account. */
  settled(tenant: Tenant): Promise<void> {
    return this.runtime.settled(tenant);
  }

  /** Empties the account. Work that was going on is dropped. */
  async reset(tenant: Tenant): Promise<void> {
    this.runtime.halt(tenant);
    await tenant.reset();
  }

  /** Puts the account back to a snapshot of it. Work that was going on is dropped. */
  restore(tenant: Tenant, snapshot: TenantSnapshot): void {
    this.runtime.halt(tenant);
    tenant.restore(snapshot);
    this.runtime.watch(tenant);
  }

  /** Removes every account and what was put aside. */
  async end(): Promise<void> {
    for (const tenant of this.tenants) await this.close(tenant);
    await this.spool.close();
  }

  /** Removes the account with all it holds. */
  async close(tenant: Tenant): Promise<void> {
    tenant.snapshots.clear();
    await this.reset(tenant);
    this.#tenants.delete(tenant.id);
    const code = tenantCode(tenant.id);
    const others = this.withCode(code).filter((other) => other !== tenant);
    if (others.length > 0) this.#byCode.set(code, others);
    else this.#byCode.delete(code);
  }
}
