import type { PiiEntityType, VocabularyFilterMethod } from '@aws-sdk/client-transcribe';
import { findPii } from '../comprehend/pii/find.ts';
import { type SpokenItem, textOf } from './spoken.ts';

/** What Transcribe can take out; Comprehend's other kinds stay. */
const REDACTABLE: ReadonlySet<string> = new Set<PiiEntityType>([
  'BANK_ACCOUNT_NUMBER',
  'BANK_ROUTING',
  'CREDIT_DEBIT_NUMBER',
  'CREDIT_DEBIT_CVV',
  'CREDIT_DEBIT_EXPIRY',
  'PIN',
  'EMAIL',
  'ADDRESS',
  'NAME',
  'PHONE',
  'SSN',
]);

/** Items with each piece of personal data of the kinds as one item `[PII]`. */
export function redact(items: readonly SpokenItem[], kinds: readonly string[]): SpokenItem[] {
  const { text, starts } = textOf(items);
  const isAsked = (type: string) => REDACTABLE.has(type) && (kinds.includes('ALL') || kinds.includes(type));
  const spans = findPii(text).filter(({ type }) => isAsked(type));
  let last: (typeof spans)[number] | undefined;
  return items.flatMap((item, at): SpokenItem[] => {
    const start = starts[at] ?? 0;
    const span = spans.find(({ start: from, end }) => start < end && start + item.content.length > from);
    if (!span || item.kind === 'punctuation') return [item];
    if (span === last) return [];
    last = span;
    const endSeconds = endOf(items, starts, span.end) ?? item.endSeconds;
    return [{ ...item, content: '[PII]', endSeconds, redaction: span.score }];
  });
}

const endOf = (items: readonly SpokenItem[], starts: readonly number[], end: number): number | undefined =>
  items.findLast(({ kind }, at) => kind === 'pronunciation' && (starts[at] ?? 0) < end)?.endSeconds;

/** Items with the words of a filter masked, taken out or marked. Case does not matter; parts of words do not match. */
export function filterWords(
  items: readonly SpokenItem[],
  words: readonly string[],
  method: VocabularyFilterMethod,
): SpokenItem[] {
  const hidden = new Set(words.map((word) => word.toLowerCase()));
  return items.flatMap((item): SpokenItem[] => {
    if (item.kind !== 'pronunciation' || !hidden.has(item.content.toLowerCase())) return [item];
    if (method === 'remove') return [];
    return [method === 'mask' ? { ...item, content: '***' } : { ...item, isFilterMatch: true }];
  });
}
