import type { LinearPattern } from '../../linear-pattern.ts';

/** A Logs Insights query as a list of steps. */
export type Step =
  | { readonly kind: 'fields' | 'display'; readonly columns: readonly Column[] }
  | { readonly kind: 'filter'; readonly condition: Term }
  | { readonly kind: 'stats'; readonly aggregates: readonly Aggregate[]; readonly groups: readonly Column[] }
  | { readonly kind: 'sort'; readonly keys: readonly SortKey[] }
  | { readonly kind: 'limit'; readonly count: number }
  | { readonly kind: 'dedup'; readonly names: readonly string[] }
  | { readonly kind: 'parse'; readonly from: Term; readonly by: Extraction; readonly names: readonly string[] };

/** How `parse` takes a text apart: by the literal parts around its stars, or by named groups. */
export type Extraction =
  | { readonly kind: 'glob'; readonly parts: readonly string[] }
  | { readonly kind: 'expression'; readonly matches: LinearPattern };

export interface Column {
  readonly term: Term;
  readonly name: string;
}

export interface SortKey {
  readonly term: Term;
  readonly isDescending: boolean;
}

export interface Aggregate {
  readonly name: string;
  readonly aggregation: string;
  /** Left out for `count(*)`. */
  readonly of: Term | undefined;
  /** Of `pct`. */
  readonly percent: number;
}

/** An expression. */
export type Term =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'expression'; readonly matches: LinearPattern }
  | { readonly kind: 'list'; readonly entries: readonly Term[] }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Term[] }
  | { readonly kind: 'not'; readonly of: Term }
  | { readonly kind: 'operation'; readonly operator: string; readonly left: Term; readonly right: Term };
