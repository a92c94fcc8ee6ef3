import { pageToken, readPageToken } from '../messaging/page-token.ts';
import { validation } from './errors.ts';

/** The members by which SageMaker's List operations filter, sort and page; each operation has some of them. */
export interface ListRequest {
  readonly NameContains?: string | undefined;
  readonly CreationTimeAfter?: Date | undefined;
  readonly CreationTimeBefore?: Date | undefined;
  readonly CreatedAfter?: Date | undefined;
  readonly CreatedBefore?: Date | undefined;
  readonly LastModifiedTimeAfter?: Date | undefined;
  readonly LastModifiedTimeBefore?: Date | undefined;
  readonly StatusEquals?: string | undefined;
  readonly SortBy?: string | undefined;
  readonly SortOrder?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** A resource as listings see it. */
export interface ListRow {
  readonly name: string;
  readonly createdAt: Date;
  readonly modifiedAt?: Date | undefined;
  readonly status?: string | undefined;
  /** For `SortBy` values that the above do not answer. */
  readonly keys?: Readonly<Record<string, string | number>>;
}

export interface ListDefaults {
  /** `CreationTime`. */
  readonly sortBy?: string;
  /** `Descending`. */
  readonly order?: 'Ascending' | 'Descending';
  /** 10. */
  readonly limit?: number;
}

const isInside = (at: Date | undefined, after: Date | undefined, before: Date | undefined): boolean =>
  (after === undefined || (at !== undefined && at > after)) &&
  (before === undefined || (at !== undefined && at < before));

function isWanted(row: ListRow, request: ListRequest): boolean {
  const { NameContains: part, StatusEquals: status } = request;
  if (part !== undefined && !row.name.toLowerCase().includes(part.toLowerCase())) return false;
  if (status !== undefined && row.status !== status) return false;
  const after = request.CreationTimeAfter ?? request.CreatedAfter;
  const before = request.CreationTimeBefore ?? request.CreatedBefore;
  if (!isInside(row.createdAt, after, before)) return false;
  return isInside(row.modifiedAt, request.LastModifiedTimeAfter, request.LastModifiedTimeBefore);
}

function keyOf(row: ListRow, sortBy: string): string | number {
  const own = row.keys?.[sortBy];
  if (own !== undefined) return own;
  if (sortBy === 'Name') return row.name;
  if (sortBy === 'Status') return row.status ?? '';
  return (sortBy === 'LastModifiedTime' ? (row.modifiedAt ?? row.createdAt) : row.createdAt).getTime();
}

type Keyed<Item> = { readonly item: Item; readonly name: string; readonly key: string | number };

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** By key, and by name among equals, so that pages never overlap. */
const inOrder = (a: Omit<Keyed<unknown>, 'item'>, b: Omit<Keyed<unknown>, 'item'>): number =>
  compare(a.key, b.key) || compare(a.name, b.name);

function placeOf(token: string): { readonly key: string | number; readonly name: string } {
  const { key, name } = readPageToken(token) ?? {};
  if ((typeof key === 'string' || typeof key === 'number') && typeof name === 'string') return { key, name };
  throw validation('Invalid NextToken: use the one that the same operation has answered.');
}

/**
 * One page of `all`. The token holds the place of the last row shown, so that nothing is missed when rows come and go
 * between two pages.
 */
export function listPage<Item>(
  all: Iterable<Item>,
  rowOf: (item: Item) => ListRow,
  request: ListRequest,
  { sortBy = 'CreationTime', order = 'Descending', limit = 10 }: ListDefaults = {},
): { readonly items: Item[]; readonly NextToken: string | undefined } {
  const by = request.SortBy ?? sortBy;
  const sign = (request.SortOrder ?? order) === 'Ascending' ? 1 : -1;
  const place = request.NextToken === undefined ? undefined : placeOf(request.NextToken);
  const keyed = [...all].flatMap((item): Keyed<Item>[] => {
    const row = rowOf(item);
    return isWanted(row, request) ? [{ item, name: row.name, key: keyOf(row, by) }] : [];
  });
  const left = keyed.filter((entry) => !place || sign * inOrder(entry, place) > 0).sort((a, b) => sign * inOrder(a, b));
  const shown = left.slice(0, request.MaxResults ?? limit);
  const last = shown.at(-1);
  const NextToken = last && shown.length < left.length ? pageToken({ key: last.key, name: last.name }) : undefined;
  return { items: shown.map(({ item }) => item), NextToken };
}
