/** The program of a step. It is the learner's: a reload, or a new run of the lab, leaves it as it is. */

/** Browsers keep some 5 MB for a page, and a program is read by its author. */
const MOST_LETTERS = 100_000;

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** Reading the name `localStorage` may throw already. */
const BROWSER: Store = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
};

type Listener = (code: string) => void;

const listeners = new Map<string, Set<Listener>>();

const keyOf = (lab: string, step: string): string => `cairn.program.${lab}.${step}`;

export function recallCode(lab: string, step: string, store: Store = BROWSER): string | undefined {
  try {
    return store.getItem(keyOf(lab, step)) ?? undefined;
  } catch {
    return undefined; // storage is switched off
  }
}

export function keepCode(lab: string, step: string, code: string, store: Store = BROWSER): void {
  try {
    if (code.length <= MOST_LETTERS) store.setItem(keyOf(lab, step), code);
  } catch {
    // full, or switched off: the program lives as long as the page
  }
}

/** Puts another program into the editor, from elsewhere in the page. */
export function replaceCode(lab: string, step: string, code: string, store: Store = BROWSER): void {
  keepCode(lab, step, code, store);
  for (const listener of listeners.get(keyOf(lab, step)) ?? []) listener(code);
}

export function onReplaced(lab: string, step: string, listener: Listener): () => void {
  const key = keyOf(lab, step);
  const all = listeners.get(key) ?? new Set();
  listeners.set(key, all.add(listener));
  return () => all.delete(listener);
}
