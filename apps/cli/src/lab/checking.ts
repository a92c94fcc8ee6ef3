import type { LabRun } from '@cairn/contract';
import type { LabServices } from '@cairn/server';
import { Command, Option } from 'commander';
import { getRun, type LabOptions, withLabOptions, withLabs } from './open.ts';
import { printSteps, reportRun, reportStep, type StepReport } from './report.ts';

type StepOptions = LabOptions & { readonly step?: string };
type Tool = 'cli' | 'python' | 'javascript';
type SolveOptions = LabOptions & { readonly with: Tool };

export const toolOption = (about: string) =>
  new Option('--with <tool>', about).choices(['cli', 'python', 'javascript']).default('javascript');

/** Step after step until one is not done: those after it build on it. */
async function checkSteps({ labs }: LabServices, run: LabRun, named: string | undefined): Promise<StepReport[]> {
  const steps = named === undefined ? run.steps.map(({ step }) => step) : [named];
  const reports: StepReport[] = [];
  for (const step of steps) {
    const open = reports.find(({ passed }) => !passed);
    if (open) reports.push(reportStep(step, [], `This is looked at once "${open.id}" passes.`));
    else reports.push(reportStep(step, (await labs.check(run.id, step)).checks));
  }
  return reports;
}

function conclude(run: LabRun, steps: readonly StepReport[], json: true | undefined): void {
  printSteps(run, steps, json);
  if (steps.some(({ passed }) => !passed)) process.exitCode = 1;
}

export const check = withLabOptions(new Command('check'))
  .description('Look whether the goals of the steps are reached; exit code 1 when one is not.')
  .argument('<id>', 'lab')
  .option('--step <step>', 'this one alone')
  .action((id: string, options: StepOptions) =>
    withLabs(options, async (services) => {
      const run = await getRun(services, id);
      const steps = await checkSteps(services, run, options.step);
      conclude(await services.labs.showRun(run.id), steps, options.json);
    }),
  );

export const solve = withLabOptions(new Command('solve'))
  .description('Do what is left of a lab by its reference solution, and check each step. Gives no credit.')
  .argument('<id>', 'lab')
  .addOption(toolOption('who makes the calls: the AWS CLI, boto3, or the JavaScript SDK'))
  .action((id: string, options: SolveOptions) =>
    withLabs(options, async (services) => {
      const { labs, newId } = services;
      const { run } = await labs.show(id);
      const started = run ? await labs.rebuild(run.id) : await labs.start(id, newId());
      const solved = await labs.catchUp(started.id, 'end', options.with);
      conclude(solved, reportRun(solved, 'Not reached: a step before it did not pass.'), options.json);
    }),
  );
