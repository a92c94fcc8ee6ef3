/** What a crawler makes of a file, or of the files of a folder together. */
export interface FileSchema {
  readonly classification: 'csv' | 'json' | 'parquet';
  readonly columns: readonly SchemaColumn[];
  readonly delimiter: string;
  readonly hasHeader: boolean;
  readonly compression: 'none' | 'gzip' | 'snappy';
  /** Rows of the file, estimated from a sample for texts. */
  readonly records: number;
}

export interface SchemaColumn {
  readonly name: string;
  /** In the catalog's words. */
  readonly type: string;
}

const NUMBERS = ['int', 'bigint', 'double'];

/** The narrowest type that holds the values of both. */
export function widerType(a: string, b: string): string {
  if (a === b || b === '') return a;
  if (a === '') return b;
  const [first, second] = [NUMBERS.indexOf(a), NUMBERS.indexOf(b)];
  if (first >= 0 && second >= 0) return NUMBERS[Math.max(first, second)] ?? 'double';
  return 'string';
}

/** All columns of either, in the order they were met. */
export function mergeSchemas(a: FileSchema, b: FileSchema): FileSchema {
  const types = new Map(a.columns.map(({ name, type }) => [name, type]));
  for (const { name, type } of b.columns) types.set(name, widerType(types.get(name) ?? '', type));
  const columns = [...types].map(([name, type]) => ({ name, type }));
  return { ...a, columns, records: a.records + b.records };
}

/** Folders are one table when they hold the same format and this share of columns with the same name and type. */
const SIMILAR_SHARE = 0.7;

export function areSimilar(a: FileSchema, b: FileSchema): boolean {
  if (a.classification !== b.classification || a.delimiter !== b.delimiter) return false;
  const types = new Map(a.columns.map(({ name, type }) => [name, type]));
  const shared = b.columns.filter(({ name, type }) => types.get(name) === type).length;
  return shared >= SIMILAR_SHARE * Math.max(a.columns.length, b.columns.length);
}
