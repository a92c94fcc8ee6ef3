import { sentenceEnd } from '../around.ts';
import type { Span } from './ranges.ts';

/** Pay that was found, as far as a further step of it needs to know. */
type Step = { readonly end: number; readonly high: number; readonly currency: string };

/** When, or for whom, the further amount is paid. */
const STAGE =
  /^[\s,(]*(?:(?:from|after|afterwards|once|when|if|upon|later|thereafter|then|as\s+(?:of|soon)|in\s+(?:the|your|year)|during|by\s+(?:the|your)|with\s+(?:an?|the|your)\s+(?:bachelor|master|degree|licen|cert|diploma))\b|for\s+(?:(?:an?|the|those|holders|people)\s+)?(?:[\w-]+\s+)?(?:students?|graduates?|masters?|bachelors?|ph\.?\s?ds?|holders?|seniors?|level|years?|semesters?)\b)/i;
/** How far behind the first amount the next may stand, and how much more or less it may be. */
const REACH = 56;
const LEAST = 0.6;
const MOST = 1.8;

/** "£14.20 an hour, £16 after probation": the same pay, at another step, with the period said but once. */
export function isNextStep(text: string, { start, end, high, isRange }: Span, currency: string, before: Step): boolean {
  if (isRange || before.currency !== currency || start - before.end > REACH || start < before.end) return false;
  if (high < before.high * LEAST || high > before.high * MOST) return false;
  return sentenceEnd(text, before.end, REACH) >= start && STAGE.test(text.slice(end, end + REACH));
}
