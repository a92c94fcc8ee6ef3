import type { PlanChanged, TodayPlan } from '@cairn/contract';
import { Button, Callout } from '@cairn/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../api.ts';
import { TextLink } from '../app/links.tsx';
import { PlanDiffList } from '../plan/plan-diff-list.tsx';
import { replan } from './today-requests.ts';

/** One question, one button. It can be left unanswered for as long as somebody likes. */
export function MissedNotice({ plan }: { plan: TodayPlan }) {
  const client = useQueryClient();
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: () => replan(plan.exam),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['today'] }),
        client.invalidateQueries({ queryKey: ['plan', plan.exam] }),
      ]),
  });
  if (data) return <Moved changed={data} />;
  if (!plan.missed) return null;
  return (
    <Callout title={plan.missed.sentence}>
      <p>Move it? What is worth most gets a new day, and no day grows beyond its minutes.</p>
      <div className="mt-3 flex flex-wrap items-center gap-4">
        <Button size="small" disabled={isPending} onClick={() => mutate()}>
          Move it
        </Button>
        <TextLink to="/plan/$exam" params={{ exam: plan.exam }}>
          See the plan for {plan.code}
        </TextLink>
      </div>
      {error ? <p className="mt-2 text-bad">{sentenceOf(error)}</p> : null}
    </Callout>
  );
}

function Moved({ changed: { diff } }: { changed: PlanChanged }) {
  if (diff === null) return null;
  return (
    <Callout tone="good" title="Moved" announce>
      <PlanDiffList diff={diff} />
    </Callout>
  );
}
