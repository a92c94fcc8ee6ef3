import { type CreditRule, creditOf, gradeFinal, optionsOf, type Question } from '@cairn/question-types';

/** The list of steps, the one group whose order counts. */
const STEPS = 'steps';

function combinations(total: number, chosen: number): number {
  let ways = 1;
  for (let i = 1; i <= chosen; i += 1) ways = (ways * (total - chosen + i)) / i;
  return ways;
}

function arrangements(total: number, placed: number): number {
  let ways = 1;
  for (let i = 0; i < placed; i += 1) ways *= total - i;
  return ways;
}

type Group = { readonly ordered: boolean; readonly options: number; readonly keys: number };

function groupsOf(question: Question): Group[] {
  const options = optionsOf(question);
  return [...new Set(options.map(({ group }) => group))]
    .map((name) => options.filter(({ group }) => group === name))
    .map((members) => ({
      ordered: members[0]?.group === STEPS,
      options: members.length,
      keys: members.filter(({ isKey }) => isKey).length,
    }))
    .filter(({ keys }) => keys > 0);
}

/** The points that a perfect answer earns. */
export function possibleOf(question: Question, credit: CreditRule): number {
  return creditOf(gradeFinal(question, undefined).parts, credit).possible;
}

/**
 * The share of a question's points that a blind guess earns on average, in [0, 1]: 1/4 for one key among four choices,
 * 1/10 for two of five that count as a whole, 2/5 for the same two if each counts.
 */
export function chanceOf(question: Question, credit: CreditRule): number {
  const groups = groupsOf(question);
  const ways = ({ ordered, options, keys }: Group) => (ordered ? arrangements : combinations)(options, keys);
  // Of k guesses among n options each is right with k/n if order is free, and with 1/n if it counts.
  const expected = ({ ordered, options, keys }: Group) => (ordered ? 1 : keys) * (keys / options);
  const possible = possibleOf(question, credit);
  if (possible === 1) return groups.reduce((chance, group) => chance / ways(group), 1);
  return Math.min(1, groups.reduce((sum, group) => sum + expected(group), 0) / possible);
}
