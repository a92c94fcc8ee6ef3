import type { Workbench } from './duckdb.ts';
import { QueryFault } from './query-fault.ts';
import { quoteText } from './sql-text.ts';
import { placeOf } from './tokens.ts';

/** A SELECT as DuckDB's parser sees it: plain JSON, changed in place and printed again. */
export type SyntaxNode = { [member: string]: Syntax };
export type Syntax = string | number | boolean | null | undefined | Syntax[] | SyntaxNode;

/** Numbers that JSON.parse would change, long ones and 2.0, travel as texts with this mark. */
const LONG_NUMBER = /"(\w+)":(-?(?:\d+(?:\.\d+)?[eE][+-]?\d+|\d+\.\d+|\d{16,}))/g;
const MARKED_NUMBER = /"~long~([^"]+)"/g;
const NO_PLACE = '18446744073709551615';

/** Parses one SELECT. Throws QueryFault with the place of a syntax error in `shown`, the text as it was sent. */
export async function parseSelect(bench: Workbench, sql: string, shown = sql): Promise<SyntaxNode> {
  const json = String(await bench.value(`SELECT json_serialize_sql(${quoteText(sql)})`));
  const tree = JSON.parse(json.replaceAll(NO_PLACE, '0').replaceAll(LONG_NUMBER, '"$1":"~long~$2"')) as SyntaxNode; // of json_serialize_sql
  if (tree.error === true) throw syntaxError(tree, shown);
  const [statement] = list(tree.statements);
  if (!statement || list(tree.statements).length > 1) {
    throw new QueryFault('SYNTAX_ERROR', 'line 1:1: Only one sql statement is allowed.');
  }
  return tree;
}

function syntaxError(tree: SyntaxNode, sql: string): QueryFault {
  const message = String(tree.error_message);
  const near = /at or near "([^"]*)"/.exec(message)?.[1];
  const place = placeOf(sql, Math.min(Number(tree.position ?? 0), sql.length));
  if (near !== undefined) return new QueryFault('SYNTAX_ERROR', `${place}: mismatched input '${near}'`);
  return new QueryFault(
    'SYNTAX_ERROR',
    /end of input/.test(message) ? `${place}: mismatched input '<EOF>'` : `${place}: ${message}`,
  );
}

/** The SELECT's text again, for DuckDB. */
export async function printSelect(bench: Workbench, tree: SyntaxNode): Promise<string> {
  const json = JSON.stringify(tree).replaceAll(MARKED_NUMBER, '$1');
  return String(await bench.value(`SELECT json_deserialize_sql(${quoteText(json)})`));
}

export const isNode = (value: Syntax): value is SyntaxNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The nodes of a list member; none when it is something else. */
export const list = (value: Syntax): SyntaxNode[] => (Array.isArray(value) ? value.filter(isNode) : []);

export const textOf = (value: Syntax): string => (typeof value === 'string' ? value : '');

/** The text of a constant; undefined for any other expression. */
export function constantText(node: SyntaxNode | undefined): string | undefined {
  if (node?.class !== 'CONSTANT' || !isNode(node.value)) return undefined;
  return typeof node.value.value === 'string' ? node.value.value : undefined;
}

export const textConstant = (value: string): SyntaxNode => ({
  class: 'CONSTANT',
  type: 'VALUE_CONSTANT',
  alias: '',
  query_location: 0,
  value: { type: { id: 'VARCHAR', type_info: null }, is_null: false, value },
});

export const castTo = (child: SyntaxNode, id: string, alias: Syntax = ''): SyntaxNode => ({
  class: 'CAST',
  type: 'OPERATOR_CAST',
  alias,
  query_location: 0,
  child,
  cast_type: { id, type_info: null },
  try_cast: false,
});

export const functionCall = (name: string, children: readonly SyntaxNode[], from: SyntaxNode = {}): SyntaxNode => ({
  class: 'FUNCTION',
  type: 'FUNCTION',
  alias: '',
  query_location: 0,
  schema: '',
  filter: null,
  order_bys: { type: 'ORDER_MODIFIER', orders: [] },
  distinct: false,
  is_operator: false,
  export_state: false,
  catalog: '',
  ...from,
  function_name: name,
  children: [...children],
});
