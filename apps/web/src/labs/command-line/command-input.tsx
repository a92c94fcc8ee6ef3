import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { CommandLine } from './command-line.ts';
import { type Action, actionOf } from './typing-keys.ts';

type InputProps = { readonly line: CommandLine; readonly isRunning: boolean };

/** Where one types: Enter runs a command that is whole, and goes on in the next line of one that is not. */
export function CommandInput({ line, isRunning }: InputProps) {
  const hint = useId();
  const typing = useTyping(line, isRunning);
  return (
    <div className="border-t border-line bg-card focus-within:ring-2 focus-within:ring-accent focus-within:ring-inset">
      {typing.choices.length > 0 ? (
        <p role="status" className="max-h-28 overflow-y-auto px-4 pt-2 font-mono text-[0.78rem] text-muted">
          <span className="sr-only">It could go on with: </span>
          {typing.choices.join('  ')}
        </p>
      ) : null}
      <label className="flex gap-2 px-4 py-2.5 font-mono text-[0.88rem]">
        <span aria-hidden="true" className="font-semibold text-accent">
          $
        </span>
        <span className="sr-only">Command</span>
        <textarea
          ref={typing.field}
          rows={Math.min(12, typing.text.split('\n').length)}
          className="w-full resize-none bg-transparent leading-relaxed outline-none"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-describedby={hint}
          value={typing.text}
          onChange={({ currentTarget: { value } }) => typing.type(value)}
          onKeyDown={typing.onKeyDown}
        />
      </label>
      <span id={hint} className="sr-only">
        Enter runs it. Up and down bring back earlier lines. Tab completes; Escape, then Tab, leaves. Control C stops.
      </span>
    </div>
  );
}

/** The line that is typed, and what the keys do to it. */
function useTyping(line: CommandLine, isRunning: boolean) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [choices, setChoices] = useState<readonly string[]>([]);
  const [isLeaving, setLeaving] = useState(false);
  /** How far back in the history we are; 0 is the line that is typed. */
  const [back, setBack] = useState(0);
  const show = (next: string) => {
    setText(next);
    setChoices([]);
  };
  const type = (next: string) => {
    show(next);
    setLeaving(false);
    setBack(0);
  };
  const run = () => {
    if (isRunning || text.trim() === '') return;
    void line.run(text);
    type('');
  };
  const recall = (step: 1 | -1) => {
    const next = Math.min(Math.max(0, back + step), line.shell.history.length);
    setBack(next);
    show(next === 0 ? '' : (line.shell.history.at(-next) ?? ''));
  };
  const completeAt = async (cursor: number) => {
    const done = await line.complete(text, cursor).catch(() => undefined); // without a model there is nothing to say
    if (!done || field.current?.value !== text) return;
    setText(done.line);
    setChoices(done.choices);
    requestAnimationFrame(() => field.current?.setSelectionRange(done.cursor, done.cursor));
  };
  const acts: Record<Action, (cursor: number) => void> = {
    run,
    stop: () => line.stop(),
    clear: () => line.clear(),
    complete: (cursor) => void completeAt(cursor),
    leave: () => setLeaving(true),
    earlier: () => recall(1),
    later: () => recall(-1),
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart: from, selectionEnd: to } = event.currentTarget;
    const action = actionOf({ ...modifiers(event), text, from, to, isLeaving, isRunning });
    if (action === undefined) return;
    event.preventDefault();
    acts[action](from);
  };
  return { field, text, choices, type, onKeyDown };
}

function modifiers({ key, ctrlKey, shiftKey, altKey, metaKey, nativeEvent }: KeyboardEvent) {
  return { key, isControl: ctrlKey, isOther: shiftKey || altKey || metaKey || nativeEvent.isComposing };
}
