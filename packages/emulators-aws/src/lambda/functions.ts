import { functionNotFound, revisionMismatch } from './errors.ts';
import { type FunctionName, functionArn, functionNameOf } from './names.ts';
import type { Alias, FunctionVersion, LambdaCall, LambdaFunction } from './state.ts';

/** What a request names: the function, the version that its qualifier leads to, and the alias on the way. */
export interface Resolved {
  readonly fn: LambdaFunction;
  readonly version: FunctionVersion;
  readonly alias: Alias | undefined;
  readonly qualifier: string | undefined;
  /** With the qualifier that was asked for. */
  readonly arn: string;
}

/** @throws ServiceError ResourceNotFoundException */
export function getFunctionNamed(call: LambdaCall, named: FunctionName): LambdaFunction {
  const fn = call.state.functions.get(named.name);
  if (!fn) throw functionNotFound(functionArn(call, named));
  return fn;
}

/** @throws ServiceError ResourceNotFoundException for a function, version or alias that is not there */
export function resolve(call: LambdaCall, text: string | undefined, qualifier?: string): Resolved {
  const named = functionNameOf(call, text, qualifier);
  const fn = getFunctionNamed(call, named);
  const arn = functionArn(call, named);
  const alias = named.qualifier === undefined ? undefined : fn.aliases.get(named.qualifier);
  const version = findVersion(fn, alias?.version ?? named.qualifier);
  if (!version) throw functionNotFound(arn);
  return { fn, version, alias, qualifier: named.qualifier, arn };
}

export function findVersion(fn: LambdaFunction, version: string | undefined): FunctionVersion | undefined {
  return version === undefined || version === '$LATEST' ? fn.latest : fn.versions.get(version);
}

/** @throws ServiceError PreconditionFailedException when the caller changes what another one changed meanwhile */
export function demandRevision(given: string | undefined, current: string): void {
  if (given !== undefined && given !== current) throw revisionMismatch();
}
