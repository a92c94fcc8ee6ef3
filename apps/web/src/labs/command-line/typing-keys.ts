import { parseCommandLine } from '@cairn/aws-command';

export type Action = 'run' | 'stop' | 'clear' | 'complete' | 'leave' | 'earlier' | 'later';

/** A key that was pressed, and the line as it stands. */
export type Pressed = {
  readonly key: string;
  readonly isControl: boolean;
  /** Another modifier is down, or a letter is still being composed. */
  readonly isOther: boolean;
  readonly text: string;
  /** The cursor; two ends when something is selected. */
  readonly from: number;
  readonly to: number;
  /** Escape came before. */
  readonly isLeaving: boolean;
  readonly isRunning: boolean;
};

const KEYS: Readonly<Record<string, (pressed: Pressed) => Action | undefined>> = {
  Enter: ({ text }) => (parseCommandLine(text).kind === 'incomplete' ? undefined : 'run'),
  Escape: () => 'leave',
  Tab: ({ text, isLeaving }) => (isLeaving || text.trim() === '' ? undefined : 'complete'),
  ArrowUp: ({ text, from }) => (text.slice(0, from).includes('\n') ? undefined : 'earlier'),
  ArrowDown: ({ text, to }) => (text.slice(to).includes('\n') ? undefined : 'later'),
};

const CONTROL_KEYS: typeof KEYS = {
  l: ({ isRunning }) => (isRunning ? undefined : 'clear'),
  c: ({ isRunning, from, to }) => (isRunning && from === to ? 'stop' : undefined),
};

/** What a key does to the command line; undefined: what it does in any text. */
export function actionOf(pressed: Pressed): Action | undefined {
  if (pressed.isOther) return undefined;
  return (pressed.isControl ? CONTROL_KEYS : KEYS)[pressed.key]?.(pressed);
}
