import type { Table } from '@aws-sdk/client-glue';
import { QueryFault } from './query-fault.ts';

const VIEW = /^\/\* Presto View: ([A-Za-z0-9+/=]+) \*\/$/;

/** The SQL behind a view of the catalog; undefined for a table. */
export function viewSqlOf({ Name, TableType, ViewOriginalText: text = '' }: Table): string | undefined {
  if (TableType !== 'VIRTUAL_VIEW') return undefined;
  const encoded = VIEW.exec(text)?.[1];
  const definition: unknown =
    encoded === undefined ? undefined : JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
  if (typeof definition === 'object' && definition !== null && 'originalSql' in definition)
    return String(definition.originalSql);
  throw new QueryFault('INVALID_VIEW', `View ${Name} was not made by Athena: this sandbox cannot read it.`);
}

/** What the catalog keeps of a view, in the form that Athena gives it. */
export const viewText = (originalSql: string, schema: string): string =>
  `/* Presto View: ${Buffer.from(JSON.stringify({ originalSql, catalog: 'awsdatacatalog', schema })).toString('base64')} */`;
