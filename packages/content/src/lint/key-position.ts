import { type BankRule, bankFault, singleKeyGroups } from './lint.ts';

/** Upper 1 % points of chi-square by degrees of freedom, 1 to 7 (NIST/SEMATECH e-Handbook, 1.3.6.7.4). */
const CRITICAL = [6.635, 9.21, 11.345, 13.277, 15.086, 16.812, 18.475];

/** Key positions as authored are balanced: chi-square p > 0.01 for each number of options. */
export const keyPositionsBalanced: BankRule = (bank) => {
  const bySize = new Map<number, number[]>();
  for (const { question, group } of singleKeyGroups(bank.questions)) {
    if (question.kind === 'matching' || question.kind === 'drag-and-drop') continue; // one shared list serves several prompts
    const counts = bySize.get(group.options.length) ?? Array.from({ length: group.options.length }, () => 0);
    const position = group.options.findIndex((option) => option.isKey);
    counts[position] = (counts[position] ?? 0) + 1;
    bySize.set(group.options.length, counts);
  }
  return [...bySize].flatMap(([size, counts]) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const critical = CRITICAL[size - 2];
    if (critical === undefined || total < 5 * size) return []; // chi-square needs five expected a cell
    const statistic = counts.reduce((sum, count) => sum + (count - total / size) ** 2 / (total / size), 0);
    if (statistic <= critical) return [];
    return [
      bankFault(
        bank,
        `Keys of ${size}-option choices stand at positions ${counts.join(', ')} (chi-square ${statistic.toFixed(1)}, p < 0.01); move some.`,
      ),
    ];
  });
};
