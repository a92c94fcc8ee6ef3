import type { Outcome } from '@cairn/contract';
import { Button, chanceText, ErrorState } from '@cairn/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../api.ts';
import { dayInWords } from '../app/words.ts';
import { deleteOutcome, outcomesQuery } from '../readiness/readiness-requests.ts';
import { reliabilityQuery } from './queries.ts';

/** What was recorded on this machine, each with what was predicted. */
export function OwnOutcomes() {
  const { data, error, refetch } = useQuery(outcomesQuery);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: deleteOutcome,
    onSettled: () =>
      Promise.all([outcomesQuery, reliabilityQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey }))),
  });
  const failure = error ?? remove.error;
  return (
    <>
      {failure ? (
        <ErrorState
          title="The recorded exams could not be read or changed"
          detail={sentenceOf(failure)}
          onRetry={() => void refetch()}
        />
      ) : null}
      {data && data.length > 0 ? (
        <ul className="divide-y divide-line rounded-xl border border-line bg-card">
          {data.map((outcome) => (
            <OutcomeRow key={outcome.id} outcome={outcome} onDelete={() => remove.mutate(outcome.id)} />
          ))}
        </ul>
      ) : null}
    </>
  );
}

function OutcomeRow({ outcome, onDelete }: { readonly outcome: Outcome; readonly onDelete: () => void }) {
  const { code, takenOn, passed, predicted, isCounted } = outcome;
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-1 px-5 py-3">
      <span className="font-semibold">{code}</span>
      <span className="text-muted">{dayInWords(takenOn)}</span>
      <span>{passed ? 'Passed' : 'Not passed'}</span>
      <span className="text-[0.94rem] text-muted">
        {predicted
          ? `Cairn said ${chanceText(predicted.probability)} the day before`
          : 'not enough evidence the day before'}
        {isCounted ? '' : ' · not counted'}
      </span>
      <Button size="small" look="quiet" className="ml-auto" onClick={onDelete}>
        Delete
        <span className="sr-only">
          : {code}, {dayInWords(takenOn)}
        </span>
      </Button>
    </li>
  );
}
