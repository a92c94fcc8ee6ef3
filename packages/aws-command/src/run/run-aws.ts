import { CommandFailure, plainFailure } from '../command/failure.ts';
import { clientFor, type Plan, planAws } from '../command/plan.ts';
import { runFileCommand } from '../s3/run.ts';
import { formatFor, invoke } from './invoke.ts';
import type { Session } from './session.ts';
import { wait } from './wait.ts';

/** Runs the words after `aws`. @returns the exit code */
export async function runAws(words: readonly string[], session: Session): Promise<number> {
  try {
    const client = clientFor(words);
    const model = client === undefined ? undefined : await loadModel(client, session);
    return await runPlan(
      planAws(words, () => model, { files: session.files, binaryFormat: session.host.binaryFormat }),
      session,
    );
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    session.err(error.message);
    return error.exitCode;
  }
}

async function loadModel(client: string, { host }: Session) {
  try {
    return await host.models(client);
  } catch (error) {
    throw plainFailure(`The model of ${client} could not be loaded: ${error instanceof Error ? error.message : ''}`);
  }
}

async function runPlan(plan: Plan, session: Session): Promise<number> {
  if ('globals' in plan) {
    for (const note of plan.globals.notes) session.err(`${note}\n`);
    formatFor(plan.globals, session); // a query that cannot be read is told before anything is sent
  }
  switch (plan.kind) {
    case 'failure':
      session.err(plan.message);
      return plan.exitCode;
    case 'print':
      session.out(plan.text);
      return 0;
    case 'call':
      await invoke(plan, session);
      return 0;
    case 'wait':
      await wait(plan, session);
      return 0;
    case 'files':
      return runFileCommand(plan.words, plan.globals, session);
  }
}
