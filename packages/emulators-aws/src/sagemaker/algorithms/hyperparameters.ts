import { nearestName } from '@cairn/kernel';
import { UserFault } from '../data/user-fault.ts';

/** What a hyperparameter may be. `auto` values are accepted and read as undefined. */
export type Rule = { readonly isRequired?: true } & (
  | {
      readonly kind: 'integer' | 'number';
      readonly least?: number;
      readonly most?: number;
      /** `least` itself is too little. */
      readonly isOpen?: true;
    }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  /** Of a solver that is not used here: accepted, and the log says that it has no effect. */
  | { readonly kind: 'ignored' }
);

export type Rules = Readonly<Record<string, Rule>>;

/** Checked hyperparameters; undefined where one was left out or is `auto`. */
export interface Hyperparameters {
  number(name: string): number | undefined;
  text(name: string): string | undefined;
}

const FLAGS = ['true', 'false'];
export const FLAG = { kind: 'choice', values: FLAGS } as const satisfies Rule;
export const IGNORED = { kind: 'ignored' } as const satisfies Rule;

/** Names that SageMaker itself adds, such as `_tuning_objective_metric`. */
const isOwn = (name: string): boolean => name.startsWith('_') || name.startsWith('sagemaker_');

export const withoutOwn = (given: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).filter(([name]) => !isOwn(name)));

function rangeText({ least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, isOpen }: NumberRule): string {
  const low = least === Number.NEGATIVE_INFINITY ? '(-inf' : `${isOpen ? '(' : '['}${least}`;
  return `${low}, ${most === Number.POSITIVE_INFINITY ? 'inf)' : `${most}]`}`;
}

type NumberRule = Extract<Rule, { kind: 'integer' | 'number' }>;

function numberFault(rule: NumberRule, value: string): string | undefined {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  const { kind, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, isOpen } = rule;
  if (!Number.isFinite(number) || (kind === 'integer' && !Number.isInteger(number))) {
    return `could not parse value "${value}" as ${kind === 'integer' ? 'an integer' : 'a number'}`;
  }
  const isInside = number >= least && number <= most && !(isOpen && number === least);
  return isInside ? undefined : `${value} is not in ${rangeText(rule)}`;
}

function valueFault(rule: Rule, value: string): string | undefined {
  if (value === 'auto' || rule.kind === 'ignored') return undefined;
  if (rule.kind !== 'choice') return numberFault(rule, value);
  const isAllowed = rule.values.includes(rule.values === FLAGS ? value.toLowerCase() : value);
  return isAllowed ? undefined : `${value} is not in [${rule.values.join(', ')}]`;
}

function faultOf(rules: Rules, name: string, value: string): string | undefined {
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  if (rule) {
    const fault = valueFault(rule, value);
    return fault && `Hyperparameter ${name}: ${fault}`;
  }
  const near = nearestName(name, Object.keys(rules));
  return `Extraneous hyperparameter found: ${name}${near === undefined ? '' : ` (do you mean ${near}?)`}`;
}

/**
 * Checks hyperparameters against an algorithm's rules, in the words of SageMaker's algorithm containers.
 *
 * @param log is told which ones have no effect
 */
export function readHyperparameters(
  rules: Rules,
  given: Readonly<Record<string, string>>,
  log: (line: string) => void,
): Hyperparameters {
  const own = withoutOwn(given);
  const lacking = Object.entries(rules).filter(([name, { isRequired }]) => isRequired && own[name] === undefined);
  const faults = [
    ...lacking.map(([name]) => `Missing required hyperparameter: ${name}`),
    ...Object.entries(own).flatMap(([name, value]) => faultOf(rules, name, value) ?? []),
  ];
  if (faults.length > 0) throw new UserFault(`${faults.join('; ')}.`);
  for (const name of Object.keys(own)) {
    if (rules[name]?.kind === 'ignored') log(`Hyperparameter ${name} has no effect in this sandbox.`);
  }
  const text = (name: string) => (own[name] === 'auto' ? undefined : own[name]);
  const number = (name: string) => {
    const value = text(name);
    return value === undefined ? undefined : Number(value);
  };
  return { text, number };
}
