/** An answer as the AWS CLI has it before it is printed: only what JSON knows, with keys in order. */
export type Plain = null | boolean | number | string | Decimal | readonly Plain[] | PlainRecord;
export interface PlainRecord {
  readonly [key: string]: Plain;
}

/** A number that Python holds as a float: it prints 1 as `1.0`. A query sees a plain number. */
export class Decimal {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

export function isPlainRecord(value: Plain | undefined): value is PlainRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Decimal);
}

export function isPlainList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value);
}

/** Numbers as Python prints them: `1.0`, `1e-07`, `1e+16`. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** A number of a kind that got lost (after a query): as an integer where it is one. */
export function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : floatText(value);
}
