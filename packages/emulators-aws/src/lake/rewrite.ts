import { QueryFault } from './query-fault.ts';
import { castTo, isNode, list, type Syntax, type SyntaxNode, textOf } from './syntax.ts';
import { placeOf } from './tokens.ts';
import { TRINO_FUNCTIONS, timeConstant } from './trino-functions.ts';

/** A table that a query reads, and the name it has in the database of the query. */
export interface TableRef {
  readonly database: string;
  readonly name: string;
  readonly physical: string;
  /** Where it stands in the query, for messages. */
  readonly place: string;
}

export interface RewriteSite {
  /** The text that was sent, for places in messages. */
  readonly sql: string;
  readonly defaultDatabase: string;
  readonly now: number;
  /** The names of tables that were met so far, by `database.table`; shared by a query and the views it reads. */
  readonly tables: Map<string, TableRef>;
}

/** Rewrites a parsed query in place: tables by their physical names, Trino's functions by DuckDB's. */
export function rewriteSelect(tree: SyntaxNode, site: RewriteSite): void {
  const rewriter = new Rewriter(site);
  rewriter.walk(tree, new Set(), false);
  for (const statement of list(tree.statements)) if (isNode(statement.node)) nameColumns(statement.node);
}

/** What Athena calls a column without a name: `_col0` for the first of the query. */
export const UNNAMED = '__unnamed_';

function nameColumns(node: SyntaxNode): void {
  if (isNode(node.left) && textOf(node.type) === 'SET_OPERATION_NODE') nameColumns(node.left);
  for (const [i, column] of list(node.select_list).entries()) {
    const isNamed = column.class === 'COLUMN_REF' || column.class === 'STAR' || textOf(column.alias) !== '';
    if (!isNamed) column.alias = `${UNNAMED}${i}`;
  }
}

const FOREIGN_TABLES = ['COLUMN_DATA', 'PIVOT', 'SHOW_REF', 'BOUND_TABLE_REF', 'DELIM_GET'];

class Rewriter {
  readonly #site: RewriteSite;

  constructor(site: RewriteSite) {
    this.#site = site;
  }

  walk(value: Syntax, scope: ReadonlySet<string>, isInTry: boolean): void {
    if (Array.isArray(value)) this.#each(value, scope, isInTry);
    if (!isNode(value)) return;
    const inside = this.#withQueries(value, scope);
    const isTry = isInTry || value.type === 'OPERATOR_TRY';
    this.#each(value, inside, isTry);
    this.#table(value, inside);
    if (value.class === 'COLUMN_REF') this.#column(value);
  }

  /** Visits the members of a list or node, each of which may be replaced. */
  #each(holder: Syntax[] | SyntaxNode, scope: ReadonlySet<string>, isInTry: boolean): void {
    for (const [name, member] of Object.entries(holder)) {
      if (name === 'cte_map') continue; // visited with its own scopes
      this.walk(member, scope, isInTry);
      if (!isNode(member)) continue;
      const made = this.#expression(member, isInTry);
      if (made !== member) Object.assign(holder, { [name]: made });
    }
  }

  /** Names that WITH brings; each of its queries sees those before it. */
  #withQueries(node: SyntaxNode, scope: ReadonlySet<string>): ReadonlySet<string> {
    if (!isNode(node.cte_map)) return scope;
    const seen = new Set(scope);
    for (const { key, value } of list(node.cte_map.map)) {
      const isRecursive = JSON.stringify(value).includes('"RECURSIVE_CTE_NODE"');
      const own = textOf(key).toLowerCase();
      this.walk(value, isRecursive ? new Set([...seen, own]) : new Set(seen), false);
      seen.add(own);
    }
    return seen;
  }

  #table(node: SyntaxNode, scope: ReadonlySet<string>): void {
    const type = textOf(node.type);
    if (FOREIGN_TABLES.includes(type)) throw this.#syntaxError(node, type.toLowerCase());
    if (type === 'TABLE_FUNCTION' && isNode(node.function)) {
      const name = textOf(node.function.function_name);
      if (name !== 'unnest')
        throw new QueryFault('FUNCTION_NOT_FOUND', `${this.#place(node)}: Table function '${name}' not registered`);
    }
    if (type !== 'BASE_TABLE') return;
    const name = textOf(node.table_name).toLowerCase();
    const schema = textOf(node.schema_name).toLowerCase();
    if (schema === '' && scope.has(name)) return;
    const ref = this.#refOf(node, schema === '' ? this.#site.defaultDatabase : schema, name);
    if (textOf(node.alias) === '') node.alias = textOf(node.table_name);
    Object.assign(node, { catalog_name: '', schema_name: '', table_name: ref.physical });
  }

  #refOf(node: SyntaxNode, database: string, name: string): TableRef {
    const catalog = textOf(node.catalog_name).toLowerCase();
    if (catalog !== '' && catalog !== 'awsdatacatalog') {
      throw new QueryFault('CATALOG_NOT_FOUND', `${this.#place(node)}: Catalog '${catalog}' does not exist`);
    }
    const key = `${database}.${name}`;
    const known = this.#site.tables.get(key);
    if (known) return known;
    const ref = { database, name, physical: `table_${this.#site.tables.size}`, place: this.#place(node) };
    this.#site.tables.set(key, ref);
    return ref;
  }

  /** `database.table.column` becomes `table.column`. */
  #column(node: SyntaxNode): void {
    const names = Array.isArray(node.column_names) ? node.column_names.map(textOf) : [];
    const [database = '', table = ''] = names.map((name) => name.toLowerCase());
    if (names.length > 2 && this.#site.tables.has(`${database}.${table}`)) node.column_names = names.slice(1);
  }

  #expression(node: SyntaxNode, isInTry: boolean): SyntaxNode {
    if (node.class === 'COLUMN_REF') {
      const names = Array.isArray(node.column_names) ? node.column_names : [];
      const time =
        names.length === 1 ? timeConstant(textOf(names[0]).toLowerCase(), this.#site.now, node.alias) : undefined;
      return time ?? node;
    }
    if (isDouble(node)) return castTo({ ...node, alias: '' }, 'DOUBLE', node.alias); // printed as 2.0, it would come back as a decimal
    if (typeof node.function_name !== 'string') return node;
    if (node.is_operator === true) {
      return node.function_name === '/' && !isInTry
        ? { ...node, function_name: 'trino_divide', is_operator: false }
        : node;
    }
    return this.#call(node);
  }

  #call(node: SyntaxNode): SyntaxNode {
    const name = textOf(node.function_name).toLowerCase();
    if (/^[^a-z_]/.test(name)) return node; // LIKE and its kind
    const time = timeConstant(name, this.#site.now, node.alias);
    if (time) return time;
    const rewriting = TRINO_FUNCTIONS.get(name);
    if (rewriting === undefined) {
      throw new QueryFault('FUNCTION_NOT_FOUND', `${this.#place(node)}: Function '${name}' not registered`);
    }
    const plain = { ...node, schema: '' };
    return typeof rewriting === 'string'
      ? { ...plain, function_name: rewriting }
      : rewriting(list(node.children), plain);
  }

  #place({ query_location: at }: SyntaxNode): string {
    return placeOf(this.#site.sql, typeof at === 'number' ? at : 0);
  }

  #syntaxError(node: SyntaxNode, what: string): QueryFault {
    return new QueryFault('SYNTAX_ERROR', `${this.#place(node)}: mismatched input '${what}'`);
  }
}

const isDouble = ({ class: kind, value }: SyntaxNode): boolean =>
  kind === 'CONSTANT' && isNode(value) && isNode(value.type) && value.type.id === 'DOUBLE';
