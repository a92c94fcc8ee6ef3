import { compile, type JSONValue, TreeInterpreter } from '@jmespath-community/jmespath';

export type Query = ReturnType<typeof compile>;

/** The functions of jmespath.org's specification: those that the AWS CLI and boto3 know too. */
const STANDARD_FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'abs avg contains ceil ends_with floor join keys length map max max_by merge min min_by not_null reverse sort ' +
    'sort_by starts_with sum to_array to_string to_number type values'
  ).split(' '),
);
const EXTENSIONS: ReadonlySet<string> = new Set([
  'Arithmetic',
  'Unary',
  'LetExpression',
  'Variable',
  'Ternary',
  'Root',
]);

const MOST_QUERIES = 2_000;
const compiled = new Map<string, Query>();

/** @throws RangeError with one sentence when the expression cannot be read or other tools would not know it */
export function compileQuery(expression: string): Query {
  const known = compiled.get(expression);
  if (known) return known;
  const query = parse(expression);
  refuseExtensions(query, expression);
  if (compiled.size >= MOST_QUERIES) compiled.clear();
  compiled.set(expression, query);
  return query;
}

function parse(expression: string): Query {
  try {
    return compile(expression);
  } catch (error) {
    throw new RangeError(`"${expression}" is not JMESPath: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function refuseExtensions(node: unknown, expression: string): void {
  if (Array.isArray(node)) for (const one of node) refuseExtensions(one, expression);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const { type, name } = node as { readonly type?: unknown; readonly name?: unknown }; // only compared with texts
  if (type === 'Literal') return;
  if (typeof type === 'string' && EXTENSIONS.has(type)) {
    throw new RangeError(`"${expression}" uses an extension of JMESPath that the AWS CLI does not know`);
  }
  if (type === 'Function' && !STANDARD_FUNCTIONS.has(String(name))) {
    throw new RangeError(`"${expression}" calls ${String(name)}(), which is no function of JMESPath`);
  }
  for (const value of Object.values(node)) refuseExtensions(value, expression);
}

/**
 * The value at a JMESPath; null where there is none, or where the data does not fit, such as the length of nothing.
 *
 * @throws RangeError when the expression itself cannot be read
 */
export function search(expression: string, data: unknown): unknown {
  const query = compileQuery(expression);
  try {
    return TreeInterpreter.search(query, data as JSONValue) ?? null; // answers are made plain before they come here
  } catch {
    return null; // the expression was checked above: what is left is data of another kind than expected
  }
}

/** Truth as JMESPath has it: false, null, '', [] and {} are false; 0 is true. */
export function isTrue(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || value instanceof Uint8Array || Object.keys(value).length > 0;
}
