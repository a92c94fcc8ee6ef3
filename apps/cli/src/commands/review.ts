import { Command } from 'commander';
import { reviewInTerminal, waitText } from '../cards/review-session.ts';
import { answersOf } from '../cards/terminal.ts';
import { UsageError } from '../failure.ts';
import { withApi } from '../local-api.ts';
import { dataOption } from '../options.ts';
import { print } from '../output.ts';

type Options = { readonly data: string; readonly exam?: string; readonly limit?: string };

function limitOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return limit;
  throw new UsageError(`--limit ${text} is no number of answers; give one from 1 to 1000.`);
}

export const review = new Command('review')
  .description('Review the cards that are due, with the keyboard alone. Works while Cairn runs.')
  .option('--exam <code>', 'only the cards of this exam, such as AIF-C01')
  .option('--limit <number>', 'stop after so many answers')
  .addOption(dataOption())
  .action(async ({ data, exam, limit }: Options) => {
    const most = limitOf(limit);
    await withApi(data, async (api) => {
      const answers = answersOf(process.stdin);
      try {
        const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
        const done = await reviewInTerminal({ api, answers, print, now: Date.now, timeZone, exam, limit: most });
        const next = done.nextDueAt === null ? '' : ` The next is due in ${waitText(done.nextDueAt - Date.now())}.`;
        print(`\n${done.answers} answered, ${done.left} left today.${done.left === 0 ? next : ''}`);
      } finally {
        answers.close();
      }
    });
  });
