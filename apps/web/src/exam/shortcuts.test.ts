import { describe, expect, it } from 'vitest';
import { questionOf } from './attempt-view.ts';
import { chooseByNumber } from './choosing.ts';
import { commandFor, type KeyPress, SHORTCUTS } from './shortcuts.ts';
import { publishedSlot } from './testing-attempt.ts';

const press = (key: string, changes: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  control: undefined,
  ...changes,
});

describe('keys', () => {
  it('gives no key two meanings', () => {
    const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys);

    expect(new Set(keys).size).toBe(keys.length);
  });

  it('choose options by number', () => {
    expect(commandFor(SHORTCUTS, press('3'), true)).toEqual({ choose: 3 });
  });

  it.each(['input:text', 'input:number', 'textarea', 'select', 'editable'])('stay with a focused %s', (control) => {
    expect(commandFor(SHORTCUTS, press('n', { control }), true)).toBeUndefined();
    expect(commandFor(SHORTCUTS, press('ArrowRight', { control, altKey: true }), true)).toBeUndefined();
  });

  it.each(['input:radio', 'input:checkbox', 'button'])('work while a %s has the focus', (control) => {
    expect(commandFor(SHORTCUTS, press('n', { control }), true)).toEqual({ command: 'next' });
  });

  it('leave the browser its own', () => {
    expect(commandFor(SHORTCUTS, press('r', { ctrlKey: true }), true)).toBeUndefined();
    expect(commandFor(SHORTCUTS, press('f', { metaKey: true }), true)).toBeUndefined();
    expect(commandFor(SHORTCUTS, press('Enter'), true)).toBeUndefined();
  });

  it('can be switched off, and then still work with Alt', () => {
    expect(commandFor(SHORTCUTS, press('n'), false)).toBeUndefined();
    expect(commandFor(SHORTCUTS, press('1'), false)).toBeUndefined();
    expect(commandFor(SHORTCUTS, press('n', { altKey: true }), false)).toEqual({ command: 'next' });
  });

  it('go by the key itself where Alt types another character', () => {
    expect(commandFor(SHORTCUTS, press('ƒ', { altKey: true, code: 'KeyF' }), true)).toEqual({ command: 'flag' });
  });
});

describe('choosing by number', () => {
  const one = questionOf(publishedSlot('s01'));
  const several = {
    kind: 'multiple-response' as const,
    stem: '',
    choose: 2,
    choices: ['red', 'green', 'blue'].map((id) => ({ id, text: id })),
  };

  it('replaces the choice where one is right', () => {
    const first = chooseByNumber(one, undefined, 1);

    expect(chooseByNumber(one, first, 2)).toEqual({ kind: 'multiple-choice', chosen: ['queue'] });
  });

  it('chooses several in the order of the question, and takes one back', () => {
    const blue = chooseByNumber(several, undefined, 3);
    const both = chooseByNumber(several, blue, 1);

    expect(both).toEqual({ kind: 'multiple-response', chosen: ['red', 'blue'] });
    expect(chooseByNumber(several, both, 3)).toEqual({ kind: 'multiple-response', chosen: ['red'] });
  });

  it('chooses nothing beyond what may be chosen or is there', () => {
    const full = { kind: 'multiple-response' as const, chosen: ['red', 'green'] };

    expect(chooseByNumber(several, full, 3)).toBeUndefined();
    expect(chooseByNumber(one, undefined, 9)).toBeUndefined();
  });
});
