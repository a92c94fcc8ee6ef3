import { describe, expect, it, vi } from 'vitest';
import { withoutStrayRejections } from './stray-rejections.ts';

/** As pdf.js makes them. */
function PdfError(this: { message: string; name: string }, message: string): void {
  this.message = message;
  this.name = 'FormatError';
}
PdfError.prototype = new Error();

async function* rejecting(reason: unknown): AsyncGenerator<string> {
  void Promise.reject(reason);
  yield 'a text';
}

async function textsBeside(reason: unknown): Promise<{ texts: readonly string[]; heard: readonly unknown[] }> {
  const [texts, heard]: [string[], unknown[]] = [[], []];
  const ours = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (each) => heard.push(each));
  try {
    for await (const text of withoutStrayRejections(rejecting(reason))) texts.push(text);
    expect(process.listenerCount('unhandledRejection')).toBe(1);
  } finally {
    process.removeAllListeners('unhandledRejection');
    for (const listener of ours) process.on('unhandledRejection', listener);
  }
  return { texts, heard };
}

describe('rejections beside the reading of a PDF', () => {
  it('that pdf.js forgot are dropped', async () => {
    const stray: unknown = Reflect.construct(PdfError, ['Missing endstream']);

    expect(await textsBeside(stray)).toEqual({ texts: ['a text'], heard: [] });
  });

  it('of anybody else reach the host', async () => {
    const error = new Error('a bug');

    expect(await textsBeside(error)).toEqual({ texts: ['a text'], heard: [error] });
  });

  it('are the host’s again when the last of several readers ends', async () => {
    const before = process.listeners('unhandledRejection');
    const log = vi.fn();

    await Promise.all([textsOf('one', log), textsOf('two', log)]);

    expect(log).toHaveBeenCalledTimes(2);
    expect(process.listeners('unhandledRejection')).toEqual(before);
  });
});

async function textsOf(text: string, log: (text: string) => void): Promise<void> {
  async function* one(): AsyncGenerator<string> {
    await Promise.resolve();
    yield text;
  }
  for await (const each of withoutStrayRejections(one())) log(each);
}
