import { createInterface, emitKeypressEvents } from 'node:readline';

/** What somebody answers: a single key in a terminal, or a line where input is piped. */
export type Answers = {
  /** Undefined when there is no more input. */
  readonly next: () => Promise<string | undefined>;
  readonly close: () => void;
};

/** Keys pressed, one at a time; Ctrl+C and Ctrl+D end the input. */
function keys(input: NodeJS.ReadStream): Answers {
  emitKeypressEvents(input);
  input.setRawMode(true);
  input.resume();
  return {
    next: () =>
      new Promise((resolve) => {
        input.once('keypress', (text: string | undefined, key: { name?: string; ctrl?: boolean }) => {
          const isEnd = key.ctrl === true && (key.name === 'c' || key.name === 'd');
          resolve(isEnd ? undefined : (text ?? key.name ?? ''));
        });
      }),
    close: () => {
      input.setRawMode(false);
      input.pause();
    },
  };
}

function lines(input: NodeJS.ReadStream): Answers {
  const reader = createInterface({ input });
  const iterator = reader[Symbol.asyncIterator]();
  return {
    next: async () => {
      const { done, value } = await iterator.next();
      return done ? undefined : value;
    },
    close: () => reader.close(),
  };
}

export const answersOf = (input: NodeJS.ReadStream): Answers => (input.isTTY ? keys(input) : lines(input));
