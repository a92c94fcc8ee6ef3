import type { OperationModel } from '@cairn/emulator-kit/schema';
import { EXIT, plainFailure } from '../command/failure.ts';
import type { Globals } from '../command/globals.ts';
import type { CallPlan, SdkInput } from '../command/plan.ts';
import { plainAnswer } from '../output/answer.ts';
import { type Format, formatAnswer } from '../output/format.ts';
import type { Plain } from '../output/plain.ts';
import { compileQuery } from '../output/query.ts';
import { bodyBytes } from './body.ts';
import { pageResult, pagesOf, wholeResult } from './paginate.ts';
import { failureOf } from './service-failure.ts';
import type { Session } from './session.ts';

/** Runs one operation and prints its answer. @throws CommandFailure */
export async function invoke(plan: CallPlan, session: Session): Promise<void> {
  const { operation, pages, globals } = plan;
  const format = formatFor(globals, session);
  if (pages === undefined) {
    session.out(formatAnswer(operation.name, await answerOf(plan, session), format));
    return;
  }
  const call = async (input: SdkInput) => plainAnswer(operation, await send(plan, input, session));
  const found = pagesOf({ input: plan.input, pages }, call);
  if (format.output !== 'text') {
    session.out(formatAnswer(operation.name, await wholeResult(found), format));
    return;
  }
  for await (const page of found) {
    session.out(formatAnswer(operation.name, pageResult(page), format));
    const token: Plain = { NextToken: { NextToken: page.resumeToken ?? null } };
    if (page.resumeToken !== undefined) session.out(formatAnswer(operation.name, token, format));
  }
}

export function formatFor(globals: Globals, { defaults }: Session): Format {
  return {
    output: globals.output ?? defaults.output,
    query: globals.query === undefined ? undefined : compileQuery(globals.query),
    width: defaults.width,
  };
}

/** The answer; its bytes go to the file that was named. */
async function answerOf(plan: CallPlan, session: Session): Promise<Plain> {
  const { outfile, operation } = plan;
  const answer = await send(plan, plan.input, session);
  if (outfile === undefined || typeof answer !== 'object' || answer === null) return plainAnswer(operation, answer);
  const { [outfile.member]: body, ...rest } = answer as Readonly<Record<string, unknown>>; // clients answer records
  const bytes = await bodyBytes(body);
  if (outfile.path === '/dev/stdout' || outfile.path === '-') session.out(new TextDecoder().decode(bytes));
  else if (outfile.path !== '/dev/null') writeOutfile(outfile.path, bytes, session);
  return plainAnswer(operation, rest);
}

function writeOutfile(path: string, bytes: Uint8Array, { files, host }: Session): void {
  const fault = files.write(path, bytes, host.now());
  if (fault !== undefined) throw plainFailure(fault, EXIT.other);
}

interface Target {
  readonly service: string;
  readonly operation: OperationModel;
  readonly globals: Globals;
}

async function send(target: Target, input: SdkInput, session: Session): Promise<unknown> {
  try {
    return await sendRaw(target, input, session);
  } catch (error) {
    throw failureOf(target.operation, error);
  }
}

/** @throws what the SDK client throws */
export function sendRaw({ service, operation, globals }: Target, input: SdkInput, session: Session): Promise<unknown> {
  const { host, defaults, signal } = session;
  return host.send(service, operation.name, input, { region: globals.region ?? defaults.region, signal });
}
