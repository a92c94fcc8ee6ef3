export { type HeatMap, type HeatMapDay, heatMap } from './days/heat-map.ts';
export { learnerDay } from './days/learner-day.ts';
export { DAY_STARTS_AT_HOUR, localDay } from './days/local-day.ts';
export { type LoggedActivity, type Streak, type StreakRequest, streakOf } from './days/streak.ts';
export { timeZoneFault } from './days/time-zone.ts';
export { DEFAULT_PARAMETERS, migrateWeights } from './memory/algorithm.ts';
export { CardMemory, CardPhase, MemoryParameters, Review } from './memory/card-memory.ts';
export { type ForeignSchedule, type ImportedMemory, importMemory } from './memory/import.ts';
export { Rating } from './memory/rating.ts';
export { elapsedDays, intervalFor, recallAt } from './memory/recall.ts';
export { mergeReviews, replay } from './memory/replay.ts';
export { preview, review } from './memory/review.ts';
export { type CalendarEntry, calendarOf, planCalendarFile } from './plan/calendar.ts';
export { planDiff } from './plan/change/diff.ts';
export { replan } from './plan/change/replan.ts';
export { isFreeDay } from './plan/free-day.ts';
export { makePlan } from './plan/make-plan.ts';
export { premisesOf } from './plan/premises.ts';
export { Activity } from './plan/shape/activity.ts';
export { DaysOff, DoneActivity, PlanGoal, PlanInput, WeekMinutes } from './plan/shape/input.ts';
export {
  type Notice,
  type Phase,
  Plan,
  type PlanChange,
  PlanDay,
  PlanDiff,
  type PlanOutcome,
  type PlanRefused,
  type ReplanOutcome,
} from './plan/shape/plan.ts';
export { type ActivityKind, PLAN_PRESETS, type PlanPreset, WEEKDAYS } from './plan/shape/vocabulary.ts';
export { type Balance, balanceDue } from './reviews/balance.ts';
export type { LearnerDay, ReviewCard } from './reviews/card.ts';
export { type CatchUp, type CatchUpDay, type CatchUpRequest, catchUp } from './reviews/catch-up.ts';
export { type ByRating, type Effort, firstSeconds, stepSeconds, USUAL_EFFORT } from './reviews/effort.ts';
export {
  type ExamChoice,
  type ExamDay,
  type ExamDayRequest,
  type ExamReason,
  planExamDay,
} from './reviews/exam/exam-mode.ts';
export { type FitVerdict, judgeFit, logLoss, type Prediction, predictions, rmseBins } from './reviews/fit/evaluate.ts';
export {
  MINIMUM_REVIEWS_TO_FIT,
  splitInstant,
  type TrainingItem,
  type TrainingReview,
  type TrainingSet,
  trainingSet,
} from './reviews/fit/training-set.ts';
export { type ForecastDay, type ForecastRequest, forecast } from './reviews/forecast.ts';
export { nextCard, type QueueEntry, type QueueReason, type QueueRequest, reviewQueue } from './reviews/queue.ts';
export type { TodayItem } from './today/box.ts';
export { type Stones, stonesOf } from './today/stones.ts';
export { type DueCards, type TodayList, type TodayRequest, todayList } from './today/today-list.ts';
