import { type SchemaColumn, widerType } from './schema.ts';

/** A type under construction; a struct's fields and an array's items are merged over all lines. */
type Shape =
  | { readonly kind: 'none' }
  | { readonly kind: 'simple'; readonly type: string }
  | { readonly kind: 'array'; readonly of: Shape }
  | { readonly kind: 'struct'; readonly fields: ReadonlyMap<string, Shape> };

const NONE: Shape = { kind: 'none' };

/** Columns of JSON lines; undefined when a line is no object. */
export function inferJson(lines: readonly string[]): readonly SchemaColumn[] | undefined {
  let shape: Shape = NONE;
  for (const line of lines) {
    const value = parseObject(line);
    if (value === undefined) return undefined;
    shape = merge(shape, shapeOf(value));
  }
  if (shape.kind !== 'struct') return undefined;
  return [...shape.fields].map(([name, field]) => ({ name, type: typeText(field) }));
}

function parseObject(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined; // another format
  }
}

function shapeOf(value: unknown): Shape {
  if (value === null || value === undefined) return NONE;
  if (Array.isArray(value)) return { kind: 'array', of: value.map(shapeOf).reduce(merge, NONE) };
  if (typeof value === 'object') {
    return {
      kind: 'struct',
      fields: new Map(Object.entries(value).map(([name, field]) => [name.toLowerCase(), shapeOf(field)])),
    };
  }
  return { kind: 'simple', type: simpleType(value) };
}

function simpleType(value: unknown): string {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value !== 'number') return 'string';
  if (!Number.isInteger(value)) return 'double';
  return Math.abs(value) < 2 ** 31 ? 'int' : 'bigint';
}

function merge(a: Shape, b: Shape): Shape {
  if (a.kind === 'none') return b;
  if (b.kind === 'none') return a;
  if (a.kind === 'array' && b.kind === 'array') return { kind: 'array', of: merge(a.of, b.of) };
  if (a.kind === 'struct' && b.kind === 'struct') {
    const fields = new Map(a.fields);
    for (const [name, field] of b.fields) fields.set(name, merge(fields.get(name) ?? NONE, field));
    return { kind: 'struct', fields };
  }
  const type = a.kind === 'simple' && b.kind === 'simple' ? widerType(a.type, b.type) : 'string';
  return { kind: 'simple', type };
}

function typeText(shape: Shape): string {
  switch (shape.kind) {
    case 'none':
      return 'string';
    case 'simple':
      return shape.type;
    case 'array':
      return `array<${typeText(shape.of)}>`;
    case 'struct':
      return shape.fields.size === 0
        ? 'string'
        : `struct<${[...shape.fields].map(([name, field]) => `${name}:${typeText(field)}`).join(',')}>`;
  }
}
