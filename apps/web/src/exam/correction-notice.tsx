import type { ReportWithCorrection } from '@cairn/contract';
import { Button, Callout } from '@cairn/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { attemptsQuery } from '../app/queries.ts';
import { counted } from '../app/words.ts';
import { seeCorrection } from './attempt-requests.ts';
import { whole } from './exam-words.ts';

/** Says what corrected keys changed since; the report below stays as it was. */
export function CorrectionNotice({ report }: { readonly report: ReportWithCorrection }) {
  const { correction, attemptId, scored } = report;
  const client = useQueryClient();
  const see = useMutation({
    mutationFn: () => seeCorrection(attemptId),
    onSettled: () => client.invalidateQueries({ queryKey: attemptsQuery.queryKey }),
  });
  if (correction === null) return null;
  const regraded = correction.changes.filter(({ outcome }) => outcome === 'regraded');
  const { scored: now } = correction.report;
  return (
    <Callout
      tone="accent"
      title={`The key of ${counted(regraded.length, 'question')} was corrected since: ${whole(scored.percent)} % became ${whole(now.percent)} %`}
    >
      <ul className="mt-1 grid gap-1">
        {regraded.map(({ slot, number, before, after, toVersion }) => (
          <li key={slot}>
            Question {number}: {before.points} of {before.possible} became {after.points} of {after.possible}, by
            version {toVersion} of the question.
          </li>
        ))}
      </ul>
      <p className="mt-2">
        Readiness counts the corrected answers. The report below shows the attempt as it was scored on the day.
      </p>
      <div className="mt-3">
        <Button size="small" disabled={see.isPending || see.isSuccess} onClick={() => see.mutate()}>
          {see.isSuccess ? 'Noted' : 'I have seen it'}
        </Button>
      </div>
    </Callout>
  );
}
