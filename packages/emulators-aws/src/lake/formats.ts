import type { Table } from '@aws-sdk/client-glue';
import { QueryFault } from './query-fault.ts';

/** How a table's files hold their rows. */
export type TableFormat =
  | { readonly kind: 'parquet' }
  | { readonly kind: 'json' }
  | { readonly kind: 'delimited'; readonly delimiter: string; readonly nullText: string; readonly headerLines: number }
  | {
      readonly kind: 'csv';
      readonly delimiter: string;
      readonly quote: string;
      /** A backslash, the SerDe's default, is read as doubled quotes, which is what files hold. */
      readonly escapeWith: string;
      readonly headerLines: number;
    };

export const SERDES = {
  parquet: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
  json: 'org.openx.data.jsonserde.JsonSerDe',
  delimited: 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe',
  csv: 'org.apache.hadoop.hive.serde2.OpenCSVSerde',
} as const;

const HIVE_JSON = 'org.apache.hive.hcatalog.data.JsonSerDe';
const AMAZON_JSON = 'com.amazon.emr.hive.serde.JsonSerDe';

const TEXT_INPUT = 'org.apache.hadoop.mapred.TextInputFormat';
const TEXT_OUTPUT = 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat';

/** Input and output formats that go with each kind. */
export const FILE_FORMATS: Readonly<Record<TableFormat['kind'], { readonly input: string; readonly output: string }>> =
  {
    parquet: {
      input: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
      output: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
    },
    json: { input: TEXT_INPUT, output: TEXT_OUTPUT },
    delimited: { input: TEXT_INPUT, output: TEXT_OUTPUT },
    csv: { input: TEXT_INPUT, output: TEXT_OUTPUT },
  };

/** Throws QueryFault for a format that is not read here. */
export function formatOf({ StorageDescriptor: storage, Parameters: properties = {} }: Table): TableFormat {
  const library = storage?.SerdeInfo?.SerializationLibrary ?? SERDES.delimited;
  const serde = storage?.SerdeInfo?.Parameters ?? {};
  const headerLines = Number(properties['skip.header.line.count'] ?? serde['skip.header.line.count'] ?? 0);
  switch (library) {
    case SERDES.parquet:
      return { kind: 'parquet' };
    case SERDES.json:
    case HIVE_JSON:
    case AMAZON_JSON:
      return { kind: 'json' };
    case SERDES.delimited: {
      const delimiter = unescaped(serde['field.delim'] ?? serde['serialization.format'] ?? '\u0001');
      return { kind: 'delimited', delimiter, nullText: serde['serialization.null.format'] ?? '\\N', headerLines };
    }
    case SERDES.csv:
      return {
        kind: 'csv',
        delimiter: unescaped(serde.separatorChar ?? ','),
        quote: unescaped(serde.quoteChar ?? '"'),
        escapeWith: unescaped(serde.escapeChar ?? '\\'),
        headerLines,
      };
    default:
      throw new QueryFault(
        'HIVE_UNSUPPORTED_FORMAT',
        `Tables of ${library} are not supported in this sandbox: use Parquet, JSON lines or CSV.`,
      );
  }
}

/** A delimiter as DDL writes it: `\t`, `\001`, `1`. */
function unescaped(text: string): string {
  if (text === '\\t') return '\t';
  if (text === '\\\\') return '\\';
  const octal = /^\\([0-7]{1,3})$/.exec(text)?.[1];
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  return text === '1' ? '\u0001' : text;
}
