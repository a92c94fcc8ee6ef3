import type { Comparison } from '@cairn/catalog';
import { Icon, SourceNote } from '@cairn/ui';
import { useState } from 'react';
import { capital } from '../app/words.ts';

type Cell = Comparison['rows'][number]['cells'][number];

/** Longer lists are folded after this many entries. */
const SHORT_LIST = 6;

export function CellContent({ cell, about }: { cell: Cell; about: string }) {
  const { text, values, note, facts, conflict } = cell;
  return (
    <div className="grid gap-2">
      {values && values.length > 1 ? <ValueList values={values} about={about} /> : <p>{capital(text)}</p>}
      {note ? <p className="text-[0.9rem] text-muted">{note}</p> : null}
      {conflict ? (
        <div className="grid gap-1 rounded-lg bg-warn-soft p-2.5 text-[0.9rem]">
          <p className="flex items-center gap-1.5 font-semibold text-warn">
            <Icon name="warning" className="size-4" /> Sources disagree
          </p>
          <p>{ended(conflict.versions)}</p>
          <p>Used here: {ended(conflict.use)}</p>
        </div>
      ) : null}
      <SourceNote
        about={about}
        evidence={facts.map(({ title, url, date, grade }) => ({ source: title, url, date, grade }))}
      />
    </div>
  );
}

/** Sentences of the catalog end with a full stop or without; here they all do. */
const ended = (sentence: string) => `${sentence.replace(/\.$/, '')}.`;

function ValueList({ values, about }: { values: readonly string[]; about: string }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? values : values.slice(0, SHORT_LIST);
  return (
    <>
      <ul className="grid list-disc gap-0.5 pl-4">
        {shown.map((value) => (
          <li key={value}>{value}</li>
        ))}
      </ul>
      {values.length > SHORT_LIST ? (
        <button
          type="button"
          className="w-fit rounded text-[0.9rem] text-accent underline decoration-dotted underline-offset-4"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? 'Show fewer' : `and ${values.length - SHORT_LIST} more`}
          <span className="sr-only">: {about}</span>
        </button>
      ) : null}
    </>
  );
}
