import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { type RefObject, useEffect, useRef } from 'react';
import { codeColours, codeLook } from './code-look.ts';
import type { CodePlace } from './messages.ts';

/** What the page does with the editor from outside. */
export type CodeHandle = {
  readonly code: () => string;
  readonly replace: (code: string) => void;
  readonly goTo: (place: CodePlace) => void;
};

type CodeFieldProps = {
  readonly initial: string;
  readonly onChange: (code: string) => void;
  readonly onRun: () => void;
  readonly handle: RefObject<CodeHandle | null>;
};

/**
 * The editor, uncontrolled: CodeMirror owns the text. It stands in a shadow root, where it may style itself by
 * constructed style sheets; in the document it would write a style element, which the policy of the page forbids.
 */
export function CodeField({ initial, onChange, onRun, handle }: CodeFieldProps) {
  const host = useRef<HTMLDivElement>(null);
  const acts = useRef({ onChange, onRun });
  acts.current = { onChange, onRun };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another program comes by `replace`, or with another key
  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open', delegatesFocus: true });
    const view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({ doc: initial, extensions: extensions(acts) }),
    });
    handle.current = handleOf(view);
    return () => {
      handle.current = null;
      view.destroy();
    };
  }, []);
  return (
    <div
      ref={host}
      data-code-field=""
      className="h-[min(44dvh,26rem)] min-h-56 focus-within:ring-2 focus-within:ring-accent focus-within:ring-inset"
    />
  );
}

type Acts = RefObject<Pick<CodeFieldProps, 'onChange' | 'onRun'>>;

function extensions(acts: Acts) {
  const run = () => {
    acts.current.onRun();
    return true;
  };
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    indentUnit.of('  '),
    bracketMatching(),
    highlightActiveLine(),
    EditorState.tabSize.of(2),
    EditorView.lineWrapping,
    javascript(),
    syntaxHighlighting(codeColours),
    codeLook,
    keymap.of([{ key: 'Mod-Enter', run }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    EditorView.contentAttributes.of({
      'aria-label': 'Program',
      'aria-description': 'Control Enter runs it. Tab indents; Escape, then Tab, leaves.',
      autocapitalize: 'off',
      tabindex: '0',
    }),
    EditorView.domEventHandlers({ beforeinput: typeOver }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) acts.current.onChange(state.doc.toString());
    }),
  ];
}

/**
 * Typing in place of a selection, done by the editor. The browser itself would carry the look of what was replaced on
 * by an inline style, which the policy of the page forbids.
 */
function typeOver(event: InputEvent, view: EditorView): boolean {
  const { data, inputType } = event;
  if (inputType !== 'insertText' || data === null || view.composing || view.state.selection.main.empty) return false;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
  return true;
}

function handleOf(view: EditorView): CodeHandle {
  return {
    code: () => view.state.doc.toString(),
    replace: (insert) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } }),
    goTo: ({ line, column }) => {
      const { doc } = view.state;
      const { from, to } = doc.line(Math.min(line, doc.lines));
      view.dispatch({ selection: { anchor: Math.min(to, from + column - 1) }, scrollIntoView: true });
      view.setTabFocusMode(false); // the Escape by which one left is over
      view.focus();
    },
  };
}
