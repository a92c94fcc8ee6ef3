import type { Catalog } from '../catalog.ts';
import type { Grade } from '../schema/fields.ts';
import type { ConflictAspect } from '../vocabulary.ts';

/** Where a cell's content comes from: one entry per source. */
export type CellFact = {
  readonly source: string;
  readonly title: string;
  readonly url: string | undefined;
  /** The day it was last compared with the source. */
  readonly date: string;
  readonly grade: Grade;
};

export type CellConflict = { readonly versions: string; readonly use: string; readonly sources: readonly string[] };

export type Cell = {
  readonly id: string;
  readonly text: string;
  readonly values?: readonly string[];
  readonly note?: string;
  readonly facts: readonly CellFact[];
  readonly conflict?: CellConflict;
};

export type Row = {
  readonly aspect: string;
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly differs: boolean;
  readonly sources: readonly string[];
};

/** A cell before it knows whose it is. */
export type Content = Omit<Cell, 'id'>;

type Evidence = {
  readonly grade: Grade;
  readonly sources: readonly string[];
  readonly checkedOn: string;
  readonly note?: string | undefined;
};

const NOT_FOUND = 'Not found in the sources read';

export function factsOf(catalog: Catalog, { sources, grade, checkedOn }: Evidence): readonly CellFact[] {
  return sources.map((key) => {
    const source = catalog.sources.find((one) => one.key === key);
    return { source: key, title: source?.title ?? key, url: source?.url, date: checkedOn, grade };
  });
}

/** A cell from a fact: its value in words, or that it was not found; memory is marked as unverified. */
export function factCell<Value>(
  catalog: Catalog,
  fact: Evidence & { readonly value: Value | null },
  words: (value: Value) => string | readonly string[],
): Content {
  const said = fact.value === null ? NOT_FOUND : words(fact.value);
  const text = typeof said === 'string' ? said : said.join(', ');
  return {
    text: fact.grade === 'M' ? `${text} (unverified)` : text,
    ...(typeof said === 'string' ? {} : { values: said }),
    ...(fact.note === undefined ? {} : { note: fact.note }),
    facts: factsOf(catalog, fact),
  };
}

/** Our own reading or estimate, said to be so. */
export function ownCell(text: string, note: string, checkedOn: string): Content {
  const fact: CellFact = {
    source: 'OWN',
    title: 'Our own summary or estimate',
    url: undefined,
    date: checkedOn,
    grade: 'own',
  };
  return { text, note, facts: [fact] };
}

export function conflictOf(catalog: Catalog, code: string, aspect: ConflictAspect): CellConflict | undefined {
  return catalog.conflicts.find((one) => one.aspect === aspect && one.codes.includes(code));
}

export function rowOf(aspect: string, label: string, cells: readonly Cell[]): Row {
  const [first] = cells;
  return {
    aspect,
    label,
    cells,
    differs: cells.some(({ text }) => text !== first?.text),
    sources: [...new Set(cells.flatMap(({ facts }) => facts.map(({ source }) => source)))],
  };
}
