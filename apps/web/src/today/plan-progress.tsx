import type { TodayPlan } from '@cairn/contract';
import { Card, StackedStones } from '@cairn/ui';
import { TextLink } from '../app/links.tsx';
import { countdownText, KIND_PLURALS } from './today-words.ts';

/** More stones than this are no pile any more: each then stands for several pieces of work. */
const PILE = 10;

/** How far the way to one exam is laid. */
export function PlanProgress({ plan }: { plan: TodayPlan }) {
  const { done, total, share, byKind } = plan.stones;
  const stones = Math.min(PILE, total);
  const laid = total === 0 ? 0 : Math.floor((stones * done) / total + (done > 0 && done * stones < total ? 1 : 0));
  return (
    <Card className="grid gap-3">
      <h2 className="text-xl">
        <TextLink to="/plan/$exam" params={{ exam: plan.exam }} className="text-ink">
          {plan.code}
        </TextLink>
      </h2>
      <p className="text-[0.97rem]">{countdownText(plan)}</p>
      {plan.daysLeft <= 0 ? (
        <TextLink to="/readiness/$examId" params={{ examId: plan.exam }}>
          Record how it went
        </TextLink>
      ) : null}
      <div className="flex items-end gap-5">
        <StackedStones done={laid} total={Math.max(1, stones)} label="" className="h-28 shrink-0" />
        <div className="grid gap-1">
          <p className="font-semibold">
            {done} of {total} stones laid
          </p>
          <p className="text-[0.94rem] text-muted">{Math.round(100 * share)} % of the time of the plan</p>
          <ul className="text-[0.94rem] text-muted tabular-nums">
            {byKind
              .filter(({ kind }) => kind !== 'cards')
              .map((one) => (
                <li key={one.kind}>
                  {one.done}/{one.total} {KIND_PLURALS[one.kind]}
                </li>
              ))}
          </ul>
        </div>
      </div>
    </Card>
  );
}
