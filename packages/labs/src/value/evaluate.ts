import { unreachable } from '@cairn/kernel';
import type { Datasets } from '../datasets/datasets.ts';
import { type Row, type Slice, writeRows } from '../datasets/table.ts';
import { bytesOfBase64 } from './base64.ts';
import type { Body, Expression } from './expression.ts';
import type { TextPart } from './template.ts';
import { zipOf } from './zip.ts';

/** Values by name: built in (account, region, endpoint), saved by calls, or set by a loop (index, row). */
export type Variables = Readonly<Record<string, unknown>>;

export type Scope = {
  readonly variables: Variables;
  readonly datasets: Datasets;
  /** The rows of the current batch, inside a repeat or a metric check. */
  readonly batch?: Slice;
};

/** A lab refers to something that is not there. The lints find this before a learner does. */
export class LabFault extends Error {}

export function evaluate(expression: Expression, scope: Scope): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'text':
      return textValue(expression.parts, scope.variables);
    case 'list':
      return expression.items.map((item) => evaluate(item, scope));
    case 'record':
      return Object.fromEntries(expression.entries.map(([key, value]) => [key, evaluate(value, scope)]));
    case 'json':
      return JSON.stringify(evaluate(expression.value, scope));
    case 'rows':
      return rowScopes(scope).map((inner) => evaluate(expression.template, inner));
    case 'batch':
      return writeRows(batchOf(scope), expression);
    case 'bytes':
      return bytesOf(expression.body, scope);
    default:
      return unreachable(expression);
  }
}

function batchOf({ batch }: Scope): Slice {
  if (!batch) throw new LabFault('$rows and $batch have a meaning only where rows are repeated');
  return batch;
}

function rowScopes(scope: Scope): Scope[] {
  const batch = batchOf(scope);
  return batch.rows.map((row) => ({ ...scope, variables: { ...scope.variables, row: recordOf(batch, row) } }));
}

export function recordOf({ columns }: Slice, row: Row): Record<string, string | number> {
  return Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? '']));
}

/** A text that is nothing but one variable keeps the kind of its value: numbers stay numbers. */
function textValue(parts: readonly TextPart[], variables: Variables): unknown {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && typeof only !== 'string') return lookUp(only.variable, variables);
  return textOf(parts, variables);
}

export function textOf(parts: readonly TextPart[], variables: Variables): string {
  return parts.map((part) => (typeof part === 'string' ? part : shown(lookUp(part.variable, variables)))).join('');
}

function shown(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function lookUp(path: readonly string[], variables: Variables): unknown {
  let value: unknown = variables;
  for (const name of path) {
    const holder = value as Record<string, unknown>; // an object, by the test below and at the start
    if (!Object.hasOwn(holder, name)) throw new LabFault(`\${${path.join('.')}} has no value yet`);
    value = holder[name];
    if (name !== path.at(-1) && (typeof value !== 'object' || value === null)) {
      throw new LabFault(`\${${path.join('.')}}: ${name} holds nothing`);
    }
  }
  return value;
}

export function bytesOf(body: Body, { variables, datasets }: Scope): Uint8Array {
  switch (body.kind) {
    case 'dataset': {
      const slice = datasets.slice(body.dataset, body.part);
      return new TextEncoder().encode(writeRows({ ...slice, rows: slice.rows.slice(body.from, body.to) }, body));
    }
    case 'zip':
      return zipOf(body.files);
    case 'text':
      return new TextEncoder().encode(textOf(body.parts, variables));
    case 'base64':
      return bytesOfBase64(body.base64);
    default:
      return unreachable(body);
  }
}
