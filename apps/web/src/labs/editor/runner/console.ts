import type { FromProgram } from '../messages.ts';
import { shownValue } from './inspect.ts';
import { tableText } from './table.ts';

/** More than anybody reads; an endless loop must not fill the page's memory. */
export const MOST_LINES = 2_000;
export const MOST_LETTERS = 200_000;

type Stream = Extract<FromProgram, { kind: 'printed' }>['stream'];

/** Prints until there is enough, and says once that there was more. */
export function boundedPrinter(post: (message: FromProgram) => void) {
  let [lines, letters, isFull] = [0, 0, false];
  return (stream: Stream, line: string): void => {
    if (isFull) return;
    const text = `${line.slice(0, MOST_LETTERS - letters)}\n`;
    lines += text.split('\n').length - 1;
    letters += text.length;
    post({ kind: 'printed', stream, text });
    isFull = lines >= MOST_LINES || letters >= MOST_LETTERS;
    if (isFull) {
      const limits = `${MOST_LINES.toLocaleString('en')} lines or ${MOST_LETTERS.toLocaleString('en')} letters`;
      post({ kind: 'printed', stream: 'stderr', text: `… the rest is not shown: a run prints at most ${limits}\n` });
    }
  };
}

type Print = ReturnType<typeof boundedPrinter>;

/** The console of a program: what people use of it. The rest does nothing. */
export function programConsole(print: Print) {
  const to =
    (stream: Stream) =>
    (...values: readonly unknown[]) =>
      print(stream, values.map(shownValue).join(' '));
  const [log, error] = [to('stdout'), to('stderr')];
  const table = (data: unknown) => log(tableText(data) ?? data);
  const assert = (isTrue: unknown, ...values: readonly unknown[]) => {
    if (!isTrue) error('Assertion failed:', ...values);
  };
  return {
    log,
    info: log,
    debug: log,
    dir: (value: unknown) => log(value),
    error,
    warn: error,
    trace: error,
    table,
    assert,
  };
}
