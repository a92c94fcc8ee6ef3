import { Button } from '@cairn/ui';
import { useState } from 'react';
import { counted } from '../../app/words.ts';
import type { HeldHeading } from '../reading/messages.ts';
import { useAnswer } from './answer-context.ts';
import { Section } from './section.tsx';

const FIRST = 12;
const MORE = 50;

/** The postings whose texts are in memory. */
export function PostingList({ held, read }: { readonly held: readonly HeldHeading[]; readonly read: number }) {
  const { open } = useAnswer();
  const [count, setCount] = useState(FIRST);
  if (held.length === 0) return null;
  return (
    <Section
      title="The postings"
      lede={
        held.length < read
          ? `The texts of ${held.length} are in memory, so that they can be read here with what was found in them; the page forgets them when it is closed.`
          : 'Open one to see what was found in it. The page forgets the texts when it is closed.'
      }
    >
      <ul className="grid gap-x-10 sm:grid-cols-2">
        {held.slice(0, count).map(({ id, title, names }) => (
          <li key={id} className="border-b border-line">
            <button
              type="button"
              className="group flex min-h-11 w-full items-baseline justify-between gap-4 py-2 text-left hover:text-accent"
              onClick={() => open(id)}
            >
              <span className="min-w-0 wrap-anywhere">{title}</span>
              <span className="shrink-0 text-[0.9rem] tabular-nums text-muted">{counted(names, 'name')}</span>
            </button>
          </li>
        ))}
      </ul>
      {held.length > count ? (
        <Button look="quiet" size="small" className="-ml-3 w-fit" onClick={() => setCount(count + MORE)}>
          Show {Math.min(MORE, held.length - count)} more
        </Button>
      ) : null}
    </Section>
  );
}
