import { join } from 'node:path';
import type { LabRun } from '@cairn/contract';
import type { LabServices } from '@cairn/server';
import { type Command, Option } from 'commander';
import { openDatabase } from '../database.ts';
import { UsageError } from '../failure.ts';
import { dataOption, existingFile, ROOT } from '../options.ts';
import { remark } from '../output.ts';

/** What every lab command takes. */
export type LabOptions = { readonly data: string; readonly content: string; readonly json?: true };

export function withLabOptions(command: Command): Command {
  return command
    .addOption(dataOption())
    .addOption(new Option('--content <dir>', 'content root that holds labs/').default(join(ROOT, 'content'), 'ours'))
    .option('--json', 'print the answer as JSON');
}

/** Opens the labs, with Cairn running or not, and turns what cannot be done into a sentence for the user. */
export async function withLabs<T>(
  { data, content }: LabOptions,
  work: (services: LabServices) => Promise<T>,
): Promise<T> {
  existingFile(content, 'content root');
  const { db, close } = await openDatabase({ dataDir: data, log: remark, canShare: true });
  try {
    const { openLabServices } = await import('@cairn/server'); // loaded here: other commands do not wait for it
    const services = await openLabServices({ db, contentDir: content, dataDir: data });
    for (const { file, line, message } of services.faults) remark(`${file}:${line} ${message}`);
    return await work(services);
  } catch (error) {
    throw await sentenceOf(error);
  } finally {
    await close();
  }
}

async function sentenceOf(error: unknown): Promise<unknown> {
  const { Problem } = await import('@cairn/contract');
  if (error instanceof Problem) {
    const gone = 'The sandbox was restarted since; "cairn lab start" with this lab makes its account anew.';
    return new UsageError(error.kind === 'lab-account-gone' ? gone : error.detail, { cause: error });
  }
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error;
  if (!isMissing) return error;
  return new UsageError(`"${String(error.path)}" is not installed or not on PATH; install it, or use another --with.`, {
    cause: error,
  });
}

/** The run of a lab that goes on. @throws UsageError if there is none, Problem if there is no such lab */
export async function getRun({ labs }: LabServices, lab: string): Promise<LabRun> {
  const { run } = await labs.show(lab);
  if (run) return labs.showRun(run.id);
  throw new UsageError(`"${lab}" was not started yet; start it with "cairn lab start ${lab}".`);
}

/** The step that was named, or the one being worked on, or the last. */
export function stepOf({ currentStep, steps }: LabRun, named: string | undefined): string {
  return named ?? currentStep ?? steps.at(-1)?.step ?? '';
}
