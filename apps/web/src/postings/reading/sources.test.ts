import { describe, expect, it } from 'vitest';
import { FileQueue, readerOf } from './sources.ts';

const file = (name: string, text = name) => ({ name, file: new Blob([text]) });

async function textOf(source: ReturnType<typeof readerOf>): Promise<string> {
  const stream = source.stream();
  const texts: string[] = [];
  if ('getReader' in stream) {
    const reader = stream.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      texts.push(new TextDecoder().decode(part.value));
    }
  } else for await (const chunk of stream) texts.push(new TextDecoder().decode(chunk));
  return texts.join('');
}

describe('files in a row', () => {
  it('come in their order, with their bytes, however they were added', async () => {
    const names = Array.from({ length: 50 }, (_, at) => `posting-${at}`);
    const queue = new FileQueue();
    queue.add(names.slice(0, 3).map((name) => file(name)));
    queue.add([]);
    queue.add(names.slice(3).map((name) => file(name)));

    const read: string[] = [];
    let bytes = 0;
    const count = (more: number) => {
      bytes += more;
    };
    for (let next = queue.next(); next; next = queue.next()) read.push(await textOf(readerOf(next, count)));

    expect(read).toEqual(names);
    expect(bytes).toBe(names.join('').length);
  });

  it('that are large are only opened when it is their turn', async () => {
    const queue = new FileQueue();
    queue.add([file('large', 'x'.repeat(300_000))]);

    const large = queue.next();

    expect(large?.bytes).toBeUndefined();
    expect(large && (await textOf(readerOf(large, () => undefined))).length).toBe(300_000);
  });

  it('are given back when nothing more shall be read', () => {
    const queue = new FileQueue();
    queue.add([file('a'), file('b'), file('c')]);
    queue.next();

    expect(queue.clear().map(({ name }) => name)).toEqual(['b', 'c']);
    expect(queue.next()).toBeUndefined();
  });
});
