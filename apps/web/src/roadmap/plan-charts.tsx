import type { Roadmap, RoadmapStep } from '@cairn/catalog';
import { addDays, type Day } from '@cairn/kernel';
import { Timeline, type TimelineItem, type TimelineMark } from '@cairn/ui';

/** Weeks and years do not share one scale: the way to the goal first, then the years in which it is kept. */
export function PlanCharts({ plan, today }: { plan: Roadmap; today: Day }) {
  const goalOn = plan.total.endsOn;
  const onTheWay = plan.steps.filter(({ startsOn }) => startsOn <= goalOn);
  const after = plan.steps.filter(({ startsOn }) => startsOn > goalOn);
  const milestones = onTheWay.filter(({ kind }) => kind === 'milestone');
  return (
    <div className="grid gap-8">
      <Timeline
        title={`The way to ${plan.to}`}
        items={onTheWay.filter(({ kind }) => kind !== 'milestone').map(itemOf)}
        marks={[todayMark(today), ...milestones.map(markOf)].filter(({ on }) => on <= addDays(goalOn, 30))}
      />
      {after.length > 0 ? (
        <Timeline title="Afterwards: what keeps it valid" items={after.map(itemOf)} marks={[goalMark(plan)]} />
      ) : null}
      <Legend />
    </div>
  );
}

function itemOf({ id, kind, title, startsOn, endsOn, notes, state }: RoadmapStep): TimelineItem {
  const short = kind === 'exam' ? (title.split(':')[0] ?? title) : title;
  return {
    id,
    kind,
    label: short,
    startsOn,
    endsOn,
    ...(notes[0] !== undefined && { note: notes[0] }),
    done: state === 'done',
  };
}

function todayMark(today: Day): TimelineMark {
  return { on: today, label: 'Today', tone: 'today' };
}

function goalMark(plan: Roadmap): TimelineMark {
  return { on: plan.total.endsOn, label: `${plan.to} passed`, tone: 'today' };
}

function markOf({ title, startsOn }: RoadmapStep): TimelineMark {
  return { on: startsOn, label: title, tone: 'warn' };
}

function Legend() {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-[0.94rem] text-muted" aria-label="Signs in the charts">
      <li className="flex items-center gap-2">
        <span className="h-3 w-8 rounded-full bg-accent" /> study
      </li>
      <li className="flex items-center gap-2">
        <span className="h-3.5 w-5 rounded-[50%] bg-ink" /> exam
      </li>
      <li className="flex items-center gap-2">
        <span className="size-3.5 rounded-full border-2 border-accent" /> renewal
      </li>
      <li className="flex items-center gap-2">
        <span className="h-4 border-l-2 border-dashed border-warn" /> a date of the exam itself
      </li>
    </ul>
  );
}
