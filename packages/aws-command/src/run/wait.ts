import { EXIT, plainFailure } from '../command/failure.ts';
import type { WaitPlan } from '../command/plan.ts';
import type { Acceptor } from '../data/describe.ts';
import { plainAnswer } from '../output/answer.ts';
import { isPlainList, type Plain } from '../output/plain.ts';
import { compileQuery, withoutDecimals } from '../output/query.ts';
import { sendRaw } from './invoke.ts';
import { failureOf, readServiceFailure, type ServiceFailure } from './service-failure.ts';
import type { Session } from './session.ts';

const MILLISECONDS = 1000;

/** What one look has found. */
type Look = { readonly answer: Plain; readonly failure: undefined } | { readonly failure: ServiceFailure };

/** Looks until the state is reached. @throws CommandFailure when it is not, and cannot be any more */
export async function wait(plan: WaitPlan, session: Session): Promise<void> {
  const { waiter } = plan;
  let accepted: Acceptor | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const look = await lookOnce(plan, session);
    const acceptor = waiter.acceptors.find((one) => matches(one, look));
    if (acceptor?.state === 'success') return;
    refuseHopeless(waiter.name, acceptor, look);
    accepted = acceptor ?? accepted;
    if (attempt >= waiter.mostAttempts) {
      const before = accepted ? `. Previously accepted state: ${explain(accepted)}` : '';
      throw waiterFailure(waiter.name, `Max attempts exceeded${before}`);
    }
    await session.host.sleep(waiter.delaySeconds * MILLISECONDS, session.signal);
    session.signal?.throwIfAborted();
  }
}

function refuseHopeless(name: string, acceptor: Acceptor | undefined, { failure }: Look): void {
  if (acceptor?.state === 'failure') {
    throw waiterFailure(name, `Waiter encountered a terminal failure state: ${explain(acceptor)}`);
  }
  if (failure && !acceptor) throw waiterFailure(name, `An error occurred (${failure.code}): ${failure.message}`);
}

function waiterFailure(name: string, reason: string) {
  return plainFailure(`Waiter ${name} failed: ${reason}`, EXIT.other);
}

async function lookOnce(plan: WaitPlan, session: Session): Promise<Look> {
  try {
    return { answer: plainAnswer(plan.operation, await sendRaw(plan, plan.input, session)), failure: undefined };
  } catch (error) {
    const failure = readServiceFailure(plan.operation, error);
    if (failure === undefined) throw failureOf(plan.operation, error);
    return { failure };
  }
}

const SUCCESS = 200;

function matches({ matcher, expected, argument = '' }: Acceptor, look: Look): boolean {
  if (matcher === 'status') return (look.failure ? look.failure.status : SUCCESS) === expected;
  if (matcher === 'error') {
    return typeof expected === 'boolean' ? (look.failure !== undefined) === expected : look.failure?.code === expected;
  }
  if (look.failure) return false;
  const value = found(argument, look.answer);
  if (matcher === 'path') return value === expected;
  if (!isPlainList(value) || value.length === 0) return false;
  return matcher === 'pathAll' ? value.every((one) => one === expected) : value.some((one) => one === expected);
}

function found(path: string, answer: Plain): Plain {
  try {
    return compileQuery(path)(withoutDecimals(answer));
  } catch {
    return null; // a state that has no such part yet, such as the length of nothing
  }
}

function explain({ matcher, expected, argument }: Acceptor): string {
  switch (matcher) {
    case 'path':
      return `For expression "${argument}" we matched expected path: "${expected}"`;
    case 'pathAll':
      return `For expression "${argument}" all members matched excepted path: "${expected}"`;
    case 'pathAny':
      return `For expression "${argument}" we matched expected path: "${expected}" at least once`;
    case 'status':
      return `Matched expected HTTP status code: ${expected}`;
    case 'error':
      return `Matched expected service error code: ${expected}`;
  }
}
