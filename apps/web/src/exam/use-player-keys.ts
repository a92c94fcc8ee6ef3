import { useEffect, useLayoutEffect, useRef } from 'react';
import { commandFor, type KeyPress, type Pressed, type Shortcut } from './shortcuts.ts';

type Keys<Name> = {
  readonly shortcuts: readonly Shortcut<Name>[];
  readonly isOn: boolean;
  readonly hasSingleKeys: boolean;
  readonly onCommand: (command: Name) => void;
  readonly onChoose: (number: number) => void;
};

/** Keys of the whole window, except those that a focused control or an open dialog needs. */
export function usePlayerKeys<Name>(keys: Keys<Name>): void {
  const latest = useRef(keys);
  // With the paint, not after it: a key pressed at once must meet the question that is seen, not the one before.
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { isOn, hasSingleKeys, shortcuts } = latest.current;
      if (!isOn || event.defaultPrevented || event.repeat) return;
      const pressed = commandFor(shortcuts, pressOf(event), hasSingleKeys);
      if (!pressed) return;
      event.preventDefault();
      run(pressed, latest.current);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function run<Name>(pressed: Pressed<Name>, { onCommand, onChoose }: Keys<Name>): void {
  if ('choose' in pressed) onChoose(pressed.choose);
  else onCommand(pressed.command);
}

const pressOf = ({ key, code, altKey, ctrlKey, metaKey, target }: KeyboardEvent): KeyPress => ({
  key,
  code,
  altKey,
  ctrlKey,
  metaKey,
  control: target instanceof HTMLElement ? controlOf(target) : undefined,
});

function controlOf(element: HTMLElement): string | undefined {
  if (element.isContentEditable) return 'editable';
  if (element instanceof HTMLInputElement) return `input:${element.type}`;
  const name = element.tagName.toLowerCase();
  return ['select', 'textarea', 'button'].includes(name) ? name : (element.getAttribute('role') ?? undefined);
}
