import type { Shortcut } from '../exam/shortcuts.ts';

export type DiagnosisCommand = 'next' | 'unknown' | 'larger' | 'smaller' | 'contrast' | 'help';

/** The keys of the exam player, as far as they have a use here. */
export const DIAGNOSIS_SHORTCUTS: readonly Shortcut<DiagnosisCommand>[] = [
  { keys: ['n', 'Alt+ArrowRight', 'Alt+n'], command: 'next', text: 'Answer, and go on to the next question' },
  { keys: ['d', 'Alt+d'], command: 'unknown', text: 'To the button “I don’t know”; Enter presses it' },
  { keys: ['+', '='], command: 'larger', text: 'Larger text' },
  { keys: ['-'], command: 'smaller', text: 'Smaller text' },
  { keys: ['x', 'Alt+x'], command: 'contrast', text: 'High contrast' },
  { keys: ['h', '?', 'Alt+h'], command: 'help', text: 'This list' },
];
