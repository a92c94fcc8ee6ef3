import type { Charge } from '@cairn/emulator-kit';
import { batchTooLarge, textTooLarge, unsupportedLanguage } from './errors.ts';
import type { ComprehendCall } from './state.ts';

/**
 * Bytes of a document: sentiment takes little, the others more; in a batch all take little.
 *
 * @see https://docs.aws.amazon.com/comprehend/latest/dg/guidelines-and-limits.html
 */
export const SHORT_BYTES = 5000;
export const LONG_BYTES = 100_000;
/** Comprehend looks for personal data in English and Spanish. */
export const PII_LANGUAGES: readonly string[] = ['en', 'es'];
const BATCH_SIZE = 25;
const UNIT_CHARACTERS = 100;
const LEAST_UNITS = 3;

/** Throws TextSizeLimitExceededException for a text of more than `limit` bytes of UTF-8. */
export function checkSize(text: string, limit: number): void {
  const size = Buffer.byteLength(text);
  if (size > limit) throw textTooLarge(limit, size);
}

/** Throws UnsupportedLanguageException unless the model of this operation knows the language. */
export function checkLanguage(code: string, known: readonly string[]): void {
  if (!known.includes(code)) throw unsupportedLanguage(code, known);
}

/** Bills a document: units of a hundred characters, three at least. */
export function chargeText(call: ComprehendCall, charge: Charge, text: string): void {
  call.charge(charge, Math.max(LEAST_UNITS, Math.ceil(text.length / UNIT_CHARACTERS)));
}

export interface BatchResult<Result> {
  readonly ResultList: (Result & { Index: number })[];
  readonly ErrorList: never[];
}

/** Answers a batch document by document. One that is too large refuses the whole batch, as Comprehend does. */
export function answerBatch<Result>(
  call: ComprehendCall,
  texts: readonly string[],
  charge: Charge,
  answer: (text: string) => Result,
): BatchResult<Result> {
  if (texts.length > BATCH_SIZE) throw batchTooLarge(BATCH_SIZE, texts.length);
  for (const text of texts) checkSize(text, SHORT_BYTES);
  const results = texts.map((text, Index) => {
    chargeText(call, charge, text);
    return { Index, ...answer(text) };
  });
  return { ResultList: results, ErrorList: [] };
}
