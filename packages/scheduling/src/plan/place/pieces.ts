import type { Task } from '../choose/tasks.ts';
import type { Activity } from '../shape/activity.ts';
import { practiceWork } from '../work.ts';
import { type Draft, sum } from './draft.ts';

/** A set longer than this tires more than it teaches. */
const LONGEST_SET = 45;
const SHORTEST_SET = 8;

/** What would be left for a second set of a day must be at least this, or the first is a little longer. */
const LEAST_SECOND_SET = 15;
const MOST_TOPICS = 15;

/** Two questions of each topic in a set; topics are few only while few are learned. */
const TOPIC_MINUTES = 4;

/** Questions on fewer topics than this are not mixed; while lessons are to come, the next lesson is worth more. */
const LEAST_TOPICS = 3;

/** While lessons go on, so much of a task's practice is kept for later: spaced and mixed with what comes. */
const KEPT_FOR_LATER = 0.5;

/** A part of a lesson or lab shorter than this is not worth sitting down for. */
const SHORTEST_PART = 10;

/** What a day still holds: minutes at all, those it should hold, and those that must be used or work is lost. */
export type Gap = {
  left: number;
  wanted: number;
  must: number;
  /** The longest piece that a later day holds. */
  readonly later: number;
};

/** The next lesson, if the whole of it fits. */
export function takeLesson(draft: Draft, gap: Gap): Activity | undefined {
  const lesson = draft.lessons[0];
  if (lesson === undefined || lesson.minutes > gap.left) return undefined;
  draft.lessons.shift();
  release(draft, lesson);
  draft.lessonsOwed -= lesson.minutes;
  return withPart(draft, lesson, true);
}

/** The lab worth most among those whose lessons are done, if the whole of it fits. */
export function takeLab(draft: Draft, gap: Gap, longerThan = 0): Activity | undefined {
  const index = draft.labs.findIndex(
    (lab) => lab.minutes > longerThan && lab.minutes <= gap.left && isPrepared(draft, lab),
  );
  const lab = draft.labs[index];
  if (lab === undefined) return undefined;
  draft.labs.splice(index, 1);
  return withPart(draft, lab, true);
}

/** A part of a lesson or lab that fits no day whole, or of whatever comes next if time is too short to wait. */
export function takePart(draft: Draft, gap: Gap): Activity | undefined {
  const pieces = draft.lessons.length > 0 ? draft.lessons : draft.labs;
  const piece = pieces[0];
  if (piece === undefined) return undefined;
  const isTooLong = piece.minutes > draft.longestDay && gap.left >= Math.min(SHORTEST_PART, draft.longestDay);
  const minutes = Math.min(gap.left, piece.minutes);
  if (minutes <= 0 || !(isTooLong || gap.must > 0)) return undefined;
  if (minutes === piece.minutes) return pieces === draft.lessons ? takeLesson(draft, gap) : takeLab(draft, gap);
  const rest = piece.minutes - minutes;
  pieces[0] = { ...piece, minutes: rest, value: (piece.value * rest) / piece.minutes };
  if (pieces === draft.lessons) draft.lessonsOwed -= minutes;
  return withPart(draft, { ...piece, minutes, value: (piece.value * minutes) / piece.minutes }, false);
}

/** A set of questions on what was learned: what was not practised yet first, then what has most still to do. */
export function takePractice(draft: Draft, gap: Gap): Activity | undefined {
  const isPressed = gap.must > 0;
  const tasks = draft.tasks.filter((task) => draft.released.has(task.id) && open(draft, task.id, isPressed) > 0);
  if (!isPressed && draft.lessons.length > 0 && tasks.length < LEAST_TOPICS) return undefined;
  const available = Math.floor(sum(tasks.map((task) => open(draft, task.id, isPressed))));
  const wanted = Math.min(gap.left, Math.max(gap.wanted, gap.must, SHORTEST_SET), available);
  const whole = available - wanted < SHORTEST_SET ? Math.min(available, gap.left) : wanted;
  const minutes = whole < LONGEST_SET + LEAST_SECOND_SET ? whole : LONGEST_SET;
  if (minutes < leastSet(draft, isPressed, available)) return undefined;
  const topics = tasks.toSorted((a, b) => rank(draft, b) - rank(draft, a));
  const chosen = topics.slice(0, Math.min(MOST_TOPICS, Math.ceil(minutes / TOPIC_MINUTES)));
  for (const { id } of chosen) {
    draft.need.set(id, (draft.need.get(id) ?? 0) - minutes / chosen.length);
    draft.practised.add(id);
  }
  settle(draft);
  draft.practiceNumber += 1;
  return practiceWork(draft.practiceNumber - 1, minutes, chosen);
}

/** Under pressure any minute counts; at the end what is left; while lessons go on a set is worth its start or waits. */
function leastSet(draft: Draft, isPressed: boolean, available: number): number {
  if (isPressed) return 1;
  return draft.lessons.length > 0 ? SHORTEST_SET : Math.max(1, Math.min(SHORTEST_SET, available));
}

function rank(draft: Draft, { id }: Task): number {
  const need = draft.need.get(id) ?? 0;
  if (draft.practised.has(id)) return need;
  return need + (draft.touched.has(id) ? 2e6 : 1e6);
}

function open(draft: Draft, task: string, isPressed: boolean): number {
  const isEarly = draft.lessons.length > 0 && !isPressed && draft.practised.has(task);
  const kept = isEarly ? KEPT_FOR_LATER * (draft.practice.get(task) ?? 0) : 0;
  return Math.max(0, (draft.need.get(task) ?? 0) - kept);
}

/** What a set took beyond a task's need is taken from the needs of the others, so that the sum stays true. */
function settle(draft: Draft): void {
  let excess = 0;
  for (const [id, need] of draft.need) {
    if (need >= 0) continue;
    excess -= need;
    draft.need.set(id, 0);
  }
  const left = sum([...draft.need.values()]);
  if (excess === 0 || left === 0) return;
  const kept = Math.max(0, left - excess) / left;
  for (const [id, need] of draft.need) draft.need.set(id, need * kept);
}

function isPrepared(draft: Draft, lab: Activity): boolean {
  return !draft.lessons.some((lesson) => lesson.tasks.some((task) => lab.tasks.includes(task)));
}

function release(draft: Draft, lesson: Activity): void {
  for (const task of lesson.tasks) {
    if (draft.lessons.some(({ tasks }) => tasks.includes(task)) || draft.released.has(task)) continue;
    draft.released.add(task);
    draft.pool += draft.cards.get(task) ?? 0;
  }
}

/** Numbers the parts of a piece that was cut; how many there are is known once the last is placed. */
function withPart(draft: Draft, piece: Activity, isLast: boolean): Activity {
  const before = draft.parts.get(piece.id) ?? 0;
  if (isLast && before === 0) return piece;
  const number = before + 1;
  draft.parts.set(piece.id, number);
  const { sections: _whole, ...rest } = piece; // the sections of the whole say nothing about a part
  return { ...rest, id: `${piece.id}/${number}`, part: { number, of: number } };
}
