import { Button } from '@cairn/ui';
import { useEffect, useState } from 'react';

type State = 'ready' | 'copied' | 'refused';

const WORDS: Record<State, string> = { ready: 'Copy', copied: 'Copied', refused: 'Select and copy it yourself' };

/** Puts a text into the clipboard, and says whether that went well. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<State>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), 2_500);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    void writeClipboard(text).then(
      () => setState('copied'),
      () => setState('refused'), // the browser asks the person, who may say no
    );
  return (
    <Button size="small" onClick={copy}>
      <span role="status">{WORDS[state]}</span>
      <span className="sr-only"> {what}</span>
    </Button>
  );
}

/** There is no clipboard on pages that came without TLS from another machine. */
async function writeClipboard(text: string): Promise<void> {
  if (!('clipboard' in navigator)) throw new Error('this page may not use the clipboard');
  await navigator.clipboard.writeText(text);
}
