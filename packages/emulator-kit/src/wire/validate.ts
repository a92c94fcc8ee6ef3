import type { Constraint, Shape, StructureShape } from '../schema/shape.ts';
import { matchesPattern } from './pattern.ts';
import { isFields } from './records.ts';

/** One broken constraint, in AWS's words. */
export interface Violation {
  /** The member of the input that the violation lies in. */
  readonly member: string;
  readonly message: string;
}

/** More are counted by nobody, and a list of 16 MiB of nulls would fill the answer. */
const MAX_VIOLATIONS = 10;
const MAX_SHOWN_VALUE = 1024;

/** All that a read input breaks: required members, lengths, ranges, patterns, enumerations. */
export function violationsOf(shape: Shape, input: unknown): readonly Violation[] {
  const check = new Check();
  if (shape.kind === 'structure') check.structure(shape, input, '');
  return check.violations;
}

/** `1 validation error detected: Value 'x' at 'name' failed to satisfy constraint: …` */
export function describeViolations(violations: readonly Violation[]): string {
  const count = `${violations.length} validation error${violations.length === 1 ? '' : 's'} detected`;
  return `${count}: ${violations.map(({ message }) => message).join('; ')}`;
}

class Check {
  readonly violations: Violation[] = [];
  #member = '';

  structure(shape: StructureShape, value: unknown, path: string): void {
    if (!isFields(value)) return;
    for (const member of shape.members) {
      if (path === '') this.#member = member.name;
      const found = value[member.name];
      const place = step(path, member.name);
      if (found == null) {
        if (member.isRequired) this.#add(place, null, 'Member must not be null');
      } else this.#value(member.shape, found, place);
    }
  }

  #value(shape: Shape, value: unknown, path: string): void {
    if (this.violations.length >= MAX_VIOLATIONS) return;
    if (shape.kind === 'structure') this.structure(shape, value, path);
    if ('constraint' in shape && shape.constraint) {
      for (const rule of brokenRules(shape.constraint, value)) this.#add(path, value, rule);
    }
    if (shape.kind === 'list' && Array.isArray(value)) this.#list(shape.member, shape.sparse, value, path);
    if (shape.kind === 'map' && isFields(value)) this.#map(shape, value, path);
  }

  #list(member: Shape, isSparse: boolean, values: readonly unknown[], path: string): void {
    if (isScalar(member)) this.#scalars(member, values, path);
    for (const [index, value] of values.entries()) {
      const place = `${path}.${index + 1}.member`;
      if (value !== null && !isScalar(member)) this.#value(member, value, place);
      if (value === null && !isSparse) this.#add(place, null, 'Member must not be null');
      if (this.violations.length >= MAX_VIOLATIONS) return;
    }
  }

  /** One violation speaks for all entries of a list of texts or numbers. */
  #scalars(member: Shape, values: readonly unknown[], path: string): void {
    const rules = 'constraint' in member ? member.constraint : undefined;
    if (!rules || values.every((value) => value === null || brokenRules(rules, value).length === 0)) return;
    this.#add(path, values, `Member must satisfy constraint: [${allRules(rules).join(', ')}]`);
  }

  #map(
    { key, value: valueShape, sparse }: Shape & { kind: 'map' },
    fields: Record<string, unknown>,
    path: string,
  ): void {
    for (const name of Object.keys(fields)) {
      if (this.violations.length >= MAX_VIOLATIONS) return;
      const value = fields[name];
      const place = `${path}.${name}.member`;
      if (value == null) {
        if (!sparse) this.#add(place, null, 'Member must not be null');
      } else if (!isScalar(valueShape)) this.#value(valueShape, value, place);
      else this.#entry(valueShape, value, 'Map value', path, fields);
      this.#entry(key, name, 'Map keys', path, fields);
    }
  }

  #entry(shape: Shape, value: unknown, what: string, path: string, fields: Record<string, unknown>): void {
    const rules = 'constraint' in shape ? shape.constraint : undefined;
    if (!rules || brokenRules(rules, value).length === 0) return;
    this.#add(path, fields, `${what} must satisfy constraint: [${allRules(rules).join(', ')}]`);
  }

  #add(path: string, value: unknown, rule: string): void {
    if (this.violations.length >= MAX_VIOLATIONS) return;
    const shown = value === null ? 'null' : `'${shownValue(value)}'`;
    this.violations.push({
      member: this.#member,
      message: `Value ${shown} at '${path}' failed to satisfy constraint: ${rule}`,
    });
  }
}

