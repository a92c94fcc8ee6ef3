import type { MessageAttributeValue } from '@aws-sdk/client-sns';
import type { Call } from '@cairn/emulator-kit';

/** SNS of one account and region. Plain data only. */
export interface SnsState {
  readonly topics: Map<string, Topic>;
}

export type SnsCall = Call<SnsState>;

export interface Topic {
  readonly name: string;
  readonly arn: string;
  readonly isFifo: boolean;
  /** What was set; defaults are not in it. */
  readonly attributes: Map<string, string>;
  readonly tags: Map<string, string>;
  /** By ARN. */
  readonly subscriptions: Map<string, Subscription>;
  deletedSubscriptions: number;
  /** FIFO topics: what was published in the last five minutes, by deduplication id. */
  readonly duplicates: Map<
    string,
    { readonly at: number; readonly messageId: string; readonly sequenceNumber: string }
  >;
  nextSequence: number;
}

export interface Subscription {
  readonly arn: string;
  readonly topicName: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly attributes: Map<string, string>;
  /** E-mail and web addresses wait for somebody to say yes, which nobody can in the sandbox. */
  readonly isConfirmed: boolean;
  /** The last delivery that failed, as CloudWatch would count it. */
  lastFailure: { readonly at: number; readonly message: string } | undefined;
}

export type Attributes = Readonly<Record<string, MessageAttributeValue>>;

/** A message as publishers give it, checked. */
export interface Published {
  readonly messageId: string;
  readonly at: number;
  readonly message: string;
  readonly subject: string | undefined;
  /** With MessageStructure json: the text for each protocol. */
  readonly byProtocol: Readonly<Record<string, string>> | undefined;
  readonly attributes: Attributes;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  readonly sequenceNumber: string | undefined;
}

export const emptyState = (): SnsState => ({ topics: new Map() });
