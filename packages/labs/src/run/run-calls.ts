import { CloudError, type CloudInput, type CloudOutput, splitCall } from '../cloud/cloud.ts';
import type { Slice } from '../datasets/table.ts';
import type { AdvanceCall, ApiCall, LabCall, RepeatCall, WaitCall } from '../lab/calls-schema.ts';
import { isTrue, search } from '../query/jmespath.ts';
import { durationMilliseconds } from '../value/duration.ts';
import { evaluate, recordOf, type Scope, textOf, type Variables } from '../value/evaluate.ts';
import { parseExpression } from '../value/expression.ts';
import { parseTemplate } from '../value/template.ts';
import type { RunContext } from './context.ts';

/** A call of a lab did not do what it was written for. `cause` is what the cloud said, if it said anything. */
export class CallFailed extends Error {
  readonly call: string;
  override readonly cause: CloudError | undefined;

  constructor(call: string, message: string, cause?: CloudError) {
    super(`${call} ${message}`);
    this.name = 'CallFailed';
    this.call = call;
    this.cause = cause;
  }
}

/**
 * Makes the calls one after another.
 *
 * @returns the variables of `context` and those that the calls saved
 * @throws  CallFailed at the first call that is refused (or is not, though it should be), LabFault for a missing value
 */
export async function runCalls(calls: readonly LabCall[], context: RunContext): Promise<Variables> {
  let { variables } = context;
  for (const call of calls) variables = await runCall(call, { ...context, variables });
  return variables;
}

function runCall(call: LabCall, context: RunContext & { batch?: Slice }): Promise<Variables> {
  if ('call' in call) return runApiCall(call, context);
  if ('wait' in call) return runWait(call, context);
  if ('repeat' in call) return runRepeat(call, context);
  if ('advance' in call) return runAdvance(call, context);
  context.onLog?.(textOf(parseTemplate(call.log), context.variables));
  return Promise.resolve(context.variables);
}

async function runApiCall(call: ApiCall, context: RunContext & Scope): Promise<Variables> {
  const { expectError } = call;
  try {
    const output = await sendCall(call.call, call, context);
    if (expectError !== undefined) throw new CallFailed(call.call, `should have been refused with ${expectError}`);
    return savedFrom(output, call.save, context.variables);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    if (expectError !== undefined && isCode(error, expectError)) return context.variables;
    throw new CallFailed(call.call, `failed: ${error.code}: ${error.message}`, error);
  }
}

/** Sends a call with its values filled in. @throws CloudError, LabFault */
export function sendCall(
  name: string,
  { input, as }: { readonly input: CloudInput; readonly as?: string | undefined },
  context: RunContext & Scope,
): Promise<CloudOutput> {
  const { service, operation } = splitCall(name);
  // a record gives a record
  const values = evaluate(parseExpression(input), context) as CloudInput;
  const role = as === undefined ? undefined : textOf(parseTemplate(as), context.variables);
  return context.cloud.send(service, operation, values, role);
}

/** S3 names some errors without the word Exception or Error that other tools add. */
export function isCode({ code }: CloudError, wanted: string): boolean {
  const bare = (name: string) => name.replace(/^.*[#.]/, '').replace(/(Exception|Error)$/, '');
  return bare(code) === bare(wanted);
}

export function savedFrom(
  output: CloudOutput,
  save: Readonly<Record<string, string>> | undefined,
  before: Variables,
): Variables {
  if (!save) return before;
  return { ...before, ...Object.fromEntries(Object.entries(save).map(([name, path]) => [name, search(path, output)])) };
}

const FIRST_PAUSE_MILLISECONDS = 500;
const LONGEST_PAUSE_MILLISECONDS = 10_000;

async function runWait(wait: WaitCall, context: RunContext): Promise<Variables> {
  let pause = FIRST_PAUSE_MILLISECONDS;
  for (let waited = 0; waited <= wait.timeoutSeconds * 1000; waited += pause) {
    const output = await waitOutput(wait, context);
    if (isTrue(search(wait.until, output))) return savedFrom(output, wait.save, context.variables);
    if (wait.failIf !== undefined && isTrue(search(wait.failIf, output))) {
      throw new CallFailed(wait.wait, `ended otherwise than hoped: ${reasonIn(output)}`);
    }
    pause = Math.min(pause * 1.5, LONGEST_PAUSE_MILLISECONDS);
    await context.cloud.pause?.(pause);
  }
  throw new CallFailed(wait.wait, `was not done after ${wait.timeoutSeconds} seconds (${wait.until})`);
}

async function waitOutput(wait: WaitCall, context: RunContext): Promise<CloudOutput> {
  try {
    return await sendCall(wait.wait, wait, context);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    throw new CallFailed(wait.wait, `failed: ${error.code}: ${error.message}`, error);
  }
}

/** The reason that an answer gives, else its statuses. */
export function reasonIn(output: CloudOutput): string {
  const shown = Object.entries(output).filter(
    ([name, value]) => /reason|status|state/i.test(name) && typeof value !== 'object',
  );
  return shown.map(([name, value]) => `${name} ${String(value)}`).join(', ') || 'it gives no reason';
}

async function runAdvance({ advance }: AdvanceCall, { cloud, variables }: RunContext): Promise<Variables> {
  if (!cloud.advance) throw new CallFailed('advance', `${advance}: a real account's time cannot be moved; wait for it`);
  await cloud.advance(durationMilliseconds(advance));
  return variables;
}

async function runRepeat({ repeat: { over, calls } }: RepeatCall, context: RunContext): Promise<Variables> {
  let { variables } = context;
  for (const round of roundsOf(over, context)) {
    for (const call of calls) {
      variables = await runCall(call, { ...context, ...round, variables: { ...variables, ...round.variables } });
    }
  }
  return withoutIndex(variables);
}

type Round = { readonly variables: Variables; readonly batch?: Slice };

function* roundsOf(over: RepeatCall['repeat']['over'], { datasets }: RunContext): Generator<Round> {
  if ('range' in over) {
    for (let index = over.range[0]; index <= over.range[1]; index += 1) yield { variables: { index } };
    return;
  }
  const all = datasets.slice(over.dataset, over.part);
  for (const [index, batch] of [...batchesOf(all, over.batch, over.limit)].entries()) {
    const [row] = batch.rows;
    // one row a call has a name; several are listed by $rows
    yield { variables: over.batch === 1 && row ? { index, row: recordOf(batch, row) } : { index }, batch };
  }
}

/** Consecutive batches of at most `size` rows. */
export function* batchesOf({ columns, rows }: Slice, size: number, limit = rows.length): Generator<Slice> {
  const end = Math.min(limit, rows.length);
  for (let from = 0; from < end; from += size) yield { columns, rows: rows.slice(from, Math.min(from + size, end)) };
}

/** The loop's own number ends with the loop. */
function withoutIndex({ index: _, row: __, ...variables }: Variables): Variables {
  return variables;
}
