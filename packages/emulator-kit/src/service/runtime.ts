import { randomUUID } from 'node:crypto';
import type { OperationModel } from '../schema/shape.ts';
import { ServiceError } from '../service-error.ts';
import type { Principal } from '../tenant/principal.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Timer } from '../tenant/timers.ts';
import type { WireRequest, WireResponse } from '../wire/messages.ts';
import type { Authority } from './authority.ts';
import type { Call } from './call.ts';
import { type CallSite, INSIDE } from './call-site.ts';
import { denial, notImplemented } from './denial.ts';
import { journalEntry } from './journaling.ts';
import { type CallRuntime, LiveCall } from './live-call.ts';
import type { AnyService } from './service.ts';
import { Tasks } from './tasks.ts';

/** The longest delay that Node's timers take; a later reminder is looked at again then. */
const LONGEST_TIMEOUT_MILLISECONDS = 2 ** 31 - 1;

export interface RuntimeOptions {
  readonly services: readonly AnyService[];
  readonly authority: Authority;
  /** The sandbox's door, for clients in code that runs inside an account. */
  readonly dispatch: (request: WireRequest) => Promise<WireResponse>;
  /** Where a bug of ours is told; callers only see an InternalFailure. */
  readonly onBug: (bug: unknown) => void;
}

type SiteWithoutService = Omit<CallSite, 'service'>;

/** Runs operations of services in accounts: asks for permission, handles, journals; keeps timers and background work. */
export class Runtime implements CallRuntime {
  readonly authority: Authority;
  readonly dispatch: (request: WireRequest) => Promise<WireResponse>;
  readonly #services: ReadonlyMap<string, AnyService>;
  readonly #tasks = new Tasks();
  readonly #onBug: (bug: unknown) => void;
  readonly #alarms = new Map<string, NodeJS.Timeout>();

  constructor({ services, authority, dispatch, onBug }: RuntimeOptions) {
    this.dispatch = dispatch;
    this.#services = new Map(services.map((service) => [service.name, service]));
    this.authority = authority;
    this.#onBug = onBug;
  }

  service(name: string): AnyService {
    const service = this.#services.get(name);
    if (!service) throw new RangeError(`there is no service ${name}`);
    return service;
  }

  get services(): readonly AnyService[] {
    return [...this.#services.values()];
  }

  stateOf(tenant: Tenant, service: AnyService, region: string): unknown {
    const owner = service.sharesStateOf ? this.service(service.sharesStateOf) : service;
    const key = owner.scope === 'global' ? owner.name : `${owner.name}/${region}`;
    const found = tenant.states.get(key);
    if (found !== undefined) return found;
    const { accountId, id: tenantId, ids, clock } = tenant;
    const made: unknown = owner.emptyState({ accountId, tenantId, region, ids, now: clock.now() });
    tenant.states.set(key, made);
    return made;
  }

  /** A call from inside the account, without the wire. */
  async invoke(site: SiteWithoutService, service: string, operationName: string, input: unknown): Promise<unknown> {
    const called = this.service(service);
    const model = called.model.operations.get(operationName);
    if (!model) throw new RangeError(`${service} has no operation ${operationName}`);
    return this.perform({ ...site, service: called }, model, input);
  }

  /** Asks for permission, handles and journals one operation. Throws ServiceError as the cloud would. */
  async perform(site: CallSite, model: OperationModel, input: unknown): Promise<unknown> {
    const { tenant, service, principal, region, origin } = site;
    const entry = journalEntry(site, model, input);
    try {
      const handler = service.operations[model.name];
      if (!handler) throw notImplemented(service.model, model.name);
      const call = new LiveCall<unknown>(site, this);
      const asked = handler.needs?.(input, call) ?? { action: `${service.actionPrefix}:${model.name}`, resource: '*' };
      for (const need of Array.isArray(asked) ? asked : [asked]) {
        const decision = this.authority.decide(tenant, principal, need, { region, ...origin });
        entry.decided(need, decision);
        if (decision.decision !== 'allow') throw denial(service.model, decision);
      }
      return await handler.handle(input, call);
    } catch (error) {
      entry.failed(error);
      throw error;
    } finally {
      tenant.journal.add(entry.close());
    }
  }

  emit(site: CallSite, topic: string, payload: unknown): void {
    for (const service of this.services) {
      const listener = service.listeners?.[topic];
      if (listener) this.background({ ...site, service }, async (call) => listener(call, payload as never));
    }
  }

  background(site: CallSite, work: (call: Call<unknown>, signal: AbortSignal) => Promise<void>): void {
    this.#tasks.start(site.tenant.id, (signal) => work(new LiveCall(site, this), signal), this.#onBug);
  }

  /** Resolves when no work goes on in the account. */
  settled(tenant: Tenant): Promise<void> {
    return this.#tasks.settled(tenant.id);
  }

  /** Lets `milliseconds` pass at once: what comes due happens in order, each with what it sets off. */
  async advance(tenant: Tenant, milliseconds: number): Promise<void> {
    const until = tenant.clock.now() + milliseconds;
    await this.settled(tenant);
    for (let next = tenant.timers.next; next && next.dueAt <= until; next = tenant.timers.next) {
      tenant.clock.moveTo(next.dueAt);
      await this.#ring(tenant);
      await this.settled(tenant);
    }
    tenant.clock.moveTo(until);
    this.watch(tenant);
  }

  /** Drops background work and reminders of an account that is about to be emptied or put back. */
  halt(tenant: Tenant): void {
    this.#tasks.drop(tenant.id);
    clearTimeout(this.#alarms.get(tenant.id));
    this.#alarms.delete(tenant.id);
  }

  /** Sets the machine's clock for the account's next reminder. */
  watch(tenant: Tenant): void {
    clearTimeout(this.#alarms.get(tenant.id));
    const next = tenant.timers.next;
    if (!next) return;
    const wait = Math.min(Math.max(0, next.dueAt - tenant.clock.now()), LONGEST_TIMEOUT_MILLISECONDS);
    const alarm = setTimeout(() => {
      this.#ring(tenant)
        .catch(this.#onBug)
        .finally(() => this.watch(tenant));
    }, wait);
    alarm.unref();
    this.#alarms.set(tenant.id, alarm);
  }

  async #ring(tenant: Tenant): Promise<void> {
    for (let due = tenant.timers.takeDue(tenant.clock.now()); due; due = tenant.timers.takeDue(tenant.clock.now())) {
      await this.#fire(tenant, due);
    }
  }

  async #fire(tenant: Tenant, { service: name, region, kind, payload }: Timer): Promise<void> {
    const service = this.service(name);
    const handle = service.timers?.[kind];
    if (!handle) throw new RangeError(`${name} has no timer ${kind}`);
    const site = {
      tenant,
      service,
      region,
      principal: servicePrincipal(service, tenant),
      requestId: randomUUID(),
      endpoint: '',
      origin: INSIDE,
    };
    try {
      await handle(new LiveCall(site, this), payload as never);
    } catch (error) {
      // A modeled refusal in a reminder (a deleted bucket, a role without rights) has no caller; the service records it.
      if (!(error instanceof ServiceError)) this.#onBug(error);
    }
  }
}

function servicePrincipal(service: AnyService, { accountId }: Tenant): Principal {
  const arn = `${service.model.signingName}.amazonaws.com`;
  return { kind: 'service', arn, accountId, userId: arn };
}
