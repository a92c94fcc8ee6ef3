import { findOperator, OPERATOR_NAMES } from './condition-operators.ts';
import { type Faults, LEGACY_MESSAGE, shown } from './faults.ts';
import type { Condition } from './policy.ts';
import { isObject, suggestion, valuePath } from './read-values.ts';

type Scalar = string | number | boolean;
const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value);

/** Condition values may be numbers and Booleans too; the language compares texts. */
function readValues(value: unknown, path: string, faults: Faults): string[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  if (list.every(isScalar)) return list.map(String);
  const wrong = list.find((one) => !isScalar(one));
  faults.syntax(path, `Expected a text, a number, true or false, or a list of them, found ${shown(wrong)}.`);
  return undefined;
}

function checkOperands(condition: Condition, given: unknown, path: string, faults: Faults): void {
  const operator = findOperator(condition.operator);
  condition.values.forEach((value, i) => {
    const expected = operator?.family.faultOf(value);
    if (expected === undefined) return;
    const message = `${condition.operator} compares ${condition.key} with ${shown(value)}, which must be ${expected}.`;
    faults.add('legacy', valuePath(given, path, i), LEGACY_MESSAGE, message);
  });
}

function readKeys(operator: string, value: unknown, path: string, faults: Faults): Condition[] {
  if (!isObject(value)) {
    faults.syntax(path, `${operator} must hold keys and values, e.g. {"aws:username": "ann"}, found ${shown(value)}.`);
    return [];
  }
  return Object.entries(value).flatMap(([key, given]) => {
    const values = readValues(given, `${path}.${key}`, faults);
    if (!values) return [];
    const condition = { operator, key, values };
    checkOperands(condition, given, `${path}.${key}`, faults);
    return [condition];
  });
}

function unknownOperator(operator: string): string {
  const bare = operator.replace(/^.*:/, '').replace(/IfExists$/, '');
  const sentence = `"${operator}" is no condition operator`;
  if (!OPERATOR_NAMES.includes(bare)) return sentence + (suggestion(bare, OPERATOR_NAMES) || '.');
  return `${sentence}: "${bare}" may have ForAllValues: or ForAnyValue: before it and, but for Null, IfExists after it.`;
}

/** Condition: operators, each with keys, each with values. */
export function readConditions(value: unknown, path: string, faults: Faults): Condition[] {
  if (value === undefined) return [];
  if (!isObject(value)) {
    faults.syntax(path, `Condition must be an object of operators, e.g. {"StringEquals": {…}}, found ${shown(value)}.`);
    return [];
  }
  return Object.entries(value).flatMap(([operator, keys]) => {
    if (findOperator(operator)) return readKeys(operator, keys, `${path}.${operator}`, faults);
    if (isObject(keys) && Object.keys(keys).length === 0) return []; // AWS lets an empty block of any name pass
    faults.syntax(`${path}.${operator}`, unknownOperator(operator));
    return [];
  });
}
