import type { Outcome, Readiness } from '@cairn/contract';
import { Button, Callout, chanceText, Icon } from '@cairn/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { sentenceOf } from '../api.ts';
import { dayInWords } from '../app/words.ts';
import { OutcomeDialog } from './outcome-dialog.tsx';
import { deleteOutcome, outcomesQuery } from './readiness-requests.ts';

/** The real exam, and what was said the day before: the only judge of the number above. */
export function Outcomes({ readiness }: { readiness: Readiness }) {
  const { data, error } = useQuery(outcomesQuery);
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const own = data?.filter(({ certification }) => certification === readiness.certification) ?? [];
  return (
    <section aria-labelledby="outcomes" className="grid gap-4">
      <div className="grid max-w-3xl gap-1">
        <h2 id="outcomes" className="text-2xl">
          Taken the real exam?
        </h2>
        <p className="text-muted">
          Write down how it went. Beside it stands what Cairn said the day before, frozen. Nothing leaves this machine.
        </p>
      </div>
      {error ? (
        <Callout tone="warn" title="Your recorded exams could not be read">
          <p>{sentenceOf(error)}</p>
        </Callout>
      ) : null}
      {own.length === 0 ? null : (
        <ul className="divide-y divide-line rounded-xl border border-line bg-card">
          {own.map((outcome) => (
            <OutcomeRow key={outcome.id} outcome={outcome} onGone={() => opener.current?.focus()} />
          ))}
        </ul>
      )}
      <div>
        <Button ref={opener} onClick={() => setOpen(true)}>
          I took the exam
        </Button>
      </div>
      {isOpen ? <OutcomeDialog readiness={readiness} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

/** `onGone`: its button goes away with it, and the focus must stand somewhere. */
function OutcomeRow({ outcome, onGone }: { outcome: Outcome; onGone: () => void }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteOutcome(outcome.id),
    onSuccess: () => {
      onGone();
      void queries.invalidateQueries({ queryKey: ['outcomes'] });
      void queries.invalidateQueries({ queryKey: ['reliability'] });
    },
  });
  const { takenOn, passed, scaledScore, predicted, isCounted } = outcome;
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-1 px-5 py-3">
      <span className="flex items-center gap-2 font-semibold">
        <Icon name={passed ? 'check' : 'cross'} />
        {passed ? 'Passed' : 'Not passed'}
        {scaledScore === null ? '' : `, ${scaledScore}`}
      </span>
      <span className="text-[0.94rem] text-muted">
        {dayInWords(takenOn)} ·{' '}
        {predicted === null
          ? 'not enough evidence the day before'
          : `Cairn said ${chanceText(predicted.probability)} the day before`}{' '}
        · {isCounted ? 'counted' : 'not counted'}
      </span>
      <Button
        size="small"
        look="quiet"
        className="ml-auto"
        disabled={remove.isPending}
        aria-label={`Delete the exam of ${dayInWords(takenOn)}`}
        onClick={() => remove.mutate()}
      >
        <Icon name="trash" /> Delete
      </Button>
      {remove.error ? <p className="w-full text-bad">{sentenceOf(remove.error)}</p> : null}
    </li>
  );
}
