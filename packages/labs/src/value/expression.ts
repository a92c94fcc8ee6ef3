import { z } from 'zod';
import { parseTemplate, type TextPart } from './template.ts';

/** What a lab writes for an input, understood once; run, checked and shown in three languages from here. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: number | boolean | null }
  | { readonly kind: 'text'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'record'; readonly entries: readonly (readonly [string, Expression])[] }
  | { readonly kind: 'json'; readonly value: Expression }
  | { readonly kind: 'rows'; readonly template: Expression }
  | ({ readonly kind: 'batch' } & RowsFormat)
  | { readonly kind: 'bytes'; readonly body: Body };

export type RowsFormat = {
  readonly format: 'csv' | 'jsonl';
  readonly columns?: readonly string[] | undefined;
  readonly header: boolean;
};

/** Bytes that a call sends: known before the call, but for variables in a text. */
export type Body =
  | ({ readonly kind: 'dataset'; readonly dataset: string; readonly part?: string | undefined } & RowsFormat & {
        readonly from: number;
        readonly to: number;
      })
  | { readonly kind: 'zip'; readonly files: readonly (readonly [string, string])[] }
  | { readonly kind: 'text'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'base64'; readonly base64: string };

const format = { columns: z.array(z.string()).min(1).optional(), header: z.boolean().optional() };
const Columns = z.strictObject({
  $dataset: z.string(),
  part: z.string().optional(),
  format: z.enum(['csv', 'jsonl'], { error: 'a dataset is written as csv or jsonl' }).default('csv'),
  rows: z.tuple([z.number().int().min(0), z.number().int().min(1)]).optional(),
  ...format,
});
const Batch = z.strictObject({ $batch: z.enum(['csv', 'jsonl']), ...format });
const Zip = z.strictObject({ $zip: z.record(z.string().min(1), z.string()) });
const Text = z.strictObject({ $text: z.string() });
const Bytes = z.strictObject({ $bytes: z.base64() });
const Policy = z.strictObject({ $policy: z.array(z.record(z.string(), z.json())).min(1) });
const Json = z.strictObject({ $json: z.json() });
const Rows = z.strictObject({ $rows: z.json() });

/** Why a value is not understood: where in it, and what is wrong. */
export class ExpressionFault extends Error {
  readonly path: readonly PropertyKey[];

  constructor(path: readonly PropertyKey[], message: string) {
    super(message);
    this.path = path;
  }
}

type Path = readonly PropertyKey[];
type Reader = (value: unknown, path: Path) => Expression;

function parsed<S extends z.ZodType>(schema: S, value: unknown, path: Path): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ExpressionFault([...path, ...(issue?.path ?? [])], issue?.message ?? 'not understood');
}

const BODIES: Readonly<Record<string, Reader>> = {
  $dataset(value, path) {
    const { $dataset: dataset, part, format, columns, header, rows } = parsed(Columns, value, path);
    const [from, to] = rows ?? [0, Number.POSITIVE_INFINITY];
    const body = { kind: 'dataset', dataset, part, format, columns, header: header ?? true, from, to } as const;
    return { kind: 'bytes', body };
  },
  $batch(value, path) {
    const { $batch, columns, header } = parsed(Batch, value, path);
    return { kind: 'batch', format: $batch, columns, header: header ?? false };
  },
  $zip: (value, path) => ({
    kind: 'bytes',
    body: { kind: 'zip', files: Object.entries(parsed(Zip, value, path).$zip) },
  }),
  $text: (value, path) => ({
    kind: 'bytes',
    body: { kind: 'text', parts: parseTemplate(parsed(Text, value, path).$text) },
  }),
  $bytes: (value, path) => ({ kind: 'bytes', body: { kind: 'base64', base64: parsed(Bytes, value, path).$bytes } }),
  $json: (value, path) => ({
    kind: 'json',
    value: parseExpression(parsed(Json, value, path).$json, [...path, '$json']),
  }),
  $rows: (value, path) => ({
    kind: 'rows',
    template: parseExpression(parsed(Rows, value, path).$rows, [...path, '$rows']),
  }),
  $policy(value, path) {
    const statements = parsed(Policy, value, path).$policy;
    const document = { Version: '2012-10-17', Statement: statements };
    return { kind: 'json', value: parseExpression(document, [...path, '$policy']) };
  },
};

/** @throws ExpressionFault for an unknown or wrongly written $body */
export function parseExpression(value: unknown, path: Path = []): Expression {
  if (typeof value === 'string') return { kind: 'text', parts: parseTemplate(value) };
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return { kind: 'literal', value };
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.map((item, index) => parseExpression(item, [...path, index])) };
  }
  if (typeof value !== 'object')
    throw new ExpressionFault(path, 'a value is a text, number, true, false, null, list or record');
  const [first = ''] = Object.keys(value);
  const body = BODIES[first];
  if (body) return body(value, path);
  return {
    kind: 'record',
    entries: Object.entries(value).map(([key, one]) => [plainKey(key, path), parseExpression(one, [...path, key])]),
  };
}

/** `$$schema` writes a key that begins with a dollar sign. */
function plainKey(key: string, path: Path): string {
  if (key.startsWith('$$')) return key.slice(1);
  if (!key.startsWith('$')) return key;
  const known = Object.keys(BODIES).join(', ');
  throw new ExpressionFault([...path, key], `${key} is none of ${known}; write $${key} for a key of that name`);
}

/** All expressions inside one, itself first. */
export function* walk(expression: Expression): Generator<Expression> {
  yield expression;
  if (expression.kind === 'list') for (const item of expression.items) yield* walk(item);
  else if (expression.kind === 'record') for (const [, value] of expression.entries) yield* walk(value);
  else if (expression.kind === 'json') yield* walk(expression.value);
  else if (expression.kind === 'rows') yield* walk(expression.template);
}

/** Names of the variables that an expression needs. */
export function variablesOf(expression: Expression): string[] {
  return [...walk(expression)]
    .flatMap(textPartsOf)
    .flatMap((part) => (typeof part === 'string' ? [] : [part.variable[0] ?? '']));
}

function textPartsOf(expression: Expression): readonly TextPart[] {
  if (expression.kind === 'text') return expression.parts;
  return expression.kind === 'bytes' && expression.body.kind === 'text' ? expression.body.parts : [];
}
