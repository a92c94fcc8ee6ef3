import { Button, Dialog } from '@cairn/ui';
import { type RefObject, useId, useRef, useState } from 'react';
import { toggled } from './choosing.ts';
import { MAX_PASSAGES, sentencesOf } from './passages.ts';
import type { Player } from './use-player.ts';

const LONGEST_NOTE = 4000;

/** Kept as it is written; closing loses nothing. */
export function NoteDialog({ player, onClose }: { player: Player; onClose: () => void }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(player.state.note);
  const change = (next: string) => {
    setText(next);
    player.note(next);
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Note"
      initialFocus={field}
      actions={
        <>
          <Button onClick={() => change('')} disabled={text === ''}>
            Clear
          </Button>
          <Button look="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <label htmlFor={id} className="text-[0.94rem] text-muted">
        For yourself; it is saved as you type and not scored.
      </label>
      <textarea
        id={id}
        ref={field}
        rows={6}
        maxLength={LONGEST_NOTE}
        value={text}
        disabled={player.isLocked && player.attempt.mode === 'exam'}
        onChange={(event) => change(event.target.value)}
        className="mt-2 w-full rounded-lg border border-muted/70 bg-paper p-3"
      />
    </Dialog>
  );
}

type HighlightProps = {
  readonly player: Player;
  readonly box: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

/** Highlighting without a mouse: the sentences on screen, to tick. */
export function HighlightDialog({ player, box, onClose }: HighlightProps) {
  const { highlights } = player.state;
  // biome-ignore lint/performance/useDomNodeTextContent: its line breaks part the paragraphs, which textContent glues together
  const [sentences] = useState(() => sentencesOf(box.current?.innerText ?? ''));
  const isFull = highlights.length >= MAX_PASSAGES;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Highlight"
      description="Select words in the question and press Highlight, or choose whole sentences here."
      actions={
        <>
          <Button onClick={() => player.highlight([])} disabled={highlights.length === 0}>
            Clear all
          </Button>
          <Button look="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <ul className="grid gap-2">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <label className="flex items-start gap-3">
              <input
                type="checkbox"
                className="mt-1.5 size-4 shrink-0"
                checked={highlights.includes(sentence)}
                disabled={isFull && !highlights.includes(sentence)}
                onChange={() => player.highlight(toggled(highlights, sentence))}
              />
              <span>{sentence}</span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
