import type { CompiledStatement } from './compile.ts';
import { holds, missingKeys, openVariable } from './condition.ts';
import { type Keys, keysOf, singleValue } from './context.ts';
import { matchesPattern, unresolvedVariable, type VariableLookup } from './pattern.ts';
import { isExcepted, type NamedAs, namedAs } from './principal-match.ts';
import type { AccessRequest } from './request.ts';

/** The first reason why a statement does not apply to a request. */
export type Mismatch =
  | { readonly because: 'action' | 'resource' | 'principal' }
  /** A `${variable}` that the request cannot fill. */
  | { readonly because: 'variable'; readonly variable: string }
  | {
      readonly because: 'condition';
      readonly operator: string;
      readonly key: string;
      readonly expected: readonly string[];
      /** Undefined when the request does not have the key. */
      readonly found: readonly string[] | undefined;
    };

export type Match =
  | { readonly applies: true; readonly namedAs: NamedAs }
  | { readonly applies: false; readonly mismatch: Mismatch };

/** A request with what every statement needs of it worked out once. */
export type PreparedRequest = {
  readonly request: AccessRequest;
  readonly action: string; // lower case
  readonly keys: Keys;
  readonly lookUp: VariableLookup;
};

export function prepareRequest(request: AccessRequest): PreparedRequest {
  const keys = keysOf(request);
  return { request, action: request.action.toLowerCase(), keys, lookUp: (key) => singleValue(keys, key) };
}

const noVariables: VariableLookup = () => undefined;

function actionApplies(statement: CompiledStatement, action: string): boolean {
  const isListed = statement.actions.some((pattern) => matchesPattern(pattern, action, noVariables));
  return isListed !== (statement.source.notActions !== undefined);
}

function resourceMismatch(statement: CompiledStatement, prepared: PreparedRequest): Mismatch | undefined {
  const { resources, source } = statement;
  if (resources === undefined) return undefined;
  const { lookUp, request } = prepared;
  const isListed = resources.some((pattern) => matchesPattern(pattern, request.resource, lookUp));
  const isNegated = source.notResources !== undefined;
  if (isListed) return isNegated ? { because: 'resource' } : undefined;
  for (const pattern of resources) {
    const variable = unresolvedVariable(pattern, lookUp);
    // A NotResource that cannot be read must not widen the statement: AWS calls the statement invalid.
    if (variable !== undefined) return { because: 'variable', variable };
  }
  return isNegated ? undefined : { because: 'resource' };
}

function principalOf(statement: CompiledStatement, prepared: PreparedRequest): NamedAs | undefined {
  const { principal, notPrincipal, effect } = statement.source;
  const caller = prepared.request.principal;
  if (principal) return namedAs(principal, caller);
  if (notPrincipal) return isExcepted(notPrincipal, caller, effect) ? undefined : 'direct';
  return 'direct'; // the policy is attached to the caller
}

function conditionMismatch(statement: CompiledStatement, prepared: PreparedRequest): Mismatch | undefined {
  const { keys, lookUp } = prepared;
  const failed = statement.conditions.find((condition) => !holds(condition, keys, lookUp));
  if (!failed) return undefined;
  const variable = openVariable(failed, lookUp);
  if (variable !== undefined) return { because: 'variable', variable };
  const { operator, key, values } = failed.source;
  return { because: 'condition', operator, key, expected: values, found: keys.get(failed.key) };
}

export function matchStatement(statement: CompiledStatement, prepared: PreparedRequest): Match {
  if (!actionApplies(statement, prepared.action)) return { applies: false, mismatch: { because: 'action' } };
  const resource = resourceMismatch(statement, prepared);
  if (resource) return { applies: false, mismatch: resource };
  const caller = principalOf(statement, prepared);
  if (caller === undefined) return { applies: false, mismatch: { because: 'principal' } };
  const condition = conditionMismatch(statement, prepared);
  return condition ? { applies: false, mismatch: condition } : { applies: true, namedAs: caller };
}

/** Whether only the context could still decide, so that a missing key matters. */
export function reachedConditions(match: Match): boolean {
  return match.applies || match.mismatch.because === 'condition' || match.mismatch.because === 'variable';
}

/** Condition keys and variables the statement asks for and the request lacks. */
export function missingContext(statement: CompiledStatement, prepared: PreparedRequest): string[] {
  const ofResources = (statement.resources ?? []).flatMap((pattern) => {
    const variable = unresolvedVariable(pattern, prepared.lookUp);
    return variable === undefined ? [] : [variable];
  });
  return [...ofResources, ...statement.conditions.flatMap((one) => missingKeys(one, prepared.keys, prepared.lookUp))];
}
