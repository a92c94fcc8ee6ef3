import type { Day } from '@cairn/kernel';
import { density, labsLeft, lessonsOf } from '../choose/select.ts';
import { type Task, totalMinutes } from '../choose/tasks.ts';
import { practiceNumber } from '../place/build.ts';
import type { Premises } from '../premises.ts';
import type { Activity } from '../shape/activity.ts';
import type { Plan, PlanDay } from '../shape/plan.ts';
import { practiceWork } from '../work.ts';
import { compareWorth, openBoard, type Reason, type Seeker, type Slot, takeDisplaced, takeMissed } from './board.ts';
import { type Place, practiceBudget, putMock, putPractice, putReview, putWork } from './put.ts';

export type Repaired = {
  readonly days: readonly PlanDay[];
  readonly cut: readonly Activity[];
  readonly dropped: readonly Activity[];
  /** Why each activity that lost or found a day did, by id. */
  readonly reasons: ReadonlyMap<string, Reason>;
};

/** Changes as few days as it can: only what lost its day, and what must give way to something worth more, moves. */
export function repairDays(previous: Plan, premises: Premises, tasks: readonly Task[]): Repaired {
  const { today } = premises;
  const board = openBoard(previous, premises);
  const place: Place = { board, today, examDay: previous.examDay, evicted: [] };
  const newcomers = newSeekers(previous, premises, tasks, board);
  const lost = [...takeMissed(board, today), ...takeDisplaced(board, today), ...newcomers];
  const seekers = withFollowers(
    board,
    lost.filter(({ activity }) => isStillWanted(activity, premises)),
  );
  const reasons = new Map<string, Reason>();
  const dropped: Activity[] = [];
  const settle = (seeker: Seeker, isPlaced: boolean) => {
    reasons.set(seeker.activity.id, seeker.reason);
    if (!isPlaced) dropped.push(seeker.activity);
  };
  placeWork(place, seekers, settle);
  placeLabsAfterLessons(place, settle);
  placeRehearsals(place, seekers, settle);
  placePractice(place, [...seekers, ...place.evicted.splice(0)], settle);
  tidyPractice(place, tasks, settle);
  return { days: board.map(closed), cut: cutAfter(previous, premises, tasks, board, dropped), dropped, reasons };
}

/** Once something is known of the learner, a diagnosis that was missed has nothing left to find out. */
function isStillWanted({ kind }: Activity, { known }: Premises): boolean {
  return kind !== 'diagnosis' || Object.keys(known).length === 0;
}

type Settle = (seeker: Seeker, isPlaced: boolean) => void;

/** Lessons, labs and the diagnosis, worth most first; what one of them drives out seeks a day in turn. */
function placeWork(place: Place, seekers: readonly Seeker[], settle: Settle): void {
  let queue = seekers.filter(({ activity }) => isWork(activity));
  while (queue.length > 0) {
    const seeker = nextSeeker(queue);
    const isPlaced = putWork(place, seeker.activity, earliestFor(place, seeker.activity));
    settle(seeker, isPlaced);
    queue = [...queue.filter((one) => one !== seeker), ...takeEvicted(place)];
  }
}

/** The one worth most; of a piece in parts, the first part. */
function nextSeeker(queue: readonly Seeker[]): Seeker {
  const best = queue.reduce((a, b) => (compareWorth(b.activity, a.activity) > 0 ? b : a));
  const parts = queue.filter(({ activity }) => keyOf(activity) === keyOf(best.activity));
  return parts.reduce((a, b) => ((b.activity.part?.number ?? 0) < (a.activity.part?.number ?? 0) ? b : a));
}

function takeEvicted(place: Place): Seeker[] {
  const work = place.evicted.filter(({ activity }) => isWork(activity));
  place.evicted.splice(0, place.evicted.length, ...place.evicted.filter(({ activity }) => !isWork(activity)));
  return work;
}

function isWork({ kind }: Activity): boolean {
  return kind === 'lesson' || kind === 'lab' || kind === 'diagnosis';
}

/** Not before the part before it; a lab not before the lessons of its tasks. */
function earliestFor({ board, today }: Place, activity: Activity): Day {
  const isBefore = (one: Activity) =>
    (one.kind === activity.kind &&
      one.ref === activity.ref &&
      (one.part?.number ?? 0) < (activity.part?.number ?? 0)) ||
    (activity.kind === 'lab' && one.kind === 'lesson' && one.tasks.some((task) => activity.tasks.includes(task)));
  return board.findLast(({ planned }) => planned.some(isBefore))?.day ?? today;
}

/** A lab that now stands before a lesson it needs goes behind it. */
function placeLabsAfterLessons(place: Place, settle: Settle): void {
  for (const slot of place.board.filter(({ day }) => day >= place.today)) {
    for (const lab of slot.planned.filter(({ kind }) => kind === 'lab')) {
      const earliest = earliestFor(place, lab);
      if (earliest <= slot.day) continue;
      slot.planned = slot.planned.filter(({ id }) => id !== lab.id);
      settle({ activity: lab, reason: { code: 'after-its-lesson', from: slot.day } }, putWork(place, lab, earliest));
    }
  }
  placeWork(place, takeEvicted(place), settle);
}

