import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { QueryFault } from './query-fault.ts';
import { type ResultColumn, resultColumn } from './result-columns.ts';
import { UNNAMED } from './rewrite.ts';
import type { ReadySelect } from './select.ts';
import { valueText } from './value-text.ts';

export interface QueryResult {
  readonly columns: readonly ResultColumn[];
  /** Values as texts, as Athena writes them; undefined is NULL. */
  readonly rows: readonly (readonly (string | undefined)[])[];
}

/** Texts that a result may hold; more than that is for CREATE TABLE AS or UNLOAD. */
const LARGEST_RESULT_CHARACTERS = 128 * 1024 * 1024;

/** Runs the query and gives its rows. Throws QueryFault when they are too many. */
export function collectRows({ bench, select }: Pick<ReadySelect, 'bench' | 'select'>): Promise<QueryResult> {
  return bench.read(select, async (result) => {
    const types = result.columnTypes();
    const columns = result.columnNames().map((name, i) => resultColumn(columnName(name, i), String(types[i])));
    const rows: (string | undefined)[][] = [];
    let characters = 0;
    for await (const chunk of result.yieldRows()) {
      for (const row of chunk) {
        const texts = row.map((value, i) => textOf(value, types[i]));
        characters += texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
        rows.push(texts);
      }
      if (characters > LARGEST_RESULT_CHARACTERS) throw tooLarge();
    }
    return { columns, rows };
  });
}

const tooLarge = () =>
  new QueryFault(
    'EXCEEDED_RESULT_SIZE',
    'The result is larger than 128 MB: add a LIMIT, or use CREATE TABLE AS or UNLOAD.',
  );

const textOf = (value: DuckDBValue, type: DuckDBType | undefined): string | undefined =>
  value === null ? undefined : valueText(value, type);

/** `_col0` for a column without a name. */
export const columnName = (name: string, index: number): string =>
  name.startsWith(UNNAMED) ? `_col${index}` : name.toLowerCase();
