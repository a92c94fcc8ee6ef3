/** What a candidate does. Ids are made by the client; repeats are dropped before they reach a session. */
export type CandidateEvent = {
  readonly id: string /** Client clock, milliseconds since 1970. */;
  readonly at: number;
} & (
  | { readonly kind: 'visit'; readonly slot: string }
  | { readonly kind: 'answer'; readonly slot: string; readonly response: unknown }
  | { readonly kind: 'flag'; readonly slot: string; readonly flagged: boolean }
  | { readonly kind: 'strike'; readonly slot: string; readonly options: readonly string[] }
  | { readonly kind: 'highlight'; readonly slot: string; readonly passages: readonly string[] }
  | { readonly kind: 'note'; readonly slot: string; readonly text: string }
  | { readonly kind: 'check'; readonly slot: string }
  | { readonly kind: 'leave-section'; readonly section: string }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'submit' }
);

/** What the server notes by itself: that it was away, or that the time is up. */
export type ServerEvent = { readonly kind: 'outage'; readonly seconds: number } | { readonly kind: 'time-out' };

export type SessionEvent = CandidateEvent | ServerEvent;

/** An event as the log keeps it. */
export type Received = { readonly event: SessionEvent; readonly receivedAt: number };

export type RejectionReason =
  | 'after-time'
  | 'attempt-over'
  | 'section-locked'
  | 'already-checked'
  | 'unknown-slot'
  | 'invalid-response'
  | 'not-in-this-mode';

/** An event that is not taken. The message is one sentence for the candidate. */
export type Rejected = { readonly outcome: 'rejected'; readonly reason: RejectionReason; readonly message: string };

export const rejected = (reason: RejectionReason, message: string): Rejected => ({
  outcome: 'rejected',
  reason,
  message,
});
