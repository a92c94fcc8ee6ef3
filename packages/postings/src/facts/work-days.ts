import type { WorkMode } from '../posting.ts';

/** How much of a week somebody is where, in the words around a place of work. */

export type Found = { readonly mode: WorkMode; readonly start: number; readonly end: number } | undefined;

const SOME = '(?:[1-4]|one|two|three|four)';
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri)day';

/** "two days a week" up to "office". */
export const DAYS_IN_OFFICE =
  /(?:\b(?:\d|one|two|three|four|a\s+few|some|couple\s+of)(?:\s*(?:-|–|to|or)\s*(?:\d|two|three|four|five))?\s*(?:\/\s?5\s*)?(?:full\s+)?days?(?:\s+(?:a|per|each|every)\s+week|\/week|\s+weekly)?[^.;\n]{0,28}|\b(?:once|twice)\s+(?:a|per|every)\s+week\b[^.;\n]{0,28}|\b[1-9]\d\s?%\s+(?:of\s+(?:the|your|their|our)\s+(?:\w+\s+)?(?:time|week)\s+)?(?:in|at|from)\s+(?:an?|the|our)\s+)$/i;
/** "from home two days a week", "at home up to three days", "in Ghent on two of those days". */
export const DAYS_AFTER =
  /^(?:\s+in\s+[A-Z][\w-]+(?=\s))?[\s,(]*(?:is\s+|on\s+|for\s+|up\s+to\s+|about\s+|at\s+(?:most|least)\s+|(?:a\s+)?max(?:imum|\.)?\s+(?:of\s+)?|no\s+more\s+than\s+)*(?:[1-4]|one|two|three|four)(?:\s*(?:-|–|or|to)\s*\w+)?\s+(?:of\s+(?:the|those|these|our)\s+(?:four\s+|five\s+)?)?days/i;
/** "in office 3x per week", "in the office Tuesday to Thursday", "in the office 40% of the time". */
export const SOME_DAYS =
  /^[\s,:(]*(?:(?:on|from|every)\s+)?(?:[1-4]\s?x\b|(?:once|twice)\s+(?:a|per)\s+week|[1-9]\d(?:\s?%?\s*(?:-|–|to)\s*\d\d)?\s?%\s+of\s+(?:the|your)|(?:mon|tue|wed|thu)\w*\s*(?:(?:-|–|to|through|until)\s*(?:tue|wed|thu)|(?:and|&|\/|\+|,)\s*(?:tue|wed|thu|fri))\w*)/i;

const REST_AFTER = new RegExp(
  String.raw`^\s+(?:(?:for|on|during)\s+)?(?:(?:the|all|all\s+the)\s+(?:rest|remaining|remainder|others?|other\s+(?:(?:two|three|four|working)\s+)?days)\b|${WEEKDAY}s?\b)|^,?\s+(?:otherwise|at\s+(?:all\s+)?other\s+times)\b`,
  'i',
);
/** "Fridays from home", "take Thursday and Friday at home", "40% at home"; of Monday to Friday no day is left. */
const PART_BEFORE = new RegExp(
  String.raw`(?:(?<!\b(?:to|through|until|-|–)\s?)\b${WEEKDAY}s?\s+(?:(?!office|to\b|through|until)\w+\s+){0,2}|\b[1-9]\d\s?%\s+)(?:from|at)\s+$`,
  'i',
);

/** Where what is said of a part of the week at home begins, or -1: "home for the rest", "Fridays from home". */
export function partAtHome(before: string, after: string): number {
  const part = PART_BEFORE.exec(before);
  if (part !== null) return part.index;
  return REST_AFTER.test(after) ? before.length - (/(?:from|at)\s+$/i.exec(before)?.[0].length ?? 0) : -1;
}

/** "You are at home in SQL". */
export const isIdiom = (before: string, after: string): boolean =>
  /\b(?:feel\w*|(?:are|be|is|re|equally|much|seem\w*)\s+(?:\w+\s+)?)\s*at\s+$/i.test(before) &&
  /^\s+(?:in|with|among\w*|across)\s/i.test(after);

const ONLY_SOME_REMOTE = new RegExp(
  String.raw`^(?:\s+(?:work(?:ing)?|is|possible|allowed|available|for)\b){0,4}\s*(?:[:(]\s*)?(?:(?:for\s+)?(?:up\s+to|at\s+most|no\s+more\s+than|(?:a\s+)?max\w*\.?(?:\s+of)?)\s+)?${SOME}(?:\s*(?:-|–|or|to)\s*\w+)?\s+days\b`,
  'i',
);
const SOME_REMOTE = new RegExp(String.raw`\b(?:${SOME}\s+days?|[1-9]\d\s?%)\s+(?:of\s+)?$`, 'i');

/** Whoever is there once a year is remote. */
const OTHERWISE =
  /^(?!.*\b(?:years?|quarters?|quarterly|months?|monthly|onboarding|meet\w*|retreats?|occasional\w*|visits?)\b).*\b(?:otherwise|(?:rest|remainder)(?:\s+of\s+(?:the|your)\s+\w+)?|remaining\s+\w+|other\s+days)\s+(?:is\s+|are\s+)?$/is;

/** "remotely up to two days a week", "60 % remote", "two days remote", "otherwise remote". */
export const isPartlyRemote = (before: string, after: string): boolean =>
  ONLY_SOME_REMOTE.test(after) || SOME_REMOTE.test(before) || OTHERWISE.test(before);

const DAYS_A_WEEK = new RegExp(
  String.raw`\b(?:(?<all>5|five)|${SOME}(?:\s*(?:-|–|or|to)\s*\w+)?)\s+(?:full\s+)?days?\s+(?:a|per|each|every)\s+$`,
  'i',
);
export const HOUSE = String.raw`(?:in|at|from|to)\s+(?:our|the)\s+(?:[\w-]+\s+){0,2}?(?:house|loft|lab|laboratory|studio|workshop|building|hub|hq|headquarters|warehouse|plant|factory|clinic|hospital|institute|department|ministry|shop|yard|hangar|mill|tower|space|showroom|newsroom)\b`;
const HOUSE_AFTER = new RegExp(String.raw`^\s+(?:together\s+)?${HOUSE}`, 'i');
/** A town that no list has, where the rest of the week is spoken of. */
const TOWN_AFTER = /^\s+in\s+\p{Lu}[^.;\n]{2,40}\b(?:rest|others?|remaining|otherwise|wherever|home)\b/u;
const HOUSE_BEFORE = new RegExp(String.raw`\b(?:${HOUSE}|in\s+person\b)[^.;]{0,48}$`, 'i');
const OTHER_BUSINESS =
  /\b(?:travel\w*|visit\w*|clients?|customers?|train\w*|teach\w*|stud\w+|leave|part[- ]time)\b[^.;]*$/i;

type Share = { readonly from: number; readonly isAll: boolean };

/** At "week" in "three days a week at our studio": how far before it that begins, and whether no day is left. */
export function daysOfWeek(before: string, after: string): Share | undefined {
  const days = DAYS_A_WEEK.exec(before);
  if (days === null || OTHER_BUSINESS.test(before)) return undefined;
  const isThere = HOUSE_AFTER.test(after) || TOWN_AFTER.test(after) || HOUSE_BEFORE.test(before.slice(0, days.index));
  return isThere ? { from: days.index, isAll: days.groups?.all !== undefined } : undefined;
}
