import { type ColumnProfile, profileTable, type TextTable } from '@cairn/learning-algorithms';

/** The profile that a profile job leaves in S3. */
export function profileJson(table: TextTable): string {
  const { rows, duplicateRows, columns, correlations } = profileTable(table);
  const shown = {
    version: '1.0',
    sampleSize: rows,
    columnCount: columns.length,
    rowCount: rows,
    totalMissingValuesCount: columns.reduce((sum, { missing }) => sum + missing, 0),
    duplicateRowsCount: duplicateRows,
    columns: columns.map(columnJson),
    correlations: correlations.map(({ first, second, r }) => ({ columns: [first, second], pearson: r })),
  };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}

const TYPES: Readonly<Record<ColumnProfile['type'], string>> = {
  empty: 'null',
  integer: 'bigint',
  number: 'double',
  boolean: 'boolean',
  text: 'string',
  mixed: 'string',
};

function columnJson({ name, type, rows, missing, distinct, top, numbers }: ColumnProfile): object {
  const [low, quarter, median, threeQuarters, high] = numbers?.quantiles ?? [];
  return {
    name,
    type: TYPES[type],
    missingValuesCount: missing,
    missingValuesPercentage: rows === 0 ? 0 : (100 * missing) / rows,
    distinctValuesCount: distinct,
    mostCommonValues: top,
    ...(numbers
      ? {
          min: numbers.min,
          max: numbers.max,
          mean: numbers.mean,
          standardDeviation: numbers.standardDeviation,
          percentile5: low,
          q1: quarter,
          median,
          q3: threeQuarters,
          percentile95: high,
          outliersCount: numbers.outliers,
          zerosCount: numbers.zeros,
          negativesCount: numbers.negatives,
        }
      : {}),
  };
}
