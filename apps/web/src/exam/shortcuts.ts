/** What a key does in the player. One table feeds both the handler and the list that the candidate can open. */
export type Command =
  | 'next'
  | 'previous'
  | 'flag'
  | 'strike'
  | 'highlight'
  | 'note'
  | 'check'
  | 'navigator'
  | 'review'
  | 'timer'
  | 'calculator'
  | 'larger'
  | 'smaller'
  | 'contrast'
  | 'pause'
  | 'report'
  | 'help';

export type Pressed<Name = Command> = { readonly command: Name } | { readonly choose: number };

export type Shortcut<Name = Command> = {
  readonly keys: readonly string[];
  readonly command: Name;
  readonly text: string;
};

/** `Alt+` variants stay on when single keys are switched off. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['n', 'Alt+ArrowRight', 'Alt+n'], command: 'next', text: 'Next question' },
  { keys: ['p', 'Alt+ArrowLeft', 'Alt+p'], command: 'previous', text: 'Previous question' },
  { keys: ['f', 'Alt+f'], command: 'flag', text: 'Flag for review, or take the flag off' },
  { keys: ['s', 'Alt+s'], command: 'strike', text: 'Number keys strike options out, or choose again' },
  { keys: ['l', 'Alt+l'], command: 'highlight', text: 'Highlight the selected text' },
  { keys: ['m', 'Alt+m'], command: 'note', text: 'Write a note' },
  { keys: ['c', 'Alt+c'], command: 'check', text: 'Check the answer (study mode)' },
  { keys: ['g', 'Alt+g'], command: 'navigator', text: 'All questions at a glance' },
  { keys: ['r', 'Alt+r'], command: 'review', text: 'Review screen' },
  { keys: ['t', 'Alt+t'], command: 'timer', text: 'Show or hide the timer' },
  { keys: ['k', 'Alt+k'], command: 'calculator', text: 'Calculator, where the exam has one' },
  { keys: ['+', '='], command: 'larger', text: 'Larger text' },
  { keys: ['-'], command: 'smaller', text: 'Smaller text' },
  { keys: ['x', 'Alt+x'], command: 'contrast', text: 'High contrast' },
  { keys: ['u', 'Alt+u'], command: 'pause', text: 'Pause or go on (study mode)' },
  { keys: ['w', 'Alt+w'], command: 'report', text: 'Report what is wrong with the question' },
  { keys: ['h', '?', 'Alt+h'], command: 'help', text: 'This list' },
];

export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  /** Where the key went, when that is a control: `input:text`, `select`, `textarea`, `editable`, `input:radio` … */
  readonly control: string | undefined;
};

/** Controls that need letters and digits for themselves: a select jumps to an option by its first letter. */
const OWNS_KEYS = /^(?:select|textarea|editable|listbox|input:(?!radio|checkbox|button|submit|range))/;

/**
 * @param shortcuts  the table of the page that is open
 * @param singleKeys false where the candidate switched them off (WCAG 2.1.4: speech input speaks letters)
 * @returns undefined when the key is none of ours and must reach the page as always
 */
export function commandFor<Name>(
  shortcuts: readonly Shortcut<Name>[],
  press: KeyPress,
  singleKeys: boolean,
): Pressed<Name> | undefined {
  if (press.ctrlKey || press.metaKey) return undefined;
  if (press.control !== undefined && OWNS_KEYS.test(press.control)) return undefined;
  if (!press.altKey && !singleKeys) return undefined;
  if (!press.altKey && /^[1-9]$/.test(press.key)) return { choose: Number(press.key) };
  const name = press.altKey ? `Alt+${plainKey(press)}` : press.key;
  const command = shortcuts.find(({ keys }) => keys.includes(name))?.command;
  return command === undefined ? undefined : { command };
}

/** With Alt held a Mac types another character, so the physical key counts. */
const plainKey = ({ key, code }: KeyPress) => (code.startsWith('Key') ? code.slice(3).toLowerCase() : key);
