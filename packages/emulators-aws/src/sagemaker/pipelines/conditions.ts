import { UserFault } from '../data/user-fault.ts';
import { resolve, type Scope } from './expressions.ts';

type Compare = (left: number | string | boolean, right: number | string | boolean) => boolean;

const COMPARISONS: Readonly<Record<string, Compare>> = {
  Equals: (left, right) => left === right || String(left) === String(right),
  GreaterThan: (left, right) => left > right,
  GreaterThanOrEqualTo: (left, right) => left >= right,
  LessThan: (left, right) => left < right,
  LessThanOrEqualTo: (left, right) => left <= right,
};

type Condition = Readonly<Record<string, unknown>>;

const asConditions = (value: unknown): Condition[] => {
  if (!Array.isArray(value)) throw new UserFault('A condition step needs a list of Conditions.');
  return value.map((entry) => {
    if (typeof entry === 'object' && entry !== null) return Object.fromEntries(Object.entries(entry));
    throw new UserFault('A condition must be an object with a Type.');
  });
};

async function scalar(value: unknown, scope: Scope): Promise<number | string | boolean> {
  const resolved = await resolve(value, scope);
  if (typeof resolved === 'number' || typeof resolved === 'boolean') return resolved;
  if (typeof resolved !== 'string') throw new UserFault('A condition compares numbers, texts or flags.');
  const number = resolved.trim() === '' ? Number.NaN : Number(resolved);
  return Number.isNaN(number) ? resolved : number; // figures come as texts from S3 and from parameters
}

async function isOneOf({ QueryValue, Value, Values }: Condition, scope: Scope): Promise<boolean> {
  if (!Array.isArray(Values)) throw new UserFault('A condition In needs a list of Values.');
  const wanted = await scalar(QueryValue ?? Value, scope);
  const all = await Promise.all(Values.map((value) => scalar(value, scope)));
  return all.some((value) => COMPARISONS.Equals?.(wanted, value));
}

async function holds(condition: Condition, scope: Scope): Promise<boolean> {
  const type = String(condition.Type);
  if (type === 'Not') return !(await allHold([condition.Expression], scope));
  if (type === 'Or') {
    const each = await Promise.all(asConditions(condition.Conditions).map((inner) => holds(inner, scope)));
    return each.some(Boolean);
  }
  if (type === 'In') return isOneOf(condition, scope);
  const compare = Object.hasOwn(COMPARISONS, type) ? COMPARISONS[type] : undefined;
  if (!compare)
    throw new UserFault(
      `A condition of type ${type} is unknown; known are ${Object.keys(COMPARISONS).join(', ')}, In, Not, Or.`,
    );
  return compare(await scalar(condition.LeftValue, scope), await scalar(condition.RightValue, scope));
}

/** Whether all conditions of a condition step hold. */
export async function allHold(conditions: unknown, scope: Scope): Promise<boolean> {
  const each = await Promise.all(asConditions(conditions).map((condition) => holds(condition, scope)));
  return each.every(Boolean);
}
