import type { DatasetUse } from '../lab/schema.ts';
import { GENERATORS } from './registry.ts';
import type { Slice } from './table.ts';

/** The datasets of a lab, generated when they are first asked for. */
export type Datasets = {
  /** A named part, or all rows. Throws RangeError for a dataset or part that the lab does not define. */
  readonly slice: (id: string, part?: string) => Slice;
};

export function openDatasets(uses: readonly DatasetUse[]): Datasets {
  const tables = new Map<string, Slice>();
  const useOf = (id: string): DatasetUse => {
    const use = uses.find((one) => one.id === id);
    if (!use)
      throw new RangeError(`there is no dataset ${id}; there are ${uses.map((one) => one.id).join(', ') || 'none'}`);
    return use;
  };
  const tableOf = (use: DatasetUse): Slice => {
    const table = tables.get(use.id) ?? generate(use);
    tables.set(use.id, table);
    return table;
  };
  const slice = (id: string, part?: string): Slice => {
    const use = useOf(id);
    const { columns, rows } = tableOf(use);
    if (part === undefined) return { columns, rows };
    const [from, to] = rangeOf(use, part);
    return { columns, rows: rows.slice(from, to) };
  };
  return { slice };
}

/** @throws RangeError for an unknown generator or an option that it refuses */
export function generate({ generator, seed, rows, options }: DatasetUse): Slice {
  const known = GENERATORS[generator];
  if (!known)
    throw new RangeError(`there is no generator ${generator}; there are ${Object.keys(GENERATORS).join(', ')}`);
  return { columns: known.columns, rows: known.generate({ seed, rows, options }) };
}

function rangeOf({ id, parts = {} }: DatasetUse, part: string): [from: number, to: number] {
  let from = 0;
  for (const [name, size] of Object.entries(parts)) {
    if (name === part) return [from, from + size];
    from += size;
  }
  throw new RangeError(`dataset ${id} has no part ${part}; it has ${Object.keys(parts).join(', ') || 'none'}`);
}
