import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { UsageError } from '../failure.ts';
import { print, remark } from '../output.ts';
import { toolOption } from './checking.ts';
import { getRun, type LabOptions, stepOf, withLabOptions, withLabs } from './open.ts';

type StepOptions = LabOptions & { readonly step?: string };
type SolutionOptions = StepOptions & { readonly with: keyof typeof ENDINGS; readonly to?: string };

export const list = withLabOptions(new Command('list'))
  .description('Labs, and how far you are in each.')
  .action((options: LabOptions) =>
    withLabs(options, async ({ labs }) => {
      const all = await labs.list();
      const lines = all.map(
        ({ id, title, minutes, level, steps, run }) =>
          `${id}: ${title} (${minutes} minutes, ${level}, ${run ? `${run.stepsPassed} of ` : ''}${steps} steps)`,
      );
      print(options.json ? JSON.stringify({ labs: all }) : lines.join('\n') || 'There are no labs yet.');
    }),
  );

export const show = withLabOptions(new Command('show'))
  .description('What a lab is about, and its steps.')
  .argument('<id>', 'lab')
  .action((id: string, options: LabOptions) =>
    withLabs(options, async ({ labs }) => {
      const lab = await labs.show(id);
      const steps = lab.steps.map(({ id: step, title, goal }) => `${step}: ${title}\n${goal.trim()}`);
      const { title, story, costLesson } = lab;
      print(
        options.json
          ? JSON.stringify(lab)
          : [title, story, ...steps, costLesson].map((text) => text.trim()).join('\n\n'),
      );
    }),
  );

export const hint = withLabOptions(new Command('hint'))
  .description('Show the next hint of a step; each new one lowers its credit.')
  .argument('<id>', 'lab')
  .option('--step <step>', 'left out: the one being worked on')
  .action((id: string, options: StepOptions) =>
    withLabs(options, async (services) => {
      const run = await getRun(services, id);
      const step = stepOf(run, options.step);
      const { hints = 0 } = (await services.labs.show(id)).steps.find((one) => one.id === step) ?? {};
      const seen = run.steps.find((one) => one.step === step)?.hintsShown.length ?? 0;
      const after = await services.labs.hint(run.id, step, Math.max(1, Math.min(seen + 1, hints)));
      const texts = after.steps.find((one) => one.step === step)?.hintsShown ?? [];
      print(options.json ? JSON.stringify({ step, hints: texts, of: hints }) : (texts.at(-1)?.trim() ?? ''));
    }),
  );

const ENDINGS = { cli: 'sh', python: 'py', javascript: 'mjs' } as const;

type Written = {
  readonly step: string;
  readonly language: keyof typeof ENDINGS;
  readonly code: string;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly base64: string | null }[];
};

/** @returns what was written, a path a line */
function writeSolution(to: string, { step, language, code, files }: Written): string {
  const written = [
    { path: `${step}.${ENDINGS[language]}`, bytes: Buffer.from(code) },
    ...files.flatMap(({ path, base64 }) => (base64 === null ? [] : [{ path, bytes: Buffer.from(base64, 'base64') }])),
  ].map(({ path, bytes }) => ({ path: join(to, path), bytes }));
  for (const { path, bytes } of written) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  const tooLarge = files.filter(({ base64 }) => base64 === null);
  return [
    ...written.map(({ path }) => path),
    ...tooLarge.map(({ path, bytes }) => `${path} has ${bytes} bytes, too many to be written here.`),
  ].join('\n');
}

export const solution = withLabOptions(new Command('solution'))
  .description('Show the reference solution of a step; before it is passed this takes its credit.')
  .argument('<id>', 'lab')
  .option('--step <step>', 'left out: the one being worked on')
  .addOption(toolOption('language'))
  .option('--to <dir>', 'write it there as a script, with the files that it reads')
  .action((id: string, options: SolutionOptions) =>
    withLabs(options, async (services) => {
      const run = await getRun(services, id);
      const { code, files, step, language } = await services.labs.solution(
        run.id,
        stepOf(run, options.step),
        options.with,
      );
      if (options.json) return print(JSON.stringify({ step, language, code, files }));
      if (options.to !== undefined) return print(writeSolution(options.to, { step, language, code, files }));
      print(code.trimEnd());
      const names = files.map(({ path }) => path).join(', ');
      if (names !== '') remark(`It reads ${names}; --to <dir> writes it and them.`);
    }),
  );

export const data = withLabOptions(new Command('data'))
  .description('Write the data sets of a lab as CSV files, to be used in it.')
  .argument('<id>', 'lab')
  .option('--to <dir>', 'where to', '.')
  .action((id: string, options: LabOptions & { readonly to: string }) =>
    withLabs(options, async ({ labs }) => {
      const { datasets } = await labs.show(id);
      mkdirSync(options.to, { recursive: true });
      const files = datasets.flatMap(({ id: dataset, parts }) =>
        parts.map((part) => {
          const asked = { dataset, format: 'csv' as const, ...(part.name === null ? {} : { part: part.name }) };
          const { name, text } = labs.dataset(id, asked);
          writeFileSync(join(options.to, name), text);
          return { file: join(options.to, name), rows: part.rows };
        }),
      );
      const lines = files.map(({ file, rows }) => `${file} (${rows} rows)`);
      print(options.json ? JSON.stringify({ files }) : lines.join('\n') || 'This lab needs no data.');
    }),
  );

export const bill = withLabOptions(new Command('bill'))
  .description('What the account of a lab would have cost.')
  .argument('<id>', 'lab')
  .action((id: string, options: LabOptions) =>
    withLabs(options, async (services) => {
      const run = await getRun(services, id);
      const { lines, totalUsd } = await services.accounts.bill(run.id);
      const rows = lines.map(
        ({ service, item, quantity, unit, usd, isRunning, source }) =>
          `${usd.toFixed(4)} USD  ${service}: ${item}, ${Number(quantity.toPrecision(4))} ${unit}${isRunning ? ', running' : ''}${source ? '' : ', price from memory'}`,
      );
      const total = `You did not pay ${totalUsd.toFixed(4)} USD.`;
      print(options.json ? JSON.stringify({ totalUsd, lines }) : [...rows, total].join('\n'));
    }),
  );

const UNIT_MILLISECONDS = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const MOST_MILLISECONDS = 240 * UNIT_MILLISECONDS.h;

/** @throws UsageError unless `text` is like 30m, 24h or 7d, and at most 240 hours */
function parseTime(text: string): number {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const milliseconds = Number(count) * (unit === 'm' || unit === 'h' || unit === 'd' ? UNIT_MILLISECONDS[unit] : NaN);
  if (milliseconds > 0 && milliseconds <= MOST_MILLISECONDS) return milliseconds;
  throw new UsageError(`"${text}" is not a time to let pass; write 30m, 24h or 7d, at most 240h.`);
}

export const advance = withLabOptions(new Command('advance'))
  .description("Let the account's time pass at once.")
  .argument('<id>', 'lab')
  .argument('<time>', 'such as 30m, 24h or 7d; at most 240h')
  .action(async (id: string, time: string, options: LabOptions) => {
    const milliseconds = parseTime(time);
    await withLabs(options, async (services) => {
      const { account } = await services.labs.advance((await getRun(services, id)).id, milliseconds);
      const now = new Date(account.now ?? 0).toISOString();
      print(options.json ? JSON.stringify({ now: account.now }) : `In the account it is ${now} now.`);
    });
  });
