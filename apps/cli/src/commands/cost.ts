import { dayOf, systemClock } from '@cairn/kernel';
import { Command } from 'commander';
import { openCatalog } from '../content.ts';
import { type CostOptions, costAnswer, describeCosts } from '../money/cost.ts';
import { print } from '../output.ts';

export const cost = new Command('cost')
  .description('What a path of certifications costs in fees, retakes, materials, hours and renewals, and when it pays.')
  .argument('<codes...>', 'exams of the path in order, such as AIF-C01 MLA-C02')
  .option('--hour-value <usd>', 'what an hour of yours is worth; 0 if left out')
  .option('--pass-probability <p>', 'of one sitting: 0.7, or 0.7:0.5:0.9 with its 80 % interval')
  .option('--years <n>', 'how far the view reaches; 3 if left out')
  .option('--discount-rate <r>', 'a year, such as 0.03; 0 if left out')
  .option('--materials <usd>', 'courses and books, once for the path')
  .option('--uplift <usd>', 'a yearly gain in pay that you suppose, before tax')
  .option('--tax-share <share>', 'of that gain, such as 0.3')
  .option('--hours-per-week <n>', 'hours of study a week; 8 if left out')
  .option('--sittings <n>', 'of one exam that you would pay for at most; 5 if left out')
  .option('--background <name>', 'such as software; the hours depend on it')
  .option('--vouchers', 'use the 50 % voucher after an AWS pass')
  .option('--compare <codes...>', 'further paths, each as "CODE,CODE"')
  .option('--json', 'print all inputs and results as JSON')
  .action(async (codes: string[], { json, ...options }: CostOptions & { readonly json?: true }) => {
    const catalog = await openCatalog();
    const answer = costAnswer(catalog, codes, options, dayOf(systemClock.now()));
    print(json ? JSON.stringify(answer) : describeCosts(answer));
  });
