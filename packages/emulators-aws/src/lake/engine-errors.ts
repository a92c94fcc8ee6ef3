import { QueryFault } from './query-fault.ts';
import { placeOf, tokensOf } from './tokens.ts';

type Wording = (found: RegExpExecArray, sql: string) => QueryFault;

/** DuckDB's failures in the words of Athena, the most particular first. */
const WORDINGS: readonly (readonly [RegExp, Wording])[] = [
  [
    /Referenced column "([^"]+)" not found|does not have a column named "([^"]+)"|Could not find key "([^"]+)"/,
    ([, a, b, c], sql) => {
      const name = a ?? b ?? c ?? '';
      const message = `${placeOfName(sql, name)}: Column '${name.toLowerCase()}' cannot be resolved or requester is not authorized to access requested resources`;
      return new QueryFault('COLUMN_NOT_FOUND', message);
    },
  ],
  [
    /Referenced table "([^"]+)" not found/,
    ([, name = ''], sql) =>
      new QueryFault('COLUMN_NOT_FOUND', `${placeOfName(sql, name)}: Column prefix '${name}' cannot be resolved`),
  ],
  [
    /Ambiguous reference to column name "([^"]+)"/,
    ([, name = ''], sql) =>
      new QueryFault('AMBIGUOUS_NAME', `${placeOfName(sql, name)}: Column '${name}' is ambiguous`),
  ],
  [
    /column "?([^" ]+)"? must appear in the GROUP BY clause/i,
    ([, name = ''], sql) =>
      new QueryFault(
        'EXPRESSION_NOT_AGGREGATE',
        `${placeOfName(sql, name)}: '${name}' must be an aggregate expression or appear in GROUP BY clause`,
      ),
  ],
  [/Division by zero/, () => new QueryFault('DIVISION_BY_ZERO', 'Division by zero')],
  [/Conversion Error: (.*)/, ([, what = '']) => new QueryFault('INVALID_CAST_ARGUMENT', `Cannot cast: ${what}`)],
  [
    /Malformed JSON .*: (.*)/,
    ([, what = '']) => new QueryFault('HIVE_CURSOR_ERROR', `Row is not a valid JSON Object - ${what}`),
  ],
  [
    /No function matches the given name and argument types '([^']*)'/,
    ([, what = '']) => new QueryFault('FUNCTION_NOT_FOUND', `Unexpected parameters for function ${what.toLowerCase()}`),
  ],
  [
    /Cannot compare values of type (\S+) and type (\S+)/,
    ([, a, b]) => new QueryFault('TYPE_MISMATCH', `Cannot apply operator: ${a} = ${b}`),
  ],
  [
    /Out of Memory/i,
    () => new QueryFault('EXCEEDED_LOCAL_MEMORY_LIMIT', 'Query exceeded the memory that this sandbox gives it.'),
  ],
  [/INTERRUPT/, () => new QueryFault('EXCEEDED_TIME_LIMIT', 'Query exceeded the maximum run time of this sandbox.')],
  [/Permission Error/, () => new QueryFault('PERMISSION_DENIED', 'Queries read tables of the data catalog only.')],
  [
    /(?:Binder|Catalog|Parser|Invalid Input|Not implemented|Out of Range) Error: ([^\n]*)/,
    ([, what = '']) => new QueryFault('GENERIC_USER_ERROR', what),
  ],
];

/** Runs engine work for a learner's query; what the engine refuses becomes a QueryFault. */
export async function inWordsOfAthena<Result>(sql: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof QueryFault || !(error instanceof Error)) throw error;
    for (const [pattern, word] of WORDINGS) {
      const found = pattern.exec(error.message);
      if (found) throw word(found, sql);
    }
    throw error;
  }
}

function placeOfName(sql: string, name: string): string {
  const token = tokensOf(sql).find(({ kind, text }) => kind !== 'string' && text.toLowerCase() === name.toLowerCase());
  return placeOf(sql, token?.start ?? 0);
}
