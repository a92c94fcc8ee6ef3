import type { Rng } from '@cairn/kernel';
import { ServiceError } from '../service-error.ts';
import type { Charge } from '../tenant/bill.ts';
import type { Decision, Need, Principal } from '../tenant/principal.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { WireRequest, WireResponse } from '../wire/messages.ts';
import type { Authority } from './authority.ts';
import type { Call } from './call.ts';
import { type CallSite, INSIDE } from './call-site.ts';
import { denial } from './denial.ts';
import type { AnyService } from './service.ts';

/** What a call needs of whoever runs it. */
export interface CallRuntime {
  readonly authority: Authority;
  service(name: string): AnyService;
  stateOf(tenant: Tenant, service: AnyService, region: string): unknown;
  invoke(site: Omit<CallSite, 'service'>, service: string, operation: string, input: unknown): Promise<unknown>;
  readonly dispatch: (request: WireRequest) => Promise<WireResponse>;
  emit(site: CallSite, topic: string, payload: unknown): void;
  watch(tenant: Tenant): void;
  background(site: CallSite, work: (call: Call<unknown>, signal: AbortSignal) => Promise<void>): void;
}

/** A call as handlers see it, over a live account. What it writes after a reset of the account is lost on purpose. */
export class LiveCall<State> implements Call<State> {
  readonly #site: CallSite;
  readonly #runtime: CallRuntime;
  readonly #generation: number;
  readonly state: State;

  constructor(site: CallSite, runtime: CallRuntime) {
    this.#site = site;
    this.#runtime = runtime;
    this.#generation = site.tenant.generation;
    this.state = runtime.stateOf(site.tenant, site.service, site.region) as State; // the service made it itself
  }

  get accountId(): string {
    return this.#site.tenant.accountId;
  }
  get region(): string {
    return this.#site.region;
  }
  get principal(): Principal {
    return this.#site.principal;
  }
  get requestId(): string {
    return this.#site.requestId;
  }
  get endpoint(): string {
    return this.#site.endpoint;
  }
  get ids() {
    return this.#site.tenant.ids;
  }
  get blobs() {
    return this.#site.tenant.blobs;
  }
  get journal() {
    return this.#site.tenant.journal.entries;
  }

  now(): number {
    return this.#site.tenant.clock.now();
  }
  date(): Date {
    return new Date(this.now());
  }
  rng(): Rng {
    return this.ids.rng();
  }
  arn(resource: string): string {
    return `arn:aws:${this.#site.service.model.signingName}:${this.region}:${this.accountId}:${resource}`;
  }

  decide(need: Need, principal = this.principal): Decision {
    const { tenant, region, origin } = this.#site;
    return this.#runtime.authority.decide(tenant, principal, need, { region, ...origin });
  }
  demand(need: Need): void {
    const decision = this.decide(need);
    if (decision.decision !== 'allow') throw denial(this.#site.service.model, decision);
  }
  assume(roleArn: string, service: string, sessionName: string): Principal {
    return this.#runtime.authority.assume(this.#site.tenant, roleArn, service, sessionName);
  }

  async invoke<Output>(service: string, operation: string, input: unknown, principal: Principal): Promise<Output> {
    if (!this.#isCurrent) throw new ServiceError('InternalFailure', 'The account was reset while this went on.', 500);
    const { tenant, region, endpoint } = this.#site;
    const site = { tenant, region, endpoint, principal, requestId: tenant.ids.uuid(), origin: INSIDE };
    return (await this.#runtime.invoke(site, service, operation, input)) as Output; // the caller names the SDK's type
  }
  dispatch(request: WireRequest): Promise<WireResponse> {
    return this.#runtime.dispatch(request);
  }
  peek<Other>(service: string): Other {
    return this.#runtime.stateOf(this.#site.tenant, this.#runtime.service(service), this.region) as Other; // as above
  }
  emit(topic: string, payload: unknown): void {
    if (this.#isCurrent) this.#runtime.emit(this.#site, topic, payload);
  }
  later(milliseconds: number, kind: string, payload: unknown): number {
    const { tenant, service, region } = this.#site;
    const timer = { dueAt: this.now() + milliseconds, service: service.name, region, kind, payload };
    const id = this.#isCurrent ? tenant.timers.set(timer) : 0;
    this.#runtime.watch(tenant);
    return id;
  }
  cancel(timerId: number): void {
    this.#site.tenant.timers.cancel(timerId);
  }
  background(work: (call: Call<State>, signal: AbortSignal) => Promise<void>): void {
    if (this.#isCurrent) this.#runtime.background(this.#site, (call, signal) => work(call as Call<State>, signal));
  }

  charge(charge: Charge, quantity: number): void {
    if (this.#isCurrent) this.#site.tenant.bill.add(charge, quantity);
  }
  startMeter(resource: string, charge: Charge, unitsPerHour = 1): void {
    if (this.#isCurrent) this.#site.tenant.bill.start(resource, charge, unitsPerHour, this.now());
  }
  stopMeter(resource: string): void {
    this.#site.tenant.bill.stop(resource, this.now());
  }
  bill() {
    return this.#site.tenant.bill.lines(this.now());
  }

  get #isCurrent(): boolean {
    return this.#generation === this.#site.tenant.generation;
  }
}
