import { Badge, Button, Loading } from '@cairn/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Mark, OpenPosting } from '../reading/messages.ts';
import { readingStore } from '../reading/reading-store.ts';
import { segmentsOf } from '../segments.ts';
import { DEMAND_WORDS } from './strengths.ts';

/** Laid out at once; a posting has 5,000 characters, a book that somebody dropped 200,000. */
const AT_ONCE = 15_000;

/** The text of a posting as it was brought, with what was found in it. Text is all it is. */
export function OpenedPosting({ id }: { readonly id: string }) {
  const [posting, setPosting] = useState<OpenPosting | 'gone'>();
  useEffect(() => {
    let isWanted = true;
    void readingStore.open(id).then((found) => {
      if (isWanted) setPosting(found ?? 'gone');
    });
    return () => {
      isWanted = false;
    };
  }, [id]);
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone, and a reader begins at the top.
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      {posting === undefined ? <Loading label="Opening the posting" lines={2} /> : null}
      {posting === 'gone' ? <p>Its text is no longer in memory. Bring the posting again to read it here.</p> : null}
      {posting && posting !== 'gone' ? <MarkedPosting posting={posting} /> : null}
    </div>
  );
}

function MarkedPosting({ posting: { text, marks } }: { readonly posting: OpenPosting }) {
  const [isWhole, setWhole] = useState(text.length <= AT_ONCE);
  const shown = isWhole ? text : text.slice(0, AT_ONCE);
  const segments = useMemo(() => segmentsOf(shown, marks), [shown, marks]);
  return (
    <div className="grid gap-4">
      <Found marks={marks} />
      <div className="whitespace-pre-wrap wrap-anywhere rounded-lg border border-line bg-paper p-4 text-[0.97rem]">
        {segments.map((segment) =>
          segment.marks.length === 0 ? (
            <span key={segment.start}>{segment.text}</span>
          ) : (
            <mark key={segment.start} className={lookOf(segment.marks)} title={wordsOf(segment.marks)}>
              {segment.text}
            </mark>
          ),
        )}
      </div>
      {isWhole ? null : <Button onClick={() => setWhole(true)}>Show the rest of the text</Button>}
    </div>
  );
}

function lookOf(marks: readonly Mark[]): string {
  const look = 'rounded-xs text-ink underline underline-offset-3 ';
  if (marks.some(({ strength }) => strength === 'required')) {
    return `${look}bg-accent/25 font-semibold decoration-accent decoration-2`;
  }
  const isDemand = marks.some(({ strength }) => strength !== undefined && strength !== 'boilerplate');
  return isDemand
    ? `${look}bg-accent-soft decoration-accent decoration-1`
    : `${look}bg-transparent decoration-muted decoration-dotted`;
}

const markWords = ({ label, strength }: Mark) => (strength ? `${label}: ${DEMAND_WORDS[strength]}` : label);
const wordsOf = (marks: readonly Mark[]) => marks.map(markWords).join('; ');

/** The same in a list, for whoever does not see the marks or wants them at a glance. */
function Found({ marks }: { readonly marks: readonly Mark[] }) {
  const words = new Map(marks.map((mark) => [markWords(mark), mark]));
  if (words.size === 0) return <p className="text-muted">Nothing that is counted was found in it.</p>;
  return (
    <ul className="flex flex-wrap gap-1.5" aria-label="Found in it">
      {[...words].map(([text, { strength }]) => (
        <li key={text}>
          <Badge tone={strength === 'required' ? 'accent' : 'neutral'}>{text}</Badge>
        </li>
      ))}
    </ul>
  );
}
