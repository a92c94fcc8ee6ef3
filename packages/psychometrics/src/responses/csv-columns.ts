/** Something in a file of responses that its author can mend. Lines and columns count from 1. */
export type CsvFault = { readonly line: number; readonly column: number; readonly message: string };

/** What a column holds; a score column knows which item it is. */
export type CsvColumn =
  | { readonly role: 'person' }
  | { readonly role: 'group' }
  | { readonly role: 'weight' }
  | { readonly role: 'score'; readonly item: number };

export type CsvColumns = {
  readonly columns: readonly CsvColumn[];
  readonly itemIds: readonly string[];
  readonly faults: readonly CsvFault[];
};

const PERSON = /^(person|id|)$/i;
const GROUP = /^group$/i;
const WEIGHT = /^(weight|freq)$/i;

function roleOf(name: string, at: number): Exclude<CsvColumn['role'], 'score'> | undefined {
  if (at === 0 && PERSON.test(name)) return 'person';
  if (GROUP.test(name)) return 'group';
  return WEIGHT.test(name) ? 'weight' : undefined;
}

/** What is wrong with the name of a score column; undefined if nothing is. */
function nameFault(name: string, earlier: number | undefined): string | undefined {
  if (name === '') return 'This column has no name; write the item’s id in the header.';
  if (earlier === undefined) return undefined;
  return `The item id "${name}" already stands in column ${earlier + 1}; give each item its own id.`;
}

/**
 * What the header says of the columns: `person` or `id` (or nothing) at the head of the first, `group`, `weight` or
 * `freq`, and item ids.
 */
export function csvColumns(names: readonly string[]): CsvColumns {
  const itemIds: string[] = [];
  const faults: CsvFault[] = [];
  const seen = new Map<string, number>();
  const columns = names.map((name, at): CsvColumn => {
    const role = roleOf(name, at);
    const message = role === undefined || seen.has(role) ? nameFault(name, seen.get(name)) : undefined;
    if (message) faults.push({ line: 1, column: at + 1, message });
    seen.set(name, seen.get(name) ?? at);
    if (role) return { role };
    itemIds.push(name);
    return { role: 'score', item: itemIds.length - 1 };
  });
  if (itemIds.length === 0) {
    faults.push({
      line: 1,
      column: 1,
      message: 'The header names no item; write one item id a column, then one row a person.',
    });
  }
  return { columns, itemIds, faults };
}
