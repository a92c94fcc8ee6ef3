import type { PlanChanged, PlanPreview, SavedPlan, Today } from '@cairn/contract';

type Plan = SavedPlan['plan'];
type Diff = NonNullable<PlanChanged['diff'] | Extract<PlanPreview, { outcome: 'planned' }>['diff']>;

const hours = (minutes: number): string => `${Math.round(minutes / 6) / 10} h`;

/** Days to come with their work, then the sum and what to know. */
export function describePlan(plan: Plan, code: string): string {
  const ahead = plan.days.filter(({ day }) => day >= plan.asOf);
  return [
    ...ahead.flatMap(({ day, kind, activities }) => {
      if (activities.length === 0) return kind === 'off' ? [] : [`${day}  free`];
      const lines = activities.map(({ title, minutes, state }) => {
        const time = minutes === 0 ? '      ' : `${String(minutes).padStart(3)} min`.slice(0, 7);
        return `${time}  ${state === 'done' ? 'done: ' : ''}${title}`;
      });
      return lines.map((line, index) => `${index === 0 ? day : ' '.repeat(day.length)}  ${line}`);
    }),
    `${code} on ${plan.examDay}${plan.isExamDayProposed ? ', as soon as it fits' : ''}: ${hours(plan.plannedMinutes)} planned of ${hours(plan.availableMinutes)}, ${Math.round(100 * plan.slackShare)} % kept free.`,
    ...plan.notices.map(({ text }) => text),
  ].join('\n');
}

export function describeDiff({ moved, added, dropped }: Diff): string {
  const lines = [
    ...moved.map(({ title, from, to, why }) => `${title}: ${from} to ${to}. ${why}`),
    ...added.map(({ title, to, why }) => `${title}: new on ${to}. ${why}`),
    ...dropped.map(({ title, why }) => `${title}: left out. ${why}`),
  ];
  return lines.length === 0 ? 'Nothing moves.' : lines.join('\n');
}

function daysWords(daysLeft: number, examDay: string): string {
  if (daysLeft < 0) return `was on ${examDay}`;
  if (daysLeft < 2) return daysLeft === 0 ? 'is today' : 'is tomorrow';
  return `in ${daysLeft} days, on ${examDay}`;
}

export function describeToday(today: Today): string {
  const { items, plans, streak, doneToday } = today;
  const work = items.map(({ minutes, title, kind, code, link }, index) => {
    const exam = plans.length > 1 && code ? `${code}  ` : '';
    return `${index + 1}. ${minutes} min  ${exam}${kind === 'cards' ? `${title} (cairn review)` : `${title}  ${link}`}`;
  });
  return [
    ...(plans.length === 0 ? ['There is no plan yet; cairn plan --exam AIF-C01 --when-ready makes one.'] : []),
    ...(work.length === 0 && plans.length > 0
      ? [doneToday.length > 0 ? 'Everything of today is done.' : 'Nothing is planned and nothing is due.']
      : work),
    ...plans.map(({ code, daysLeft, examDay, stones }) => {
      return `${code} ${daysWords(daysLeft, examDay)}: ${stones.done} of ${stones.total} done.`;
    }),
    ...plans.flatMap(({ code, missed }) =>
      missed ? [`${missed.sentence} cairn plan --exam ${code} --replan moves it.`] : [],
    ),
    ...(streak.days > 0 ? [`${streak.days} ${streak.days === 1 ? 'day' : 'days'} in a row.`] : []),
  ].join('\n');
}
