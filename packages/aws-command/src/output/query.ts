import { compile, type JSONValue, TreeInterpreter } from '@jmespath-community/jmespath';
import { EXIT, plainFailure } from '../command/failure.ts';
import { Decimal, isPlainList, isPlainRecord, type Plain } from './plain.ts';

type Expression = ReturnType<typeof compile>;
export type Query = (value: Plain) => Plain;

const FUNCTIONS: ReadonlySet<string> = new Set(
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

/**
 * A JMESPath expression as the AWS CLI reads it, without the library's extensions.
 *
 * @throws CommandFailure when it cannot be read; running it throws one when the data is of another kind than it needs
 */
export function compileQuery(text: string): Query {
  const expression = parse(text);
  refuseExtensions(expression, text);
  return (value) => {
    try {
      return plainOf(TreeInterpreter.search(expression, withoutDecimals(value)));
    } catch (error) {
      throw plainFailure(error instanceof Error ? error.message : String(error));
    }
  };
}

function badQuery(text: string, reason: string) {
  return plainFailure(`Bad value for --query ${text}: ${reason}`, EXIT.misused);
}

function parse(text: string): Expression {
  try {
    return compile(text);
  } catch (error) {
    throw badQuery(text, `Invalid jmespath expression: ${parseFault(text, error)}`);
  }
}

function parseFault(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.includes('EOF') ? `Incomplete expression:\n"${text}"\n${' '.repeat(text.length + 1)}^` : message;
}

function refuseExtensions(node: unknown, text: string): void {
  if (Array.isArray(node)) for (const one of node) refuseExtensions(one, text);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const { type, name } = node as { readonly type?: unknown; readonly name?: unknown }; // only compared with texts
  if (type === 'Literal') return;
  if (typeof type === 'string' && EXTENSIONS.has(type)) {
    throw badQuery(text, 'it uses an extension of JMESPath that the AWS CLI does not know');
  }
  if (type === 'Function' && !FUNCTIONS.has(String(name))) throw badQuery(text, `Unknown function: ${String(name)}()`);
  for (const value of Object.values(node)) refuseExtensions(value, text);
}

export function withoutDecimals(value: Plain): JSONValue {
  if (value instanceof Decimal) return value.value;
  if (isPlainList(value)) return value.map(withoutDecimals);
  if (!isPlainRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutDecimals(one)]));
}

function plainOf(value: unknown): Plain {
  return (value ?? null) as Plain; // what a query gives is made of what it was given
}
