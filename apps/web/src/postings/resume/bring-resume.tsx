import { Button, Card, Field } from '@cairn/ui';
import { useRef, useState } from 'react';
import type { BroughtFile } from '../reading/messages.ts';

type BringProps = { readonly isReading: boolean; readonly onBring: (file: BroughtFile) => void };

const ACCEPT = '.pdf,.docx,.txt,.md,.html,.htm';

/** A résumé by drop, file or paste. */
export function BringResume({ isReading, onBring }: BringProps) {
  const [text, setText] = useState('');
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const bringFile = (file: File | null | undefined) => {
    if (file) onBring({ name: file.name, file });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; button and field do the same
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        bringFile(event.dataTransfer.files.item(0));
      }}
    >
      <Card className={`grid gap-4 ${isOver ? '!border-accent !bg-accent-soft' : ''}`}>
        <Field label="Your résumé" hint="Paste its text, or drop a PDF, Word or text file anywhere on this card.">
          {(control) => (
            <textarea
              {...control}
              rows={6}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
              className="w-full rounded-lg border border-muted/70 bg-paper p-3"
            />
          )}
        </Field>
        <div className="flex flex-wrap items-center gap-3">
          <Button
            look="primary"
            disabled={text.trim() === '' || isReading}
            onClick={() => onBring({ name: 'Your résumé', file: new Blob([text], { type: 'text/plain' }) })}
          >
            Put it beside
          </Button>
          <Button disabled={isReading} onClick={() => input.current?.click()}>
            Choose a file …
          </Button>
          <span role="status" className="text-muted">
            {isReading ? 'Reading your résumé …' : ''}
          </span>
        </div>
        <p className="text-[0.94rem] text-muted">
          It is read in this window and kept nowhere: not sent, not saved, forgotten when you leave the page.
        </p>
        <input
          ref={input}
          type="file"
          accept={ACCEPT}
          className="hidden"
          tabIndex={-1}
          aria-label="File of your résumé"
          onChange={({ currentTarget }) => {
            bringFile(currentTarget.files?.item(0));
            currentTarget.value = ''; // the same file may be chosen again after a correction
          }}
        />
      </Card>
    </div>
  );
}
