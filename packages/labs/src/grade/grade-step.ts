import { CloudError, saysAbsent } from '../cloud/cloud.ts';
import type { Check, MetricCheck, StateCheck } from '../lab/checks-schema.ts';
import type { Step } from '../lab/schema.ts';
import { isTrue, search } from '../query/jmespath.ts';
import type { RunContext } from '../run/context.ts';
import { CallFailed, isCode, reasonIn, runCalls, savedFrom, sendCall } from '../run/run-calls.ts';
import { evaluate, LabFault, type Variables } from '../value/evaluate.ts';
import { parseExpression } from '../value/expression.ts';
import { decoded, Unreadable } from './decode.ts';
import { judge } from './expectation.ts';
import type { CheckOutcome, CheckResult, StepGrade } from './grade.ts';
import { checkMetric } from './metric-check.ts';

type Graded = { readonly outcome: CheckOutcome; readonly variables: Variables };

/**
 * Looks, through the public API only, whether the goal of a step is reached. Never throws: what keeps the grader from
 * looking is an outcome too.
 */
export async function gradeStep(step: Step, context: RunContext): Promise<StepGrade> {
  const checks: CheckResult[] = [];
  let { variables } = context;
  for (const check of step.checks) {
    const unknown = missing(check, step, checks);
    const graded = unknown ? { outcome: unknown, variables } : await gradeCheck(check, { ...context, variables });
    variables = graded.variables;
    checks.push({ check: check.id, ...graded.outcome });
  }
  return { step: step.id, passed: checks.every(({ outcome }) => outcome === 'passed'), checks };
}

/** A check that needs what an earlier one looks up waits until that one passes. */
function missing(check: Check, step: Step, done: readonly CheckResult[]): CheckOutcome | undefined {
  const text = JSON.stringify(check);
  for (const { check: id, outcome } of done) {
    if (outcome === 'passed') continue;
    const earlier = step.checks.find((one) => one.id === id);
    const saved = earlier && 'save' in earlier ? Object.keys(earlier.save ?? {}) : [];
    if (saved.some((name) => text.includes(`\${${name}}`) || text.includes(`\${${name}.`))) {
      return { outcome: 'not-yet', message: `This is looked at once "${id}" passes.` };
    }
  }
  return undefined;
}

async function gradeCheck(check: Check, context: RunContext): Promise<Graded> {
  const { variables } = context;
  try {
    const looked = check.before ? await runCalls(check.before, context) : variables;
    const inner = { ...context, variables: looked };
    const { outcome, saved } = 'metric' in check ? await gradeMetric(check, inner) : await gradeState(check, inner);
    return { outcome: worded(outcome, looked), variables: { ...variables, ...saved } };
  } catch (error) {
    return { outcome: worded(outcomeOfError(error, check), variables), variables };
  }
}

type Judged = { readonly outcome: CheckOutcome; readonly saved?: Variables };

async function gradeMetric(check: MetricCheck, context: RunContext): Promise<Judged> {
  const { outcome } = await checkMetric(check, context);
  return { outcome };
}

async function gradeState(check: StateCheck, context: RunContext): Promise<Judged> {
  const output = decoded(await sendCall(check.call, check, context), check.decode);
  const { message } = check;
  if (check.expectError !== undefined) {
    return { outcome: { outcome: 'failed', message, observed: `${check.call} was not refused` } };
  }
  if (check.notYet !== undefined && isTrue(search(check.notYet, output))) {
    return {
      outcome: { outcome: 'not-yet', message: `The cloud is still at work (${reasonIn(output)}). Check again soon.` },
    };
  }
  for (const expectation of check.expect) {
    const wanted = evaluate(parseExpression(expectation), context) as typeof expectation; // only texts in it change
    const finding = judge(wanted, output);
    if (!finding.met) return { outcome: { outcome: 'failed', message, observed: finding.observed } };
  }
  return { outcome: { outcome: 'passed' }, saved: savedFrom(output, check.save, {}) };
}

/** Fills variables and what was observed into the message. */
function worded(outcome: CheckOutcome, variables: Variables): CheckOutcome {
  if (outcome.outcome !== 'failed') return outcome;
  const values: Variables = { ...variables, observed: outcome.observed };
  const message = outcome.message.replace(/\$\{([A-Za-z]\w*)\}/g, (hole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : hole,
  );
  return { ...outcome, message };
}

function outcomeOfError(error: unknown, check: Check): CheckOutcome {
  const { message, failsOn = [] } = check;
  const expected = 'expectError' in check ? check.expectError : undefined;
  if (error instanceof Unreadable) return { outcome: 'failed', message, observed: error.message };
  if (error instanceof LabFault || error instanceof RangeError) {
    return { outcome: 'cannot-check', reason: `The check "${check.id}" of this lab is at fault: ${error.message}.` };
  }
  const cause = error instanceof CallFailed ? error.cause : error;
  if (!(cause instanceof CloudError)) return { outcome: 'cannot-check', reason: unexpected(error) };
  if (expected !== undefined && isCode(cause, expected)) return { outcome: 'passed' };
  if (saysAbsent(cause) || failsOn.some((code) => isCode(cause, code))) {
    return { outcome: 'failed', message, observed: `${cause.code}: ${cause.message}` };
  }
  return { outcome: 'cannot-check', reason: reasonOf(cause, check) };
}

function reasonOf({ kind, code, message }: CloudError, check: Check): string {
  if (kind === 'unreachable') return `The cloud could not be reached: ${message}. Your work is not judged; try again.`;
  const who = kind === 'broken' ? 'failed while it was asked' : 'refused the question';
  return `${check.call} ${who} (${code}: ${message}). Your work is not judged.`;
}

function unexpected(error: unknown): string {
  return `Something unexpected kept this from being checked: ${error instanceof Error ? error.message : String(error)}.`;
}
