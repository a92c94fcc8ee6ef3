import type { ColumnInfo, Row } from '@aws-sdk/client-athena';
import { ServiceError } from '@cairn/emulator-kit';
import type { ResultColumn } from '../lake/result-columns.ts';
import { parseS3Uri, readObject } from '../s3/objects.ts';
import { parseCsv } from './csv.ts';
import { invalidRequest } from './errors.ts';
import type { AthenaCall, Execution } from './state.ts';

const LARGEST_RESULT_BYTES = 256 * 1024 ** 2;

/** All rows of a result, out of S3 as the caller: a header first for a SELECT. Throws InvalidRequestException. */
export async function resultRows(call: AthenaCall, { entry }: Execution): Promise<(string | undefined)[][]> {
  const isSelect = entry.SubstatementType === 'SELECT';
  if (entry.StatementType !== 'UTILITY' && !isSelect) return [];
  const at = parseS3Uri(entry.ResultConfiguration?.OutputLocation ?? '');
  if (!at) throw new RangeError('a query that succeeded has an output location');
  try {
    const payload = await readObject(call, call.principal, at);
    const text = Buffer.from(await payload.bytes(LARGEST_RESULT_BYTES)).toString('utf8');
    return isSelect
      ? parseCsv(text)
      : text
          .split('\n')
          .slice(0, -1)
          .map((line) => line.split('\t'));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw invalidRequest(
      `Could not read the query's result ${entry.ResultConfiguration?.OutputLocation}: ${error.message}`,
    );
  }
}

export const rowOf = (cells: readonly (string | undefined)[]): Row => ({
  Data: cells.map((cell) => (cell === undefined ? {} : { VarCharValue: cell })),
});

export const columnInfo = ({ name, type, precision, scale }: ResultColumn): ColumnInfo => ({
  CatalogName: 'hive',
  SchemaName: '',
  TableName: '',
  Name: name,
  Label: name,
  Type: type,
  Precision: precision,
  Scale: scale,
  Nullable: 'UNKNOWN',
  CaseSensitive: type === 'varchar' || type === 'string',
});
