import type { SearchResult, SearchText } from '@cairn/contract';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';

const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

type Props = { readonly result: SearchResult; readonly onOpen: () => void };

/** A result is a link, and opens in another window as any link does. */
export function ResultLink({ result, onOpen }: Props) {
  const { history } = useRouter();
  return (
    <a
      href={result.link}
      data-result
      className="grid gap-0.5 rounded-lg px-3 py-2.5 text-ink no-underline hover:bg-sunken focus-visible:bg-sunken"
      onClick={(event) => {
        onOpen();
        if (!isPlain(event)) return;
        event.preventDefault();
        history.push(result.link);
      }}
    >
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="line-clamp-2 font-semibold">
          <Pieces text={result.title} />
        </span>
        {result.exam ? <span className="text-[0.88rem] font-semibold text-muted">{placeOf(result)}</span> : null}
      </span>
      <span className="line-clamp-2 text-[0.94rem] text-muted">
        <Pieces text={result.snippet} />
      </span>
    </a>
  );
}

/** `AIF-C01 1.2` for what belongs to a task; a certification says its code already. */
function placeOf({ kind, ref, exam }: SearchResult): string {
  if (kind === 'certification') return '';
  return kind === 'lesson' ? ref.toUpperCase().replace('/', ' ') : (exam ?? '').toUpperCase();
}

function Pieces({ text }: { text: SearchText }) {
  return text.map(({ text: piece, isHit }, index) =>
    isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name and never move
      <mark key={index} className="bg-transparent text-accent underline decoration-2 underline-offset-3">
        {piece}
      </mark>
    ) : (
      piece
    ),
  );
}
