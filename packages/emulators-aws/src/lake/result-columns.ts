/** A column of a result, in Trino's words. */
export interface ResultColumn {
  readonly name: string;
  readonly type: string;
  readonly precision: number;
  readonly scale: number;
}

const TYPES: Readonly<Record<string, readonly [type: string, precision: number, scale: number]>> = {
  TINYINT: ['tinyint', 3, 0],
  SMALLINT: ['smallint', 5, 0],
  INTEGER: ['integer', 10, 0],
  BIGINT: ['bigint', 19, 0],
  HUGEINT: ['bigint', 19, 0],
  UBIGINT: ['bigint', 19, 0],
  UINTEGER: ['bigint', 19, 0],
  BOOLEAN: ['boolean', 0, 0],
  FLOAT: ['float', 17, 0],
  DOUBLE: ['double', 17, 0],
  DATE: ['date', 0, 0],
  TIME: ['time', 3, 0],
  TIMESTAMP: ['timestamp', 3, 0],
  'TIMESTAMP WITH TIME ZONE': ['timestamp with time zone', 3, 0],
  BLOB: ['varbinary', 1073741824, 0],
  INTERVAL: ['interval day to second', 0, 0],
};
const TEXT_PRECISION = 2147483647;

export function resultColumn(name: string, duckType: string): ResultColumn {
  const [type, precision, scale] = typeOf(duckType);
  return { name, type, precision, scale };
}

function typeOf(duckType: string): readonly [string, number, number] {
  const decimal = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(duckType);
  if (decimal) return ['decimal', Number(decimal[1]), Number(decimal[2])];
  if (/\[\d*\]$/.test(duckType)) return ['array', 0, 0];
  if (duckType.startsWith('MAP(')) return ['map', 0, 0];
  if (duckType.startsWith('STRUCT(')) return ['row', 0, 0];
  return TYPES[duckType] ?? ['varchar', TEXT_PRECISION, 0];
}
