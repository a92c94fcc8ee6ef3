import { type ExamProfile, STRATEGIES, solveBank } from '@cairn/exam';
import { nearestName } from '@cairn/kernel';
import { Command, Option } from 'commander';
import { openContent } from '../content.ts';
import { UsageError } from '../failure.ts';
import { print } from '../output.ts';

type Options = { readonly strategy: (typeof STRATEGIES)[number]; readonly seed: string; readonly json?: true };

function getProfile(exams: ReadonlyMap<string, ExamProfile>, code: string): ExamProfile {
  const profile = exams.get(code.trim().toLowerCase());
  if (profile) return profile;
  const codes = [...exams.values()].map((exam) => exam.code);
  const near = nearestName(code, codes);
  throw new UsageError(
    `There is no bank for "${code}"; ${near ? `did you mean ${near}?` : `there are ${codes.join(', ')}.`}`,
  );
}

const solve = new Command('solve')
  .description('Answer a whole bank by a rule that knows no subject: what a test-wise guesser would score.')
  .argument('<code>', 'certification, such as AIF-C01')
  .addOption(new Option('--strategy <name>', 'how to choose').choices(STRATEGIES).default('random'))
  .option('--seed <seed>', 'repeats the same run', '1')
  .option('--json', 'print the score as JSON')
  .action(async (code: string, { strategy, seed, json }: Options) => {
    const { exams, items } = await openContent();
    const profile = getProfile(exams, code);
    const bank = items.map(({ item }) => item).filter(({ id }) => id.startsWith(`${profile.id}/`));
    if (bank.length === 0)
      throw new UsageError(`The bank of ${profile.code} is empty; write items in content/items/${profile.id}.`);
    const score = solveBank(bank, strategy, seed, profile);
    print(
      json
        ? JSON.stringify(score)
        : `${profile.code} by "${strategy}": ${score.correct} of ${score.items} items, ${score.percent.toFixed(1)} % of the points, estimate ${Math.round(score.scaledEstimate)}.`,
    );
  });

export const exam = new Command('exam').description('Test the question banks themselves.').addCommand(solve);