function placeRehearsals(place: Place, seekers: readonly Seeker[], settle: Settle): void {
  const reviews = seekers.filter(({ activity }) => activity.kind === 'review-mock');
  for (const seeker of seekers.filter(({ activity }) => activity.kind === 'mock')) {
    const review = reviews.find(({ activity }) => activity.ref === seeker.activity.ref);
    const isPlaced = putMock(place, seeker.activity, review?.activity);
    settle(seeker, isPlaced);
    if (review) settle(review, isPlaced);
  }
  const mocks = new Set(seekers.filter(({ activity }) => activity.kind === 'mock').map(({ activity }) => activity.ref));
  for (const review of reviews.filter(({ activity }) => !mocks.has(activity.ref))) {
    settle(review, putReview(place, review.activity));
  }
}

/** What must follow something that seeks a day seeks one too: a mock's review, the later parts of a lesson or lab. */
function withFollowers(board: readonly Slot[], seekers: readonly Seeker[]): Seeker[] {
  const followers = board.flatMap((slot) => {
    const own = slot.planned.filter((activity) => seekers.some((seeker) => follows(activity, seeker.activity)));
    slot.planned = slot.planned.filter((activity) => !own.includes(activity));
    return own.map((activity): Seeker => ({ activity, reason: { code: 'with-its-first', from: slot.day } }));
  });
  return [...seekers, ...followers];
}

function follows(activity: Activity, first: Activity): boolean {
  if (activity.ref === undefined || activity.ref !== first.ref) return false;
  if (activity.kind === 'review-mock') return first.kind === 'mock';
  return activity.kind === first.kind && (activity.part?.number ?? 0) > (first.part?.number ?? 0);
}

function placePractice(place: Place, seekers: readonly Seeker[], settle: Settle): void {
  const budget = practiceBudget(place);
  const sets = seekers.filter(({ activity }) => activity.kind === 'practice');
  for (const seeker of sets.toSorted((a, b) => density(b.activity) - density(a.activity))) {
    settle(seeker, putPractice(place, seeker.activity, budget));
  }
}

/** Practice asks nothing whose lesson is still to come. */
function tidyPractice({ board, today }: Place, tasks: readonly Task[], settle: Settle): void {
  const toCome = new Map<string, Day>();
  for (const { day, planned } of board) {
    for (const { kind, tasks: taught } of planned)
      if (kind === 'lesson') for (const task of taught) toCome.set(task, day);
  }
  for (const slot of board.filter(({ day }) => day >= today)) {
    slot.planned = slot.planned.flatMap((activity) => {
      if (activity.kind !== 'practice') return [activity];
      const ready = activity.tasks.filter((task) => (toCome.get(task) ?? slot.day) <= slot.day);
      if (ready.length === activity.tasks.length) return [activity];
      const known = tasks.filter(({ id }) => ready.includes(id));
      if (known.length > 0) return [practiceWork(practiceNumber(activity), activity.minutes, known)];
      settle({ activity, reason: { code: 'after-its-lesson', from: slot.day } }, false);
      return [];
    });
  }
}

/** What more time or new material brings: nothing while neither is there, so that a quiet day changes nothing. */
function newSeekers(previous: Plan, premises: Premises, tasks: readonly Task[], board: readonly Slot[]): Seeker[] {
  const { today } = premises;
  const ahead = (days: readonly { readonly day: Day; readonly minutes: number }[]) =>
    totalMinutes(days.filter(({ day }) => day >= today));
  const possible = [...tasks.flatMap(lessonsOf), ...labsLeft(tasks, premises)];
  const refs = new Set(possible.map(({ id }) => id));
  const cut =
    ahead(board) > ahead(previous.days)
      ? previous.cut.filter(({ id, kind }) => isWorkId(id, refs) || kind === 'mock')
      : [];
  const seen = new Set([...previous.cut, ...previous.days.flatMap(({ activities }) => activities)].map(keyOf));
  const fresh = possible.filter((activity) => !seen.has(keyOf(activity)));
  return [
    ...cut.map((activity): Seeker => ({ activity, reason: { code: 'more-time' } })),
    ...fresh.map((activity): Seeker => ({ activity, reason: { code: 'new-material' } })),
  ];
}

function isWorkId(id: string, possible: ReadonlySet<string>): boolean {
  return possible.has(id) || possible.has(id.slice(0, id.lastIndexOf('/')));
}

function keyOf({ kind, ref }: Activity): string {
  return `${kind}:${ref}`;
}

function cutAfter(
  previous: Plan,
  premises: Premises,
  tasks: readonly Task[],
  board: readonly Slot[],
  dropped: readonly Activity[],
): Activity[] {
  const planned = new Set(board.flatMap((slot) => [...slot.planned, ...slot.done]).map(({ id }) => id));
  const possible = new Set([...tasks.flatMap(lessonsOf), ...labsLeft(tasks, premises)].map(({ id }) => id));
  const lost = dropped.filter(({ kind }) => kind !== 'practice' && kind !== 'review-mock');
  const all = new Map([...previous.cut, ...lost].map((activity) => [activity.id, activity]));
  return [...all.values()]
    .filter(({ id, kind }) => !planned.has(id) && (kind === 'mock' || kind === 'diagnosis' || isWorkId(id, possible)))
    .sort((a, b) => density(a) - density(b));
}

function closed({ done, planned, ...day }: Slot): PlanDay {
  return { ...day, activities: [...done, ...planned] };
}
