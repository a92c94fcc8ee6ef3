import type { CodePlace, ProgramFault } from '../messages.ts';
import { errorText, inspect } from './inspect.ts';

/** Where a client was called that failed later: its own stack tells of the client's inside only. */
const callStacks = new WeakMap<object, string>();

export function rememberCall(error: unknown, stack: string | undefined): void {
  if (typeof error === 'object' && error !== null && stack !== undefined) callStacks.set(error, stack);
}

/** What was thrown, in words, with the line of the program that it came from. */
export function faultOf(error: unknown, address: string): ProgramFault {
  if (!(error instanceof Error)) return { message: `Thrown: ${inspect(error)}`, place: undefined };
  const place = placeIn(error.stack, address) ?? placeIn(callStacks.get(error), address);
  return { message: errorText(error).replaceAll(address, 'the program'), place };
}

/** The innermost place of a stack that lies in the program. Browsers write `address:line:column`, each in its way. */
export function placeIn(stack: string | undefined, address: string): CodePlace | undefined {
  const at = stack?.indexOf(`${address}:`) ?? -1;
  if (stack === undefined || at < 0) return undefined;
  const [, line, column] = /^(\d+):(\d+)/.exec(stack.slice(at + address.length + 1)) ?? [];
  return line === undefined || column === undefined ? undefined : { line: Number(line), column: Number(column) };
}
