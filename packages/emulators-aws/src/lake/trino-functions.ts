import { datePattern, jodaPattern } from './date-patterns.ts';
import { QueryFault } from './query-fault.ts';
import { castTo, constantText, functionCall, type SyntaxNode, textConstant } from './syntax.ts';

/** How one of Trino's functions is said in DuckDB: by another name, or by another expression. */
export type Rewriting = string | ((parameters: readonly SyntaxNode[], call: SyntaxNode) => SyntaxNode);

/** Functions that are the same in both. */
const SAME =
  `abs acos any_value arg_max arg_min array_agg array_distinct asin atan atan2 avg bit_length bool_and bool_or
  cbrt ceil ceiling chr coalesce concat concat_ws corr cos count count_if count_star covar_pop covar_samp current_date
  date_part date_trunc degrees dense_rank exp first_value floor from_base64 greatest hash histogram hour json_array_length
  kurtosis lag last_value lead least length ln log10 log2 lower lpad ltrim map map_keys map_values map_entries max max_by
  md5 min min_by minute mod month not_like_escape like_escape nth_value ntile nullif percent_rank cume_dist pi position
  pow power quarter radians rank regexp_full_match repeat replace reverse round row row_number rpad rtrim second sign sin
  skewness split_part sqrt starts_with stddev stddev_pop stddev_samp strpos substr substring sum tan timezone to_base64
  to_days to_hours to_milliseconds to_minutes to_months to_seconds to_weeks to_years translate trim trunc typeof unnest
  upper var_pop var_samp variance year list_value struct_pack struct_extract array_extract array_slice format
  approx_quantile day grouping bit_count regr_slope regr_intercept zip_with`.split(/\s+/);

const RENAMED: Readonly<Record<string, string>> = {
  approx_percentile: 'approx_quantile',
  arbitrary: 'any_value',
  array_except: 'list_except',
  array_intersect: 'list_intersect',
  array_join: 'array_to_string',
  array_max: 'list_max',
  array_min: 'list_min',
  array_position: 'trino_array_position',
  array_sort: 'list_sort',
  arrays_overlap: 'list_has_any',
  bitwise_and: 'trino_bitwise_and',
  bitwise_or: 'trino_bitwise_or',
  bitwise_xor: 'xor',
  cardinality: 'trino_cardinality',
  codepoint: 'unicode',
  contains: 'list_contains',
  date: 'trino_date',
  date_diff: 'date_diff',
  day_of_month: 'day',
  day_of_week: 'isodow',
  day_of_year: 'dayofyear',
  dow: 'isodow',
  doy: 'dayofyear',
  e: 'trino_e',
  every: 'bool_and',
  filter: 'list_filter',
  flatten: 'flatten',
  from_iso8601_date: 'trino_date',
  from_iso8601_timestamp: 'trino_timestamp_with_zone',
  from_unixtime: 'trino_from_unixtime',
  from_utf8: 'decode',
  hamming_distance: 'hamming',
  is_finite: 'isfinite',
  is_infinite: 'isinf',
  is_nan: 'isnan',
  json_array_contains: 'json_contains',
  json_extract: 'trino_json_extract',
  json_extract_scalar: 'trino_json_extract_scalar',
  json_format: 'trino_json_format',
  json_parse: 'json',
  json_size: 'trino_json_size',
  levenshtein_distance: 'levenshtein',
  map_agg: 'trino_map_agg',
  map_concat: 'map_concat',
  rand: 'random',
  random: 'random',
  regexp_extract_all: 'regexp_extract_all',
  regexp_like: 'regexp_matches',
  regexp_split: 'string_split_regex',
  sequence: 'generate_series',
  slice: 'trino_slice',
  split: 'string_split',
  to_hex: 'hex',
  to_iso8601: 'trino_to_iso8601',
  to_unixtime: 'trino_to_unixtime',
  to_utf8: 'encode',
  transform: 'list_transform',
  truncate: 'trunc',
  url_decode: 'url_decode',
  url_encode: 'url_encode',
  week: 'weekofyear',
  week_of_year: 'weekofyear',
  year_of_week: 'isoyear',
  yow: 'isoyear',
};

