import type { Form } from '../spans.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = '(?:1[89]|20)\\d{2}';

const date = (score: number, pattern: string): Form<'DATE'> => ({
  type: 'DATE',
  score,
  pattern: new RegExp(`(?<![\\w/-])${pattern}(?![\\w-]|/\\d)`, 'gi'),
});

/** Days, times of the day and spans of time, as they are written in English. */
export const DATE_FORMS: readonly Form<'DATE'>[] = [
  date(0.999, `(?:${WEEKDAY},? )?${MONTH} ${DAY}(?:,? ${YEAR})?`),
  date(0.999, `(?:${WEEKDAY},? )?${DAY} (?:of )?${MONTH}(?:,? ${YEAR})?`),
  date(0.998, `${MONTH},? ${YEAR}`),
  date(0.998, `${YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?Z?)?`),
  date(0.997, `(?:0?[1-9]|[12]\\d|3[01])[/.](?:0?[1-9]|[12]\\d|3[01])[/.](?:${YEAR}|\\d{2})`),
  date(0.99, `(?:last|next|this) (?:week|month|year|weekend|summer|winter|spring|autumn|fall|${WEEKDAY})`),
  date(0.985, `(?:next |last |this )?${WEEKDAY}(?: (?:morning|afternoon|evening|night))?`),
  date(0.98, '(?:today|tomorrow|yesterday|tonight)'),
  date(0.98, '\\d{1,2}(?::\\d{2})? ?(?:a\\.?m\\.?|p\\.?m\\.?)'),
  date(0.97, '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?'),
  date(0.96, '(?:january|february|april|june|july|august|september|october|november|december)'),
  date(0.96, `(?:19|20)\\d{2}`),
  date(0.95, '(?:\\d{1,3}|two|three|four|five|six|seven|ten) (?:days|weeks|months|years|hours|minutes) ago'),
];
