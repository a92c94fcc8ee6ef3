import { UnusableFile } from './faults.ts';

/** What the columns of a file are. Positions count from 0. */
export type Header = {
  readonly columns: number;
  readonly person: number | undefined;
  readonly group: number | undefined;
  readonly items: readonly { readonly id: string; readonly at: number }[];
};

const PERSON = new Set(['person', 'id', 'person_id', 'personid', 'student', 'student_id', 'candidate', 'name', 'user']);
const GROUP = new Set(['group']);
const MOST_ITEMS = 2000;

/** "a", "b" and 3 more. */
export function listed(names: readonly string[], most = 5): string {
  const quoted = names.slice(0, most).map((name) => `“${name}”`);
  if (names.length > most) return `${quoted.join(', ')} and ${names.length - most} more`;
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** @throws UnusableFile for names that are missing or used twice, and for a file without questions */
export function headerOf(cells: readonly string[]): Header {
  const names = cells.map((name) => name.toLowerCase());
  const found = (words: ReadonlySet<string>) => {
    const at = names.findIndex((name) => words.has(name));
    return at < 0 ? undefined : at;
  };
  const person = found(PERSON);
  const group = found(GROUP);
  const items = cells.map((id, at) => ({ id, at })).filter(({ at }) => at !== person && at !== group);
  check(items);
  return { columns: cells.length, person, group, items };
}

function check(items: Header['items']): void {
  const nameless = items.filter(({ id }) => id === '');
  if (nameless[0]) {
    throw new UnusableFile(
      `Column ${nameless[0].at + 1} has no name. Give every column a name in the first line: the question's id.`,
    );
  }
  const twice = items.filter(({ id }, i) => items.findIndex((one) => one.id === id) !== i).map(({ id }) => id);
  if (twice.length > 0 && items.every(({ id }) => /^-?\d+$/.test(id))) {
    throw new UnusableFile('The first line holds numbers, not names. Put a line with the ids of the questions on top.');
  }
  if (twice.length > 0) {
    const names = listed([...new Set(twice)]);
    throw new UnusableFile(
      `The first line names ${names} more than once. Give each question an id of its own, then choose the file again.`,
    );
  }
  if (items.length < 2) {
    throw new UnusableFile(
      `The first line names ${items.length === 1 ? 'one question' : 'no question'}; at least 2 are needed. Columns are separated by commas, semicolons or tabs.`,
    );
  }
  if (items.length > MOST_ITEMS) {
    throw new UnusableFile(
      `The file has ${items.length} questions; at most ${MOST_ITEMS} are analysed at once. Is it turned on its side? One line a person, one column a question.`,
    );
  }
}
