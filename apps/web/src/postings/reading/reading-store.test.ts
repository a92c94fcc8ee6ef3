import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BroughtFile, ReaderNews, ReaderOrder } from './messages.ts';
import { readingStore } from './reading-store.ts';

/** The worker's side of the wire: what it was told, and what it says. */
class Wire extends EventTarget {
  static last: Wire;
  readonly orders: ReaderOrder[] = [];
  isEnded = false;

  constructor() {
    super();
    Wire.last = this;
  }

  postMessage(order: ReaderOrder): void {
    this.orders.push(order);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(news: ReaderNews): void {
    this.dispatchEvent(new MessageEvent('message', { data: news }));
  }
}

const FILE: BroughtFile = { name: 'a.txt', file: new Blob(['Python']) };

async function* source(files: number, failure?: string): AsyncGenerator<readonly BroughtFile[]> {
  if (files > 0) yield Array.from({ length: files }, () => FILE);
  if (failure) throw new Error(failure);
}

describe('the postings of a visit', () => {
  beforeEach(() => {
    vi.stubGlobal('Worker', Wire);
    readingStore.forget();
    return () => vi.unstubAllGlobals();
  });

  it('go to the worker, every one, and then it is told that this was the last', async () => {
    await readingStore.bring(source(23), []);

    const brought = Wire.last.orders.filter((order) => order.kind === 'bring');
    expect(brought.flatMap(({ files }) => files)).toHaveLength(23);
    expect(brought.map(({ isLast }) => isLast)).toEqual([...brought.slice(1).map(() => false), true]);
    expect(readingStore.current().state).toBe('reading');
  });

  it('are counted as far as they came when their source fails, and the reason is a remark', async () => {
    await readingStore.bring(source(3, 'The folder was unplugged.'), []);

    expect(readingStore.current().remarks).toEqual([
      { kind: 'refused', sentence: expect.stringContaining('unplugged') },
    ]);
    expect(Wire.last.orders.at(-1)).toEqual({ kind: 'bring', files: [], isLast: true });
  });

  it('do not begin when their source fails at once', async () => {
    await expect(readingStore.bring(source(0, 'Not allowed.'), [])).rejects.toThrow('Not allowed.');

    expect(readingStore.current().state).toBe('empty');
  });

  it('end in a sentence when the worker dies, and the next ones have a new worker', async () => {
    await readingStore.bring(source(1), []);
    const first = Wire.last;
    first.dispatchEvent(new Event('error'));

    expect(first.isEnded).toBe(true);
    expect(readingStore.current()).toMatchObject({ state: 'failed', sentence: expect.stringContaining('Bring fewer') });
    await readingStore.bring(source(1), []);
    expect(Wire.last).not.toBe(first);
  });

  it('are forgotten in the middle of being sent', async () => {
    const sent = readingStore.bring(source(40), []);
    const first = Wire.last;
    readingStore.forget();
    await sent;

    expect(first.orders.filter(({ kind }) => kind === 'bring').length).toBeLessThan(4);
    expect(readingStore.current()).toMatchObject({ state: 'empty', remarks: [] });
  });
});
