import type { Span } from './ranges.ts';

const CEILING =
  /(?<![a-z])(?:up\s*to|max(?:imum)?(?:\s+(?:salary|pay|rate|of|is))*|no\s+more\s+than|not\s+exceed(?:ing)?|capped\s+at|bis\s+zu|jusqu'à|hasta|fino\s+a|até|upto|under|ceiling\s+of|top\s+of)[\s:*_]*(?:a\s+)?(?:of\s+)?(?:about\s+|around\s+|circa\s+|to\s+)?$/i;
const FLOOR =
  /(?<![a-z])(?:from|start(?:s|ing)?(?:\s+(?:salary|pay|rate|at|from|of|is|base|compensation|range|point))*|min(?:imum|\.)?(?:\s+(?:annual|base|salary|pay|rate|gross|of|is|compensation|starting))*|at\s+least|no\s+less\s+than|not\s+less\s+than|above|over|more\s+than|upwards?\s+of|in\s+excess\s+of|north\s+of|floor\s+of|ab|mindestens|à\s+partir\s+de|desde|a\s+partir\s+de(?:\s+los)?|vanaf|od)[\s:*_]*(?:a\s+)?(?:of\s+)?(?:about\s+|around\s+|circa\s+|at\s+)?$/i;
const MORE =
  /^[ \u00a0]?(?:\+(?!\s*(?:\d|bonus|equity|super|benefits|commission|stock|OTE|package|holiday|pension|car|perks|shares|options|tax))|plus(?=\s*(?:[.,;)\n]|$))|or\s+more|and\s+(?:up|above)|(?:and\s+)?upwards?|minimum)/i;
const MOST = /^[ \u00a0]?(?:max(?:imum)?\b|or\s+less|tops\b)/i;

/** What stands before the amount; the heads of a table's columns are no limits of its first cell. */
function reach(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 56), start);
  const line = before.lastIndexOf('\n');
  return line >= 0 && /[|\t][^|\t]*$/.test(before.slice(0, line)) ? before.slice(line + 1) : before;
}

/** "up to £90k", "maximum: $150,000". */
export const isCeiling = (text: string, { start, end }: Span): boolean =>
  CEILING.test(reach(text, start)) || MOST.test(text.slice(end, end + 16));

/** "from £50,000", "$150k+", "starting salary of". */
export const isFloor = (text: string, { start, end }: Span): boolean =>
  FLOOR.test(reach(text, start)) || MORE.test(text.slice(end, end + 24));

/** The quote ends with the period that is written after the amount, without what only closes a sentence. */
export function endOf(text: string, { end }: Span, periodEnd: number | undefined): number {
  if (periodEnd === undefined || periodEnd - end > 40) return end;
  return text[periodEnd - 1] === ' ' ? periodEnd - 1 : periodEnd;
}
