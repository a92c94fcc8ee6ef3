import { ApiProblem } from '../api.ts';

/** Why events did not arrive, as the outbox needs to know it. */
export type SendFailure =
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreadable'; readonly message: string };

/** Silence, a broken server or a full one pass; only a refusal of the attempt itself or of the words is final. */
export function failureOf(thrown: unknown): SendFailure {
  if (!(thrown instanceof ApiProblem)) throw thrown; // a bug of ours, not a failure to deliver
  if (thrown.kind === 'attempt-elsewhere') return { kind: 'elsewhere' };
  if (thrown.kind === 'attempt-unknown') return { kind: 'refused', message: thrown.message };
  if (thrown.status === 400 || thrown.status === 413 || thrown.status === 422) {
    return { kind: 'unreadable', message: thrown.message };
  }
  return { kind: 'no-answer' };
}
