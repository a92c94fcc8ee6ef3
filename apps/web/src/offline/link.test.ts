import { beforeEach, describe, expect, it, vi } from 'vitest';
import { heard, heardNothing, onServerLink, serverLink } from './link.ts';

const live = () => new Response('{}');
const keptAt = (asOf: number) => new Response('{}', { headers: { 'cairn-as-of': `${asOf}` } });

beforeEach(() => heard(live()));

describe('whether Cairn answers', () => {
  it('is told by its answers', () => {
    expect(serverLink()).toEqual({ kind: 'there' });

    heardNothing();
    expect(serverLink()).toEqual({ kind: 'away', asOf: undefined });

    heard(live());
    expect(serverLink()).toEqual({ kind: 'there' });
  });

  it('and by answers from memory: the oldest of them says how old the page is', () => {
    heard(keptAt(20));
    heard(keptAt(10));
    heard(keptAt(30));
    heardNothing();

    expect(serverLink()).toEqual({ kind: 'away', asOf: 10 });
  });

  it('is passed on when it changes, and only then', () => {
    const listener = vi.fn();
    const unlisten = onServerLink(listener);

    heard(live());
    heard(keptAt(20));
    heard(keptAt(30));
    heard(live());
    unlisten();
    heardNothing();

    expect(listener).toHaveBeenCalledTimes(2);
  });
});
