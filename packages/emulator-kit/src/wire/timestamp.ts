import type { TimestampFormat } from '../schema/shape.ts';
import { Malformed } from './malformed.ts';

const EPOCH = /^-?\d{1,15}(\.\d{1,9})?$|^-?\d(\.\d{1,15})?[eE]\+?\d{1,2}$/;
const DATE_TIME = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:?\d\d)$/;
const SHORT_DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?)?$/;
const HTTP_DATE = /^[A-Z][a-z]{2,8}, \d\d[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d(\.\d{1,9})? (GMT|UTC|[+-]0000)$/;
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/;

/**
 * A moment in any of Smithy's formats. Servers of AWS take each of them whatever the model says, so a client that
 * follows an older model is understood.
 */
export function parseTimestamp(text: string): Date {
  const date = EPOCH.test(text) ? dateOfSeconds(Number(text)) : new Date(normalize(text));
  if (Number.isNaN(date.getTime())) throw new Malformed(`'${text.slice(0, 64)}' is not a timestamp`);
  return date;
}

/** @throws Malformed outside the years that a Date can hold */
export function dateOfSeconds(seconds: number): Date {
  const date = new Date(Math.round(seconds * 1000));
  if (Number.isNaN(date.getTime())) throw new Malformed(`${seconds} is not a timestamp`);
  return date;
}

/** What `Date` reads without guessing; '' for anything else. */
function normalize(text: string): string {
  if (DATE_TIME.test(text)) return text.toUpperCase();
  if (SHORT_DATE.test(text)) return text.includes('T') ? `${text}Z` : text;
  if (HTTP_DATE.test(text)) return text;
  return ASCTIME.test(text) ? `${text} GMT` : '';
}

/** @throws RangeError for a value that is no valid Date: a handler's mistake */
export function formatTimestamp(value: unknown, format: TimestampFormat): string {
  const date = checkedDate(value);
  switch (format) {
    case 'date-time':
      return date.toISOString().replace('.000Z', 'Z');
    case 'http-date':
      return date.toUTCString();
    case 'epoch-seconds':
      return String(date.getTime() / 1000);
  }
}

/** Seconds since 1970, with milliseconds as decimals. */
export function secondsOf(value: unknown): number {
  return checkedDate(value).getTime() / 1000;
}

function checkedDate(value: unknown): Date {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value;
  throw new RangeError(`a timestamp must be a valid Date, got ${String(value)}`);
}
