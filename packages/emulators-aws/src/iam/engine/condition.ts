import { findOperator, type Operator, type ValueTest } from './condition-operators.ts';
import type { Keys } from './context.ts';
import { unresolvedVariable, type VariableLookup, variablesOf } from './pattern.ts';
import type { Condition } from './policy.ts';

export type CompiledCondition = {
  readonly source: Condition;
  readonly key: string; // lower case
  readonly operator: Operator;
  readonly tests: readonly ValueTest[];
};

/** @throws RangeError on an unknown operator: `parsePolicy` lets none through */
export function compileCondition(source: Condition, hasVariables: boolean): CompiledCondition {
  const operator = findOperator(source.operator);
  if (!operator) throw new RangeError(`unknown condition operator ${source.operator}`);
  const tests = source.values.map((value) => operator.family.compile(value, hasVariables));
  return { source, key: source.key.toLowerCase(), operator, tests };
}

/**
 * Whether the condition holds.
 *
 * A missing key makes a positive operator false, a negated one true, and `…IfExists` true. `ForAllValues` is true and
 * `ForAnyValue` false for a key without values. Several policy values are ORed, negated ones NORed.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function holds(condition: CompiledCondition, keys: Keys, lookUp: VariableLookup): boolean {
  const { operator, tests } = condition;
  const values = keys.get(condition.key) ?? [];
  if (operator.isNull) return tests.some(({ test }) => test(String(values.length === 0), lookUp));
  if (values.length === 0 && operator.isIfExists) return true;
  const matchesAny = (value: string) => tests.some(({ test }) => test(value, lookUp));
  if (operator.quantifier === undefined) return values.some(matchesAny) !== operator.isNegated;
  // AWS counts an empty text as an empty set here.
  const members = values.length === 1 && values[0] === '' ? [] : values;
  const isMember = (value: string) => matchesAny(value) !== operator.isNegated;
  return operator.quantifier === 'ForAllValues' ? members.every(isMember) : members.some(isMember);
}

/** Keys that the condition asks for and the request lacks, spelled as in the policy. */
export function missingKeys(condition: CompiledCondition, keys: Keys, lookUp: VariableLookup): string[] {
  const wanted = condition.tests.flatMap(({ pattern }) => (pattern ? variablesOf(pattern) : []));
  const absent = wanted.filter((key) => lookUp(key) === undefined);
  return keys.has(condition.key) ? absent : [condition.source.key, ...absent];
}

/** A variable of the condition's values that the request cannot fill. */
export function openVariable(condition: CompiledCondition, lookUp: VariableLookup): string | undefined {
  for (const { pattern } of condition.tests) {
    const open = pattern && unresolvedVariable(pattern, lookUp);
    if (open !== undefined) return open;
  }
  return undefined;
}
