import { useEffect, useRef } from 'react';
import { type Command, commandFor, type KeyPress, type Pressed } from './shortcuts.ts';

type Keys = {
  readonly isOn: boolean;
  readonly hasSingleKeys: boolean;
  readonly onCommand: (command: Command) => void;
  readonly onChoose: (number: number) => void;
};

/** Keys of the whole window, except those that a focused control or an open dialog needs. */
export function usePlayerKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { isOn, hasSingleKeys } = latest.current;
      if (!isOn || event.defaultPrevented || event.repeat) return;
      const pressed = commandFor(pressOf(event), hasSingleKeys);
      if (!pressed) return;
      event.preventDefault();
      run(pressed, latest.current);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function run(pressed: Pressed, { onCommand, onChoose }: Keys): void {
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
