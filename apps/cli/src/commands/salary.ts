import { payMatrix } from '@cairn/catalog';
import { dayOf, systemClock } from '@cairn/kernel';
import { Command } from 'commander';
import { openCatalog } from '../content.ts';
import { describeMatrix, describeSalaries, salaryAnswer } from '../money/salary.ts';
import { print } from '../output.ts';

type Options = { readonly role?: string; readonly region?: string; readonly json?: true };

export const salary = new Command('salary')
  .description('Pay figures of a role in a region, side by side with source, date and number; never averaged.')
  .option('--role <id>', 'a role such as ml-engineer')
  .option('--region <code>', 'two letters such as US')
  .option('--json', 'print every figure as JSON')
  .action(async ({ role, region, json }: Options) => {
    const catalog = await openCatalog();
    const answer = salaryAnswer(catalog, { role, region }, dayOf(systemClock.now()));
    if (json) return print(JSON.stringify({ matrix: payMatrix(catalog), ...answer }));
    print(role === undefined && region === undefined ? describeMatrix(catalog) : describeSalaries(answer));
  });
