import type { PlanSetup, SavedPlan, WorkKind } from '@cairn/contract';
import { Fold, Icon } from '@cairn/ui';
import { counted, dayInWords, listed } from '../app/words.ts';
import { KIND_NAMES, timeText } from '../today/today-words.ts';
import { type PlanDay, type PlanWeek, weeksOf } from './plan-weeks.ts';

type Plan = SavedPlan['plan'];

const PHASES: Record<NonNullable<PlanWeek['phase']>, string> = {
  learn: 'Learn',
  deepen: 'Deepen',
  rehearse: 'Rehearse',
  'last-week': 'Last week',
  taper: 'Wind down',
};

/** More weeks than this would be a scroll nobody makes: later ones fold. */
const OPEN_WEEKS = 4;

type PlanCalendarProps = { readonly plan: Plan; readonly today: string; readonly setup: PlanSetup };

/** The plan week by week, each day with its work. */
export function PlanCalendar({ plan, today, setup }: PlanCalendarProps) {
  const weeks = weeksOf(plan);
  const current = weeks.findLastIndex(({ monday }) => monday <= today);
  return (
    <section aria-labelledby="calendar" className="grid gap-4">
      <h2 id="calendar" className="text-2xl sm:text-3xl">
        Week by week
      </h2>
      <p className="max-w-prose text-muted">{materialText(setup)}</p>
      <div className="border-b border-line">
        {weeks.map((week, index) => (
          <Fold
            key={`${week.monday}:${plan.examDay}`}
            open={index >= current && index < current + OPEN_WEEKS}
            summary={<WeekLine week={week} />}
          >
            <ol className="grid gap-2 md:grid-cols-7">
              {week.days.map(({ day, planned }) =>
                planned ? <DayCell key={day} day={planned} isToday={day === today} /> : <Gap key={day} />,
              )}
            </ol>
          </Fold>
        ))}
      </div>
    </section>
  );
}

function materialText({ material: { lessons, labs, cards, questions } }: PlanSetup): string {
  const all = [
    counted(lessons, 'lesson'),
    counted(labs, 'lab'),
    counted(cards, 'card'),
    counted(questions, 'question'),
  ];
  return `Here for it: ${listed(all)}.`;
}

function WeekLine({ week: { monday, phase, minutes } }: { week: PlanWeek }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-4">
      <span>Week of {dayInWords(monday)}</span>
      <span className="font-normal text-muted">
        {phase ? `${PHASES[phase]}, ` : ''}
        {timeText(minutes)}
      </span>
    </span>
  );
}

/** A day outside of the plan keeps its place in a wide week and takes none in a narrow one. */
function Gap() {
  return <li className="hidden md:block" aria-hidden="true" />;
}

const NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const CELLS: Record<PlanDay['kind'], string> = {
  study: 'border-line bg-card',
  buffer: 'border-dashed border-line bg-card',
  off: 'border-transparent bg-sunken',
  taper: 'border-line bg-card',
  exam: 'border-2 border-accent bg-accent-soft',
};

const EMPTY: Record<PlanDay['kind'], string> = {
  study: 'Nothing planned',
  buffer: 'Kept free',
  off: 'Off',
  taper: 'Rest',
  exam: '',
};

function DayCell({ day: { day, kind, activities }, isToday }: { day: PlanDay; isToday: boolean }) {
  const minutes = activities.reduce((sum, one) => sum + one.minutes, 0);
  return (
    <li
      className={`grid content-start gap-1.5 rounded-lg border p-2.5 text-[0.88rem] leading-snug ${CELLS[kind]} ${isToday ? 'ring-2 ring-ink' : ''}`}
      {...(isToday && { 'aria-current': 'date' as const })}
    >
      <p className="flex flex-wrap justify-between gap-x-2 font-semibold">
        <span>
          {NAMES[new Date(day).getUTCDay()]} {Number(day.slice(8))}
          {isToday ? <span className="sr-only">, today</span> : null}
        </span>
        {minutes > 0 ? <span className="font-normal tabular-nums text-muted">{timeText(minutes)}</span> : null}
      </p>
      {activities.length === 0 ? <p className="text-muted">{EMPTY[kind]}</p> : null}
      <ul className="grid gap-1.5">
        {activities.map((activity) => (
          <Work key={activity.id} activity={activity} />
        ))}
      </ul>
    </li>
  );
}

const MARKS: Record<WorkKind, string> = {
  diagnosis: 'bg-warn',
  mock: 'bg-ink',
  'review-mock': 'border-2 border-ink',
  cards: 'border-2 border-accent',
  lesson: 'bg-accent',
  lab: 'rotate-45 bg-good',
  practice: 'border-2 border-good',
  rest: 'bg-line',
  exam: 'bg-ink',
};

function Work({ activity: { kind, title, state } }: { activity: PlanDay['activities'][number] }) {
  const isDone = state === 'done';
  return (
    <li className="flex gap-1.5">
      {isDone ? (
        <Icon name="check" className="mt-0.5 size-3.5 text-good" />
      ) : (
        <span className={`mt-1.5 size-2 shrink-0 rounded-[2px] ${MARKS[kind]}`} aria-hidden="true" />
      )}
      <span className={isDone ? 'text-muted' : undefined}>
        <span className="sr-only">{isDone ? 'Done: ' : `${KIND_NAMES[kind]}: `}</span>
        {title}
      </span>
    </li>
  );
}
