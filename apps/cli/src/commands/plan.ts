import { writeFile } from 'node:fs/promises';
import type { ExamPlan, PlanChanged, PlanPreview } from '@cairn/contract';
import type { LocalApi } from '@cairn/server';
import { Command } from 'commander';
import { UsageError } from '../failure.ts';
import { withApi } from '../local-api.ts';
import { dataOption } from '../options.ts';
import { print } from '../output.ts';
import { choicesFrom, hasChoices, type PlanOptions, refuseContradiction } from '../plan/choices.ts';
import { describeDiff, describePlan } from '../plan/describe.ts';

type Options = PlanOptions & {
  readonly data: string;
  readonly exam: string;
  readonly dryRun?: true;
  readonly replan?: true;
  readonly ics?: string;
  readonly json?: true;
};

type Answer = { readonly text: string; readonly json: unknown };

const zone = (): string => `timeZone=${encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone)}`;

async function answer(api: LocalApi, options: Options): Promise<Answer> {
  const path = `/api/plans/${encodeURIComponent(options.exam)}`;
  if (options.replan) return changed(await api.call<PlanChanged>('POST', `${path}/replan?${zone()}`), options.exam);
  const found = await api.call<ExamPlan>('GET', `${path}?${zone()}`);
  const { code } = found.setup;
  if (!hasChoices(options)) {
    if (found.saved) return { text: describePlan(found.saved.plan, code), json: found.saved };
    throw new UsageError(`There is no plan for ${code} yet; make one with --on 2027-02-14 or --when-ready.`);
  }
  const choices = choicesFrom(options, found.saved?.choices);
  if (!options.dryRun) return changed(await api.call<PlanChanged>('PUT', `${path}?${zone()}`, choices), code);
  const body = { exam: options.exam, choices };
  const preview = await api.call<PlanPreview>('POST', `/api/plans/preview?${zone()}`, body);
  if (preview.outcome === 'refused') throw new UsageError(preview.sentence);
  return { text: describePlan(preview.plan, code), json: preview };
}

function changed(made: PlanChanged, code: string): Answer {
  const diff = made.diff === null ? '' : `\n${describeDiff(made.diff)}`;
  return { text: `${describePlan(made.saved.plan, code.toUpperCase())}${diff}`, json: made };
}

async function writeCalendar(api: LocalApi, exam: string, file: string): Promise<void> {
  const calendar = await api.fetch(`/api/plans/${encodeURIComponent(exam)}/calendar.ics?${zone()}`);
  await writeFile(file, await calendar.text()).catch((error: Error) => {
    throw new UsageError(`${file} cannot be written: ${error.message}.`);
  });
}

export const plan = new Command('plan')
  .description('Make, change or show the plan to an exam. Works while Cairn runs.')
  .requiredOption('--exam <code>', 'the exam, such as AIF-C01')
  .option('--on <date>', 'day of the exam, such as 2027-02-14')
  .option('--when-ready', 'the earliest day on which the work fits')
  .option('--preset <name>', 'two-weeks, four-weeks, six-weeks or from-zero')
  .option('--hours-per-week <number>', 'hours a week, evenly over its days')
  .option('--minutes <weekdays>', 'minutes by weekday, such as mon=30,sat=120')
  .option('--days-off <days...>', 'days and ranges, such as 2026-12-24..2026-12-26')
  .option('--dry-run', 'show the plan and save nothing')
  .option('--replan', 'give what was missed a new day')
  .option('--ics <file>', 'also write a calendar file')
  .option('--json', 'print the plan as JSON')
  .addOption(dataOption())
  .action(async (options: Options) => {
    refuseContradiction(options);
    await withApi(options.data, async (api) => {
      const { text, json } = await answer(api, options);
      if (options.ics !== undefined && !options.dryRun) await writeCalendar(api, options.exam, options.ics);
      print(options.json ? JSON.stringify(json) : text);
    });
  });
