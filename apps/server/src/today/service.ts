import type { Today } from '@cairn/contract';
import type { Clock, Instant } from '@cairn/kernel';
import type { CardService } from '../cards/service.ts';
import type { SettingsRepository } from '../cards/settings-repository.ts';
import { studyTime } from '../cards/study-time.ts';
import type { EvidenceRepository } from '../evidence/repository.ts';
import type { PlanService, StandingPlan } from '../plans/service.ts';
import type { WorkRepository } from '../plans/work-repository.ts';
import { fitToday } from './box.ts';
import { doneToday, LOAD_DAYS, loadOf, masteryOf, streakAndHeat, todayPlanOf } from './progress.ts';

export type TodayDeps = {
  readonly plans: PlanService;
  readonly cards: Pick<CardService, 'today' | 'forecast'>;
  readonly work: WorkRepository;
  readonly evidence: EvidenceRepository;
  readonly settings: SettingsRepository;
  readonly learnerId: string;
  readonly clock: Clock;
};

export type TodayAsked = {
  readonly minutes?: number | undefined;
  readonly timeZone?: string | undefined;
  readonly exam?: string | undefined;
};

/** The heat map covers 53 weeks; a streak that is longer shows as that. */
const YEAR_MILLISECONDS = 372 * 86_400_000;

/**
 * What to do now, over all plans. Nothing is stored: a plan that slipped says so and waits.
 *
 * @throws Problem `exam-unknown` or `time-zone-unknown`
 */
export async function todayFor(deps: TodayDeps, { minutes, timeZone, exam }: TodayAsked): Promise<Today> {
  const time = await studyTime(deps, timeZone);
  const { day, now } = time.day;
  const [standing, due, forecast, spent] = await Promise.all([
    deps.plans.standing(timeZone, exam),
    deps.cards.today(timeZone),
    deps.cards.forecast(undefined, LOAD_DAYS, timeZone),
    deps.work.timeSince(deps.learnerId, (now - YEAR_MILLISECONDS) as Instant), // whole days before an instant
  ]);
  const mastery = await Promise.all(standing.map((plan) => masteryFor(deps, plan)));
  return {
    day,
    timeZone: time.timeZone,
    ...fitToday(standing, due, minutes),
    plans: standing.map(todayPlanOf),
    doneToday: doneToday(standing),
    dueCards: due,
    ...streakAndHeat(standing, spent, time),
    load: loadOf(standing, forecast.days, day),
    mastery,
    isNew: standing.length === 0 && spent.length === 0,
  };
}

async function masteryFor({ evidence, learnerId }: TodayDeps, plan: StandingPlan) {
  return masteryOf(plan, await evidence.answers(learnerId, plan.premises.exam));
}
