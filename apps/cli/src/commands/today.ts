import type { Today } from '@cairn/contract';
import { Command } from 'commander';
import { UsageError } from '../failure.ts';
import { withApi } from '../local-api.ts';
import { dataOption } from '../options.ts';
import { print } from '../output.ts';
import { describeToday } from '../plan/describe.ts';

type Options = { readonly data: string; readonly minutes?: string; readonly exam?: string; readonly json?: true };

function queryOf({ minutes, exam }: Options): URLSearchParams {
  const query = new URLSearchParams({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  if (minutes !== undefined) {
    const count = Number(minutes);
    if (!Number.isInteger(count) || count < 1 || count > 1440) {
      throw new UsageError(`--minutes ${minutes} is no time to fill; give whole minutes from 1 to 1440.`);
    }
    query.set('minutes', minutes);
  }
  if (exam !== undefined) query.set('exam', exam);
  return query;
}

export const today = new Command('today')
  .description('What to do now, in the order in which to do it. Works while Cairn runs.')
  .option('--minutes <number>', 'how long you have; left out: what the plans hold for today')
  .option('--exam <code>', 'only the plan for this exam')
  .option('--json', 'print everything as JSON')
  .addOption(dataOption())
  .action((options: Options) => {
    const query = queryOf(options);
    return withApi(options.data, async (api) => {
      const answer = await api.call<Today>('GET', `/api/today?${query}`);
      print(options.json ? JSON.stringify(answer) : describeToday(answer));
    });
  });
