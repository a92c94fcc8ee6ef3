import { UserFault } from '../data/user-fault.ts';

/** Which of a row's columns a filter keeps, and in which order. */
export type ColumnFilter = (row: readonly string[]) => string[];

const LIST = /^\$\[(.+)\]$/;

/** One part of `$[0, 2:, -1]`. */
function pick(part: string, row: readonly string[]): readonly string[] {
  const slice = /^(-?\d*):(-?\d*)$/.exec(part);
  if (slice) {
    const [, start = '', end = ''] = slice;
    return row.slice(start === '' ? 0 : Number(start), end === '' ? row.length : Number(end));
  }
  const value = row.at(Number(part));
  if (value === undefined)
    throw new UserFault(`A filter asks for column ${part}, but a row has ${row.length} columns.`);
  return [value];
}

/**
 * The part of JSONPath that batch transform takes for CSV: `$`, `$[0]`, `$[1:]`, `$[0,-1]`.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform-data-processing.html
 */
export function parseFilter(path: string): ColumnFilter {
  if (path === '$' || path === '') return (row) => [...row];
  const parts =
    LIST.exec(path)?.[1]
      ?.split(',')
      .map((part) => part.trim()) ?? [];
  const isKnown = parts.length > 0 && parts.every((part) => /^-?\d+$/.test(part) || /^-?\d*:-?\d*$/.test(part));
  if (!isKnown) throw new UserFault(`The filter ${path} cannot be read here: write $[0], $[1:] or $[0,-1].`);
  return (row) => parts.flatMap((part) => pick(part, row));
}
