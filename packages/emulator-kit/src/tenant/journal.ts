/** One call, as the account remembers it: who asked for what, what was decided and what came of it. */
export interface JournalEntry {
  readonly eventId: string;
  readonly requestId: string;
  readonly at: number;
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly principalArn: string;
  readonly principalKind: string;
  readonly accessKeyId: string | undefined;
  readonly sourceIp: string;
  readonly userAgent: string;
  /** Resources the decision was about. */
  readonly resources: readonly string[];
  /** Set when a policy was asked. */
  readonly decision: JournalDecision | undefined;
  /** Error code, left out when the call succeeded. */
  readonly errorCode: string | undefined;
  readonly errorMessage: string | undefined;
  /** Input without blobs and secrets, cut to a few kilobytes. */
  readonly parameters: unknown;
  readonly isReadOnly: boolean;
}

export interface JournalDecision {
  readonly decision: string;
  readonly action: string;
  readonly why: string;
}

const KEPT_ENTRIES = 10_000;

/** What happened in an account, oldest first. Only the last 10,000 calls are kept. */
export class Journal {
  #entries: JournalEntry[];
  /** Calls ever made, those dropped included. */
  total: number;

  constructor(entries: readonly JournalEntry[] = [], total = entries.length) {
    this.#entries = [...entries];
    this.total = total;
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  add(entry: JournalEntry): void {
    this.total += 1;
    this.#entries.push(entry);
    // Cut in large steps: moving 10,000 references at each call would cost more than the call.
    if (this.#entries.length > KEPT_ENTRIES * 1.2) this.#entries = this.#entries.slice(-KEPT_ENTRIES);
  }
}
