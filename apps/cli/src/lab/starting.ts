import type { LabRun } from '@cairn/contract';
import type { LabServices } from '@cairn/server';
import { Command } from 'commander';
import { UsageError } from '../failure.ts';
import { print, remark } from '../output.ts';
import { getRun, type LabOptions, withLabOptions, withLabs } from './open.ts';
import { printSteps, reportRun } from './report.ts';

type StartOptions = LabOptions & { readonly shell?: true; readonly again?: true; readonly replaceKeys?: true };

/** Key ids of real accounts begin so; the ones of the sandbox do not. */
const REAL_KEY = /^A[KS]IA/;

function refuseRealKeys({ shell, replaceKeys }: StartOptions): void {
  if (!shell || replaceKeys || !REAL_KEY.test(process.env.AWS_ACCESS_KEY_ID ?? '')) return;
  throw new UsageError(
    'AWS_ACCESS_KEY_ID of this shell looks like a key of a real account, which these lines would replace; use another shell, or add --replace-keys.',
  );
}

/** Goes on where one was; an account that is gone is made anew. */
async function runningOf(services: LabServices, id: string, again: true | undefined): Promise<LabRun> {
  const { labs, newId } = services;
  const { run } = await labs.show(id);
  if (!run || again) return labs.start(id, newId());
  const shown = await labs.showRun(run.id);
  if (shown.account.state === 'ready') return shown;
  remark('The sandbox was restarted since; making the account anew, with the passed steps done.');
  return labs.rebuild(run.id);
}

function startLab(id: string, options: StartOptions): Promise<void> {
  refuseRealKeys(options);
  return withLabs(options, async (services) => {
    const run = await runningOf(services, id, options.again);
    const { shell, ...reach } = await services.accounts.credentials(run.id);
    if (options.shell) return print(shell);
    const steps = reportRun(run);
    if (options.json) return print(JSON.stringify({ lab: id, run: run.id, state: run.state, steps, ...reach }));
    print(
      `Account ${reach.accountId} is ready at ${reach.endpoint}. For your shell: eval "$(cairn lab start ${id} --shell)"`,
    );
    printSteps(run, steps, undefined);
  });
}

export const start = withLabOptions(new Command('start'))
  .description('Start a lab, or go on with it: an account of its own in the local cloud.')
  .argument('<id>', 'lab, as `cairn lab list` names it')
  .option('--shell', 'print lines for bash or zsh: eval "$(cairn lab start ID --shell)"')
  .option('--again', 'begin a new run in a fresh account')
  .option('--replace-keys', 'with --shell: also in a shell that holds keys of a real account')
  .action(startLab);

export const reset = withLabOptions(new Command('reset'))
  .description('Put the account back to where a step begins; what was recorded stays.')
  .argument('<id>', 'lab')
  .option('--step <step>', 'where to begin again; left out: the start')
  .action((id: string, options: LabOptions & { readonly step?: string }) =>
    withLabs(options, async (services) => {
      const run = await getRun(services, id);
      const after = await services.labs.reset(run.id, options.step ?? run.steps[0]?.step ?? '');
      printSteps(after, reportRun(after), options.json);
    }),
  );

export const stop = withLabOptions(new Command('stop'))
  .description('Remove the account of a lab; without a lab, end the whole sandbox. The record stays.')
  .argument('[id]', 'lab')
  .action((id: string | undefined, options: LabOptions) =>
    withLabs(options, async (services) => {
      if (id === undefined) return sayStopped(await services.sandbox.stop(), options.json);
      const { account, id: run } = await getRun(services, id);
      if (account.state === 'ready') await services.labs.stop(run);
      sayStopped(account.state === 'ready', options.json);
    }),
  );

function sayStopped(stopped: boolean, json: true | undefined): void {
  const words = stopped ? 'Stopped. "cairn lab start" makes the account anew.' : 'There was nothing to stop.';
  print(json ? JSON.stringify({ stopped }) : words);
}
