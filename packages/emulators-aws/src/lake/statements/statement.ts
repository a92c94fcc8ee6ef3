import type { HiveField, HiveType } from '../hive-type.ts';

/** One statement of Athena's SQL, read as far as it is not a SELECT, which DuckDB reads. */
export type Statement =
  | { readonly kind: 'select'; readonly sql: string }
  | CreateTable
  | CreateTableAs
  | { readonly kind: 'insert'; readonly table: TableName; readonly columns: readonly string[]; readonly select: string }
  | { readonly kind: 'unload'; readonly select: string; readonly to: string; readonly properties: Properties }
  | { readonly kind: 'create-view'; readonly table: TableName; readonly select: string; readonly isReplacing: boolean }
  | {
      readonly kind: 'create-database';
      readonly name: string;
      readonly isQuiet: boolean;
      readonly comment: string | undefined;
      readonly location: string | undefined;
    }
  | { readonly kind: 'drop-database'; readonly name: string; readonly isQuiet: boolean; readonly isCascading: boolean }
  | {
      readonly kind: 'drop-table';
      readonly table: TableName;
      readonly isQuiet: boolean;
      readonly what: 'TABLE' | 'VIEW';
    }
  | {
      readonly kind: 'add-partitions';
      readonly table: TableName;
      readonly isQuiet: boolean;
      readonly partitions: readonly PartitionSpec[];
    }
  | {
      readonly kind: 'drop-partitions';
      readonly table: TableName;
      readonly isQuiet: boolean;
      readonly partitions: readonly PartitionSpec[];
    }
  | { readonly kind: 'add-columns'; readonly table: TableName; readonly columns: readonly ColumnSpec[] }
  | { readonly kind: 'set-properties'; readonly table: TableName; readonly properties: Properties }
  | { readonly kind: 'repair'; readonly table: TableName }
  | { readonly kind: 'show-databases'; readonly pattern: string | undefined }
  | {
      readonly kind: 'show-tables';
      readonly database: string | undefined;
      readonly pattern: string | undefined;
      readonly isViews: boolean;
    }
  | { readonly kind: 'show-partitions'; readonly table: TableName }
  | { readonly kind: 'show-columns'; readonly table: TableName }
  | { readonly kind: 'show-create-table'; readonly table: TableName }
  | { readonly kind: 'describe'; readonly table: TableName };

export interface TableName {
  readonly database: string | undefined;
  readonly name: string;
}

export type Properties = Readonly<Record<string, PropertyValue>>;
export type PropertyValue = string | readonly string[];

export interface ColumnSpec extends HiveField {
  readonly type: HiveType;
  readonly comment: string | undefined;
}

export interface PartitionSpec {
  /** By lower-case key. */
  readonly values: ReadonlyMap<string, string>;
  readonly location: string | undefined;
}

export interface CreateTable {
  readonly kind: 'create-table';
  readonly table: TableName;
  readonly isQuiet: boolean;
  readonly columns: readonly ColumnSpec[];
  readonly partitionKeys: readonly ColumnSpec[];
  readonly comment: string | undefined;
  readonly serde: string | undefined;
  readonly serdeProperties: Properties;
  readonly storedAs: string | undefined;
  readonly location: string;
  readonly properties: Properties;
}

export interface CreateTableAs {
  readonly kind: 'create-table-as';
  readonly table: TableName;
  readonly isQuiet: boolean;
  readonly properties: Properties;
  readonly select: string;
  readonly withData: boolean;
}
