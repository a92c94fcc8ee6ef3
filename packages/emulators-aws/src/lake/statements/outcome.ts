import type { Reader } from '../catalog.ts';
import type { ResultColumn } from '../result-columns.ts';

/** One statement to run: for whom, against which database, and where it may leave what it writes. */
export interface StatementTask {
  readonly reader: Reader;
  readonly sql: string;
  readonly database: string;
  /** Names what the statement writes. */
  readonly id: string;
  /** A folder for tables that do not say where they lie; undefined when there is none. */
  readonly outputLocation: string | undefined;
  readonly bytesLimit?: number;
  readonly signal?: AbortSignal;
}

export interface StatementOutcome {
  readonly type: 'DML' | 'DDL' | 'UTILITY';
  readonly substatement: string;
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly (string | undefined)[])[];
  readonly scannedBytes: number;
  /** Objects that were written, as s3:// addresses. */
  readonly written: readonly string[];
  /** Rows that an INSERT or CREATE TABLE AS wrote. */
  readonly updateCount: number | undefined;
}

const NOTHING = { columns: [], rows: [], scannedBytes: 0, written: [], updateCount: undefined } as const;

export const done = (substatement: string): StatementOutcome => ({ ...NOTHING, type: 'DDL', substatement });

const text = (name: string): ResultColumn => ({ name, type: 'string', precision: 0, scale: 0 });

export const listing = (
  substatement: string,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): StatementOutcome => ({ ...NOTHING, type: 'UTILITY', substatement, columns: names.map(text), rows });

export const dml = (substatement: string, more: Partial<StatementOutcome>): StatementOutcome => ({
  ...NOTHING,
  type: 'DML',
  substatement,
  ...more,
});
