import { DAYS_AFTER, DAYS_IN_OFFICE, type Found, isIdiom, partAtHome } from './work-days.ts';

/** Work at home: "from home on Fridays", "no work from home", "home office two days a week". */

const PART = /(?:\bdays?|rest|two|three|one|part|sometimes|occasionally|partly|otherwise)\b[^.\n]{0,40}$/i;
const NEVER_BEFORE = /\b(?:can['’]t|cannot|can\s+not|not|never|impossible)\b[^.;\n]{0,24}$|\bno\s+(?:\w+\s+)?$/i;
const NEVER_AFTER =
  /^(?:\s+(?:is|working|work|days))?\s*(?:(?:not|never|isn['’]t)\s+(?:\w+\s+)?(?:possible|available|offered|an\s+option|permitted|allowed|supported|foreseen)|:\s*(?:no|none|not)\b)/i;
const OTHER_HOME = /^\s*(?:office|owner|page|insur|loan|improve|deliver)/i;

export function homeAt(text: string, start: number, end: number): Found {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 48);
  if (isIdiom(before, after)) return undefined;
  const part = partAtHome(before, after);
  if (part >= 0) return { mode: 'hybrid', start: start - before.length + part, end };
  const from = /\b(?:work(?:ing)?|job)?\s*(?:from|at)\s+$/i.exec(before);
  if (from === null || OTHER_HOME.test(after)) return undefined;
  if (NEVER_BEFORE.test(before.slice(0, from.index)) || NEVER_AFTER.test(after)) return { mode: 'on-site', start, end };
  const days = DAYS_IN_OFFICE.exec(before);
  if (days !== null) return { mode: 'hybrid', start: start - days[0].length, end };
  const begin = start - from[0].trimStart().length;
  const daysAfter = DAYS_AFTER.exec(after);
  if (daysAfter !== null) return { mode: 'hybrid', start: begin, end: end + daysAfter[0].length };
  return { mode: PART.test(before) ? 'hybrid' : 'remote', start: begin, end };
}

export function homeOfficeAt(before: string, after: string, start: number, end: number): Found {
  const daysAfter = DAYS_AFTER.exec(after);
  if (daysAfter !== null) return { mode: 'hybrid', start, end: end + daysAfter[0].length };
  const days = DAYS_IN_OFFICE.exec(before);
  return days === null ? undefined : { mode: 'hybrid', start: start - days[0].length, end };
}
