import type { SearchAnswer } from '@cairn/contract';
import { Button, Dialog, ErrorState, TextInput } from '@cairn/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import { sentenceOf } from '../api.ts';
import { TextLink } from '../app/links.tsx';
import { LONGEST_QUERY } from './page-search.ts';
import { forgetRecent, noteRecent, readRecent } from './recent-searches.ts';
import { ResultGroups } from './result-groups.tsx';
import { isSearchable, searchQuery } from './search-requests.ts';
import { outcomeText } from './search-words.ts';
import { useSettled } from './use-settled.ts';

const EACH = 4;
const SETTLE_MILLISECONDS = 120;

type Props = { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void };

/** Arrow keys walk from the field through the results and back. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, [data-result]')];
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
}

export function SearchDialog({ isOpen, onOpenChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange} title="Search" initialFocus={field} place="top">
      <Searching field={field} close={() => onOpenChange(false)} />
    </Dialog>
  );
}

type SearchingProps = { readonly field: React.RefObject<HTMLInputElement | null>; readonly close: () => void };

/** Mounted with the dialog, so that each search begins with an empty field. */
function Searching({ field, close }: SearchingProps) {
  const [q, setQ] = useState('');
  const settled = useSettled(q, SETTLE_MILLISECONDS);
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(searchQuery({ q: settled, limit: EACH }));
  const open = () => {
    noteRecent(q);
    close();
  };
  const showAll = () => {
    if (!isSearchable(q)) return;
    open();
    void navigate({ to: '/search', search: { q } });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble here from the field and the links, which are reachable by Tab too
    <div className="grid gap-4" onKeyDown={walk}>
      <TextInput
        ref={field}
        type="search"
        aria-label="Words to look for"
        placeholder="A lesson, a term, a service, a code"
        autoComplete="off"
        maxLength={LONGEST_QUERY}
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && showAll()}
      />
      {error ? (
        <ErrorState title="The search failed" detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : isSearchable(q) ? (
        <Answer answer={data} q={q} onOpen={open} />
      ) : (
        <Recent onPick={setQ} onDone={() => field.current?.focus()} />
      )}
      <p className="hidden text-[0.88rem] text-muted sm:block">Arrow keys move, Enter opens, Esc closes.</p>
    </div>
  );
}

type AnswerProps = { readonly answer: SearchAnswer | undefined; readonly q: string; readonly onOpen: () => void };

function Answer({ answer, q, onOpen }: AnswerProps) {
  return (
    <div className="grid gap-4">
      <p role="status" className="text-[0.94rem] text-muted">
        {answer ? outcomeText(answer) : 'Searching…'}
        {answer?.isReady === false ? ' The index is still being made; look again in a moment.' : ''}
      </p>
      {answer && answer.total > 0 ? (
        <div className="-mx-3 grid gap-4">
          <ResultGroups groups={answer.groups} onOpen={onOpen} />
        </div>
      ) : null}
      {answer?.groups.some(({ total, results }) => total > results.length) ? (
        <p>
          <TextLink to="/search" search={{ q }} data-result onClick={onOpen}>
            See all {answer.total} results
          </TextLink>
        </p>
      ) : null}
    </div>
  );
}

function Recent({ onPick, onDone }: { readonly onPick: (q: string) => void; readonly onDone: () => void }) {
  const [recent, setRecent] = useState(readRecent);
  if (recent.length === 0) {
    return (
      <p className="text-muted">Lessons, terms, labs and certifications, and the cards and questions you have met.</p>
    );
  }
  return (
    <div className="grid gap-2">
      <h2 className="font-sans text-[0.94rem] font-semibold text-muted">Looked for before</h2>
      <ul className="flex flex-wrap gap-2">
        {recent.map((one) => (
          <li key={one}>
            <Button
              size="small"
              data-result
              className="max-w-full truncate"
              onClick={() => {
                onPick(one);
                onDone();
              }}
            >
              {one}
            </Button>
          </li>
        ))}
      </ul>
      <p>
        <Button
          size="small"
          look="quiet"
          className="-ml-3"
          onClick={() => {
            forgetRecent();
            setRecent([]);
            onDone();
          }}
        >
          Forget these
        </Button>
      </p>
    </div>
  );
}