/** Macros that a database gets before a query runs in it. */
export const MACROS = `
  CREATE MACRO trino_array_position(list, x) AS coalesce(list_position(list, x), 0);
  CREATE MACRO trino_bitwise_and(a, b) AS a & b;
  CREATE MACRO trino_bitwise_or(a, b) AS a | b;
  CREATE MACRO trino_cardinality(x) AS CASE WHEN json_type(to_json(x)) = 'ARRAY'
    THEN json_array_length(to_json(x)) ELSE len(json_keys(to_json(x))) END;
  CREATE MACRO trino_date(x) AS CAST(x AS DATE);
  CREATE MACRO trino_divide(a, b) AS CASE WHEN b = 0 AND typeof(b) NOT IN ('DOUBLE', 'FLOAT')
    AND typeof(a) NOT IN ('DOUBLE', 'FLOAT') THEN error('Division by zero') ELSE a / b END;
  CREATE MACRO trino_e() AS exp(1);
  CREATE MACRO trino_from_unixtime(x) AS make_timestamp(CAST(CAST(x AS DOUBLE) * 1000000 AS BIGINT));
  CREATE MACRO trino_json_extract(j, p) AS json_extract(CAST(j AS JSON), p);
  CREATE MACRO trino_json_extract_scalar(j, p) AS CASE WHEN json_type(CAST(j AS JSON), p) IN ('OBJECT', 'ARRAY')
    THEN NULL ELSE json_extract_string(CAST(j AS JSON), p) END;
  CREATE MACRO trino_json_format(j) AS CAST(j AS VARCHAR);
  CREATE MACRO trino_json_size(j, p) AS CASE json_type(CAST(j AS JSON), p) WHEN 'ARRAY'
    THEN json_array_length(CAST(j AS JSON), p) WHEN 'OBJECT' THEN len(json_keys(CAST(j AS JSON), p)) ELSE 0 END;
  CREATE MACRO trino_map_agg(k, v) AS map(list(k), list(v));
  CREATE MACRO trino_slice(list, start, length) AS list_slice(list, start, start + length - 1);
  CREATE MACRO trino_timestamp_with_zone(x) AS CAST(x AS TIMESTAMPTZ);
  CREATE MACRO trino_to_iso8601(x) AS strftime(x, '%Y-%m-%dT%H:%M:%S.%g');
  CREATE MACRO trino_to_unixtime(x) AS epoch(x);
`;

const INTERVALS: Readonly<Record<string, string>> = {
  millisecond: 'to_milliseconds',
  second: 'to_seconds',
  minute: 'to_minutes',
  hour: 'to_hours',
  day: 'to_days',
  week: 'to_weeks',
  month: 'to_months',
  quarter: 'to_quarters',
  year: 'to_years',
};

const SPECIAL: Readonly<Record<string, Rewriting>> = {
  approx_distinct: ([value], call) => functionCall('approx_count_distinct', present(value), call),
  date_add: ([unit, amount, value], call) => {
    const interval = INTERVALS[constantText(unit)?.toLowerCase() ?? ''];
    if (interval === undefined)
      throw new QueryFault('INVALID_FUNCTION_ARGUMENT', `'${constantText(unit)}' is not a valid date field`);
    return operator('+', [...present(value), functionCall(interval, present(amount))], call);
  },
  date_format: withPattern('strftime', datePattern),
  date_parse: withPattern('strptime', datePattern),
  element_at: (parameters, call) => ({ ...operatorNode('ARRAY_EXTRACT', parameters), alias: call.alias }),
  format_datetime: withPattern('strftime', jodaPattern),
  parse_datetime: withPattern('strptime', jodaPattern),
  regexp_extract: ([text, pattern, group], call) =>
    functionCall('nullif', [functionCall('regexp_extract', present(text, pattern, group)), textConstant('')], call),
  regexp_replace: ([text, pattern, replacement = textConstant('')], call) => {
    const dollars = constantText(replacement)?.replaceAll(/\$(\d)/g, '\\$1');
    const by = dollars === undefined ? replacement : textConstant(dollars);
    return functionCall('regexp_replace', [...present(text, pattern), by, textConstant('g')], call);
  },
  sha256: ([value], call) => functionCall('unhex', [functionCall('sha256', present(value))], call),
};

/** How a function of a learner's query is said in DuckDB; undefined for one that Athena does not know. */
export const TRINO_FUNCTIONS: ReadonlyMap<string, Rewriting> = new Map<string, Rewriting>([
  ...SAME.map((name) => [name, name] as const),
  ...Object.entries(RENAMED),
  ...Object.entries(SPECIAL),
]);

function withPattern(name: string, translate: (pattern: string) => string): Rewriting {
  return ([value, pattern], call) => {
    const text = constantText(pattern);
    if (text === undefined)
      throw new QueryFault('NOT_SUPPORTED', 'A date format that is not a constant is not supported in this sandbox.');
    return functionCall(name, [...present(value), textConstant(translate(text))], call);
  };
}

const present = (...nodes: readonly (SyntaxNode | undefined)[]): SyntaxNode[] =>
  nodes.filter((node) => node !== undefined);

const operator = (name: string, children: readonly SyntaxNode[], from: SyntaxNode): SyntaxNode => ({
  ...functionCall(name, children, from),
  is_operator: true,
});

const operatorNode = (type: string, children: readonly SyntaxNode[]): SyntaxNode => ({
  class: 'OPERATOR',
  type,
  alias: '',
  query_location: 0,
  children: [...children],
});

/** The account's time, in place of the machine's. */
export function timeConstant(name: string, now: number, alias: Syntax): SyntaxNode | undefined {
  const text = new Date(now).toISOString().replace('T', ' ').replace('Z', '');
  if (name === 'current_date') return castTo(textConstant(text.slice(0, 10)), 'DATE', alias);
  if (name === 'localtimestamp') return castTo(textConstant(text), 'TIMESTAMP', alias);
  if (name === 'current_timestamp' || name === 'now')
    return castTo(textConstant(`${text}+00`), 'TIMESTAMP WITH TIME ZONE', alias);
  return undefined;
}

type Syntax = SyntaxNode[string];
