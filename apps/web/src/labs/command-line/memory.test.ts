import { Shell } from '@cairn/aws-command';
import { describe, expect, it } from 'vitest';
import { begun, ended } from './entries.ts';
import { keep, recall } from './memory.ts';

const AT = new Date(0);

const newShell = () =>
  new Shell({
    models: () => Promise.reject(new Error('not asked for')),
    sleep: () => Promise.resolve(),
    now: () => AT,
  });

function newStore(): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => held.set(key, value),
  } as unknown as Storage; // only these two are called
}

async function type(shell: Shell, line: string): Promise<void> {
  for await (const _ of shell.run(line, () => Promise.reject(new Error('no call is made')))) {
    // what it prints is not looked at
  }
}

describe('a command line after a reload', () => {
  it('has its variables, files and earlier lines', async () => {
    const store = newStore();
    const shell = newShell();
    await type(shell, 'NAME=cards');
    await type(shell, "mkdir data; echo 'a,b' > data/rows.csv");

    keep('run', shell, ended(begun([], 1, 'NAME=cards'), 1, 0), store);
    const again = newShell();
    const entries = recall('run', again, AT, store);

    expect(again.environment.get('NAME')).toBe('cards');
    expect(new TextDecoder().decode(again.files.read('data/rows.csv'))).toBe('a,b\n');
    expect(again.history).toEqual(shell.history);
    expect(entries.map(({ line }) => line)).toEqual(['NAME=cards']);
  });

  it('shows what ran when the page was closed as interrupted', () => {
    const store = newStore();

    keep('run', newShell(), begun([], 1, 'sleep 100'), store);

    expect(recall('run', newShell(), AT, store)[0]?.exitCode).toBe(130);
  });

  it('begins anew in another run, and with a store that holds something else', () => {
    const store = newStore();
    keep('run', newShell(), begun([], 1, 'ls'), store);

    expect(recall('other', newShell(), AT, store)).toEqual([]);
    store.setItem('cairn.command-line', '{');
    expect(recall('run', newShell(), AT, store)).toEqual([]);
  });
});
