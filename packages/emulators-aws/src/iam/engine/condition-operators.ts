import {
  holdsRange,
  parseAddressRange,
  parseBase64,
  parseBoolean,
  parseDate,
  parseNumber,
} from './condition-values.ts';
import { arnPieces, codesOf, compilePattern, matchesPattern, type Pattern, type VariableLookup } from './pattern.ts';
import { matchesCodes, patternCodes } from './wildcard.ts';

/** One policy value, compiled: does a value of the request match it? */
export type ValueTest = {
  readonly test: (value: string, lookUp: VariableLookup) => boolean;
  /** Present where policy variables may stand. */
  readonly pattern?: Pattern;
};

/** Why a policy value cannot be compared, as the end of "… must be". */
type Expected = string;

export type OperatorFamily = {
  /** Compiles a policy value; `hasVariables` by the policy's Version. */
  readonly compile: (operand: string, hasVariables: boolean) => ValueTest;
  /** What a policy value must look like; undefined when it does. */
  readonly faultOf: (operand: string) => Expected | undefined;
};

const never: ValueTest = { test: () => false };
const hasVariable = (text: string) => text.includes('${');

/** Families that compare parsed values: `parse` gives undefined for a text that has no such value. */
function parsedFamily<T>(
  parse: (text: string) => T | undefined,
  expected: Expected,
  compare: (value: T, operand: T) => boolean,
): OperatorFamily {
  return {
    compile(operand) {
      const right = parse(operand);
      if (right === undefined) return never;
      return {
        test: (text) => {
          const left = parse(text);
          return left !== undefined && compare(left, right);
        },
      };
    },
    faultOf: (operand) => (parse(operand) === undefined && !hasVariable(operand) ? expected : undefined),
  };
}

/** Families that compare texts, where variables may stand. `fold` is applied to both sides. */
function textFamily(hasWildcards: boolean, fold: (text: string) => string): OperatorFamily {
  return {
    compile(operand, hasVariables) {
      const pattern = compilePattern(fold(operand), { hasWildcards, hasVariables });
      return {
        pattern,
        test: (value, lookUp) => matchesPattern(pattern, fold(value), (key) => foldFound(lookUp(key))),
      };
      function foldFound(found: string | undefined) {
        return found === undefined ? undefined : fold(found);
      }
    },
    faultOf: () => undefined,
  };
}

/** ARNs are compared piece by piece, so that a `*` stays within its colons. */
const arnFamily: OperatorFamily = {
  compile(operand, hasVariables) {
    const pattern = compilePattern(operand, { hasWildcards: true, hasVariables });
    if (pattern.form === 'everything') return { pattern, test: () => true };
    return {
      pattern,
      test(value, lookUp) {
        const codes = codesOf(pattern, lookUp);
        if (!codes) return false;
        const wanted = arnPieces(codes);
        const found = arnPieces(patternCodes(value, false)).map((piece) => String.fromCharCode(...piece));
        return (
          wanted.length === 6 && found.length === 6 && wanted.every((piece, i) => matchesCodes(piece, found[i] ?? ''))
        );
      },
    };
  },
  faultOf: () => undefined,
};

const same = (text: string) => text;
const lower = (text: string) => text.toLowerCase();
const numbers = (compare: (value: number, operand: number) => boolean) =>
  parsedFamily(parseNumber, 'a number, e.g. "10"', compare);
const dates = (compare: (value: number, operand: number) => boolean) =>
  parsedFamily(parseDate, 'an ISO 8601 date or epoch seconds, e.g. "2026-11-21T09:00:00Z"', compare);
const addresses = parsedFamily(
  parseAddressRange,
  'an IP address or CIDR range, e.g. "203.0.113.0/24"',
  (value, operand) => holdsRange(operand, value),
);
const booleans = parsedFamily(parseBoolean, '"true" or "false"', (value, operand) => value === operand);

const FAMILIES = {
  StringEquals: textFamily(false, same),
  StringEqualsIgnoreCase: textFamily(false, lower),
  StringLike: textFamily(true, same),
  NumericEquals: numbers((value, operand) => value === operand),
  NumericLessThan: numbers((value, operand) => value < operand),
  NumericLessThanEquals: numbers((value, operand) => value <= operand),
  NumericGreaterThan: numbers((value, operand) => value > operand),
  NumericGreaterThanEquals: numbers((value, operand) => value >= operand),
  DateEquals: dates((value, operand) => value === operand),
  DateLessThan: dates((value, operand) => value < operand),
  DateLessThanEquals: dates((value, operand) => value <= operand),
  DateGreaterThan: dates((value, operand) => value > operand),
  DateGreaterThanEquals: dates((value, operand) => value >= operand),
  Bool: booleans,
  BinaryEquals: parsedFamily(parseBase64, 'base64, e.g. "QmluYXJ5"', (value, operand) => value === operand),
  IpAddress: addresses,
  ArnEquals: arnFamily,
  ArnLike: arnFamily,
  Null: booleans,
} as const satisfies Record<string, OperatorFamily>;

type PositiveOperator = keyof typeof FAMILIES;

/** Negated operators and the one they negate. */
const NEGATED: Readonly<Record<string, PositiveOperator>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
  NotIpAddress: 'IpAddress',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
};

export type Operator = {
  readonly family: OperatorFamily;
  readonly isNegated: boolean;
  readonly isNull: boolean;
  readonly isIfExists: boolean;
  readonly quantifier: 'ForAllValues' | 'ForAnyValue' | undefined;
};

/** Every operator without qualifiers, for "did you mean". */
export const OPERATOR_NAMES: readonly string[] = [...Object.keys(FAMILIES), ...Object.keys(NEGATED)];

const WRITTEN = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/;
const isPositive = (name: string): name is PositiveOperator => Object.hasOwn(FAMILIES, name);

/** An operator as written in a policy; undefined when there is none of that name. Names are case-sensitive. */
export function findOperator(written: string): Operator | undefined {
  const [, quantifier, name = '', ifExists] = WRITTEN.exec(written) ?? [];
  const positive = Object.hasOwn(NEGATED, name) ? NEGATED[name] : isPositive(name) ? name : undefined;
  const isNull = name === 'Null';
  if (positive === undefined || (isNull && ifExists !== undefined)) return undefined;
  return {
    family: FAMILIES[positive],
    isNegated: positive !== name,
    isNull,
    isIfExists: ifExists !== undefined,
    quantifier: quantifier === 'ForAllValues' || quantifier === 'ForAnyValue' ? quantifier : undefined,
  };
}
