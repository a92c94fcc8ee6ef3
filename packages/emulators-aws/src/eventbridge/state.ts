import type { Target } from '@aws-sdk/client-eventbridge';
import type { Call } from '@cairn/emulator-kit';

/** EventBridge of one account and region. Plain data only. */
export interface EventsState {
  readonly buses: Map<string, EventBus>;
}

export type EventsCall = Call<EventsState>;

export interface EventBus {
  readonly name: string;
  readonly arn: string;
  readonly description: string | undefined;
  readonly createdAt: number;
  readonly rules: Map<string, Rule>;
  readonly tags: Map<string, string>;
}

export interface Rule {
  readonly name: string;
  readonly arn: string;
  readonly busName: string;
  readonly createdBy: string;
  pattern: string | undefined;
  schedule: string | undefined;
  state: 'ENABLED' | 'DISABLED';
  description: string | undefined;
  roleArn: string | undefined;
  readonly tags: Map<string, string>;
  readonly targets: Map<string, Target & { readonly Id: string; readonly Arn: string }>;
  /** Of the reminder for the next time the schedule falls due. */
  timerId: number | undefined;
}

/** An event as rules see it and targets receive it. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  /** ISO 8601 with whole seconds. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

export const DEFAULT_BUS = 'default';
