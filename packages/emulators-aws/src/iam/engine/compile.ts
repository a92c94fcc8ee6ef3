import { type CompiledCondition, compileCondition } from './condition.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import type { Policy, Statement } from './policy.ts';

export type CompiledStatement = {
  readonly source: Statement;
  readonly actions: readonly Pattern[];
  /** Undefined in a trust policy, which is about its role and nothing else. */
  readonly resources: readonly Pattern[] | undefined;
  readonly conditions: readonly CompiledCondition[];
};

/** Compiled statements by policy object; an entry goes when its policy does. */
const cache = new WeakMap<Policy, readonly CompiledStatement[]>();

function compileStatement(source: Statement, hasVariables: boolean): CompiledStatement {
  const actions = source.actions ?? source.notActions ?? [];
  const resources = source.resources ?? source.notResources;
  return {
    source,
    actions: actions.map((action) => compilePattern(action.toLowerCase(), { hasWildcards: true, hasVariables: false })),
    resources: resources?.map((resource) => compilePattern(resource, { hasWildcards: true, hasVariables })),
    conditions: source.conditions.map((condition) => compileCondition(condition, hasVariables)),
  };
}

export function compiled(policy: Policy): readonly CompiledStatement[] {
  const known = cache.get(policy);
  if (known) return known;
  const hasVariables = policy.version === '2012-10-17';
  const fresh = policy.statements.map((statement) => compileStatement(statement, hasVariables));
  cache.set(policy, fresh);
  return fresh;
}
