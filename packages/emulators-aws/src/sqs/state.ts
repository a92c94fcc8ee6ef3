import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import type { Call } from '@cairn/emulator-kit';

/** SQS of one account and region. Plain data only. */
export interface SqsState {
  readonly queues: Map<string, Queue>;
  /** When a queue of that name was deleted: the name is free again a minute later. */
  readonly deletedAt: Map<string, number>;
  readonly moves: MessageMove[];
}

export type SqsCall = Call<SqsState>;

export interface Queue {
  readonly name: string;
  readonly arn: string;
  readonly isFifo: boolean;
  readonly createdAt: number;
  modifiedAt: number;
  /** What was set; defaults are not in it. */
  readonly attributes: Map<string, string>;
  readonly tags: Map<string, string>;
  /** In the order they came, those in flight included. */
  messages: Message[];
  /** Messages of the last five minutes, by deduplication id. */
  readonly duplicates: Map<string, Duplicate>;
  nextSequence: number;
  purgedAt: number | undefined;
  /** When a message was sent, received or deleted last. */
  usedAt: number;
  /** Whether a reminder to report the depth is set. */
  isMeasured: boolean;
}

export interface Duplicate {
  readonly at: number;
  readonly messageId: string;
  readonly sequenceNumber: string;
}

export type Attributes = Readonly<Record<string, MessageAttributeValue>>;

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly attributes: Attributes;
  readonly traceHeader: string | undefined;
  readonly senderId: string;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  readonly sequenceNumber: string | undefined;
  /** Of a message in a dead-letter queue: where it comes from. */
  readonly sourceArn: string | undefined;
  readonly sentAt: number;
  /** Hidden until then, by a delay or a receipt. */
  visibleAt: number;
  receiveCount: number;
  firstReceivedAt: number | undefined;
  receivedAt: number | undefined;
}

export interface MessageMove {
  readonly handle: string;
  readonly sourceArn: string;
  readonly destinationArn: string | undefined;
  readonly startedAt: number;
  readonly moved: number;
}

export const emptyState = (): SqsState => ({ queues: new Map(), deletedAt: new Map(), moves: [] });