/** AWS spells members in its messages with a small first letter. */
function step(path: string, name: string): string {
  const small = name.charAt(0).toLowerCase() + name.slice(1);
  return path === '' ? small : `${path}.${small}`;
}

function isScalar({ kind }: Shape): boolean {
  return kind !== 'structure' && kind !== 'list' && kind !== 'map';
}

function brokenRules(constraint: Constraint, value: unknown): readonly string[] {
  const { min, max, pattern, values } = constraint;
  const broken: string[] = [];
  const size = sizeOf(value);
  if (typeof value === 'string' && values && !values.includes(value)) broken.push(enumRule(values));
  if (size !== undefined && max !== undefined && size > max) broken.push(maxRule(max, value));
  if (size !== undefined && min !== undefined && size < min) broken.push(minRule(min, value));
  const isShort = size === undefined || max === undefined || size <= max;
  if (typeof value === 'string' && pattern !== undefined && isShort && !matchesPattern(pattern, value)) {
    broken.push(patternRule(pattern));
  }
  return broken;
}

/** All rules of a constraint: AWS lists each of them when an entry of a list breaks one. */
function allRules({ min, max, pattern, values }: Constraint): readonly string[] {
  return [
    ...(values ? [enumRule(values)] : []),
    ...(max === undefined ? [] : [maxRule(max, '')]),
    ...(min === undefined ? [] : [minRule(min, '')]),
    ...(pattern === undefined ? [] : [patternRule(pattern)]),
  ];
}

function enumRule(values: readonly string[]): string {
  return `Member must satisfy enum value set: [${values.join(', ')}]`;
}

function patternRule(pattern: string): string {
  return `Member must satisfy regular expression pattern: ${pattern}`;
}

function maxRule(max: number, value: unknown): string {
  return `Member must have ${typeof value === 'number' ? 'value' : 'length'} less than or equal to ${max}`;
}

function minRule(min: number, value: unknown): string {
  return `Member must have ${typeof value === 'number' ? 'value' : 'length'} greater than or equal to ${min}`;
}

/** What `min` and `max` speak about: a number itself, characters of a text, bytes of a blob, entries of the rest. */
function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return codePoints(value);
  if (value instanceof Uint8Array || Array.isArray(value)) return value.length;
  return isFields(value) && !(value instanceof Date) ? Object.keys(value).length : undefined;
}

function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length - 1; at += 1) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (isPair) count -= 1;
  }
  return count;
}

function shownValue(value: unknown): string {
  const text = javaText(value, 0);
  return text.length > MAX_SHOWN_VALUE ? `${text.slice(0, MAX_SHOWN_VALUE)}...` : text;
}

/** Lists and maps look the way Java prints them, as in AWS's messages. */
function javaText(value: unknown, depth: number): string {
  if (depth > 3) return '...';
  if (Array.isArray(value))
    return `[${value
      .slice(0, 100)
      .map((entry) => javaText(entry, depth + 1))
      .join(', ')}]`;
  if (value instanceof Uint8Array) return `java.nio.HeapByteBuffer[pos=0 lim=${value.length} cap=${value.length}]`;
  if (!isFields(value) || value instanceof Date) return String(value);
  const entries = Object.entries(value).slice(0, 100);
  return `{${entries.map(([key, entry]) => `${key}=${javaText(entry, depth + 1)}`).join(', ')}}`;
}
