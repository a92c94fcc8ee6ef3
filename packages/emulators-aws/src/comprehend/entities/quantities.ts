import type { Form } from '../spans.ts';

const NUMBER = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const WORD =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?(?: (?:hundred|thousand|million|billion))*';
const SCALE = '(?: (?:hundred|thousand|million|billion|trillion))?';
const CURRENCY = '(?:dollars?|euros?|pounds?|cents?|yen|usd|eur|gbp|chf|francs?)';
/** What follows a number and is not counted by it. */
const NOT_COUNTED =
  '(?!(?:of|in|on|at|to|from|and|or|is|are|was|were|for|with|by|as|the|a|an|has|have|had|will|would)\\b)';

const quantity = (score: number, pattern: string): Form<'QUANTITY'> => ({
  type: 'QUANTITY',
  score,
  pattern: new RegExp(`(?<![\\w.,/:-])${pattern}(?![\\w%])`, 'gi'),
});

/** Amounts of money, shares, measures and counted things. */
export const QUANTITY_FORMS: readonly Form<'QUANTITY'>[] = [
  { type: 'QUANTITY', score: 0.999, pattern: new RegExp(`(?:US)?[$€£¥] ?${NUMBER}${SCALE}(?![\\w])`, 'gi') },
  { type: 'QUANTITY', score: 0.999, pattern: new RegExp(`(?<![\\w.])${NUMBER} ?(?:%|percent\\b)`, 'gi') },
  quantity(0.998, `(?:${NUMBER}|${WORD})${SCALE} ${CURRENCY}`),
  quantity(0.99, `${NUMBER}(?:kg|g|mg|km|m|cm|mm|mb|gb|tb|kb|ms|s|h|l|ml|°c|°f|mph|kwh)`),
  quantity(0.93, `(?:${NUMBER}|${WORD})${SCALE} ${NOT_COUNTED}[a-z]{3,}`),
  quantity(0.9, `${NUMBER}${SCALE}`),
];
