import type { Today } from '@cairn/contract';
import { type DueCards, type TodayList, todayList } from '@cairn/scheduling';
import type { StandingPlan } from '../plans/service.ts';
import { cardsEntry, entryOf } from './entries.ts';

type Box = Pick<Today, 'minutes' | 'items' | 'waiting' | 'isFree'>;

/** Less than this is no start on anything, so a small box goes to the nearest exam alone. */
const LEAST_MINUTES = 10;

/**
 * The day's work of all plans, fitted into the time there is. Plans share it by what each holds for today, the nearest
 * exam first; cards of all exams come with the first that has a share.
 */
export function fitToday(plans: readonly StandingPlan[], due: DueCards, available: number | undefined): Box {
  const active = plans.filter(({ saved: { plan }, premises: { today } }) => today <= plan.examDay);
  if (active.length === 0) return cardsAlone(due, available);
  const shares = available === undefined ? undefined : sharesOf(active, available);
  const first = shares === undefined ? 0 : shares.findIndex((share) => share > 0);
  const lists = active.flatMap((plan, index) => {
    const availableMinutes = shares?.[index];
    if (availableMinutes === 0) return [];
    const { today } = plan.premises;
    const dueCards = index === first ? due : { count: 0, minutes: 0 };
    const asked = { plan: plan.saved.plan, day: today, dueCards };
    return [{ plan, list: todayList(availableMinutes === undefined ? asked : { ...asked, availableMinutes }) }];
  });
  return merged(lists);
}

type Listed = { readonly plan: StandingPlan; readonly list: TodayList };

function merged(lists: readonly Listed[]): Box {
  return {
    minutes: lists.reduce((sum, { list }) => sum + list.minutes, 0),
    items: lists.flatMap(({ plan, list }) => list.items.map((item) => entryOf(item, plan))),
    waiting: lists.flatMap(({ plan, list }) =>
      list.waiting.map(({ activity, why }) => ({ exam: plan.premises.exam, title: activity.title, why })),
    ),
    isFree: lists.every(({ list }) => list.isFree),
  };
}

function cardsAlone(due: DueCards, available: number | undefined): Box {
  const minutes = Math.min(due.minutes, available ?? due.minutes);
  const items = due.count === 0 ? [] : [cardsEntry(Math.max(1, minutes), due.minutes)];
  return { minutes: available ?? due.minutes, items, waiting: [], isFree: items.length === 0 };
}

/** Whole minutes for each plan that sum to `available`. */
export function sharesOf(plans: readonly StandingPlan[], available: number): number[] {
  const planned = plans.map(plannedToday);
  const total = planned.reduce((sum, minutes) => sum + minutes, 0);
  let left = available;
  const shares = planned.map((minutes, index) => {
    if (index === 0) return 0; // what the others leave
    const share = total === 0 ? 0 : Math.floor((available * minutes) / total);
    const given = share < LEAST_MINUTES ? 0 : share;
    left -= given;
    return given;
  });
  return shares.map((share, index) => (index === 0 ? left : share));
}

/** Minutes that a plan still holds for today. */
function plannedToday({ saved: { plan }, premises: { today } }: StandingPlan): number {
  const activities = plan.days.find(({ day }) => day === today)?.activities ?? [];
  return activities.filter(({ state }) => state === 'planned').reduce((sum, { minutes }) => sum + minutes, 0);
}
