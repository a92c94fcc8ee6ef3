import { type Task, totalMinutes } from './tasks.ts';

/** The least practice that counts as having met a task: three questions. */
export const TOUCH_MINUTES = 6;

/** In the last week, lessons take at most this share of what is left once every task has been met. */
const LAST_WEEK_LESSONS = 0.3;

/** In the last week, cards take at most this share of what is left after that. */
const LAST_WEEK_CARDS = 0.25;

/** Minutes that are not spent yet. */
export type Purse = { left: number };

/** Which tasks have a place in the plan, which of them by a lesson, and which only by practice. */
export type Coverage = {
  readonly met: ReadonlySet<string>;
  readonly taught: ReadonlySet<string>;
  readonly touched: ReadonlySet<string>;
};

type Unit = { readonly task: Task; readonly work: number; readonly cards: number };
type Cards = ReadonlyMap<string, number>;

/**
 * Tasks by what they hold open for each minute, until one does not fit, so that more time never means fewer of them.
 *
 * @param light minutes of the last two days, which hold cards only
 */
export function meetTasks(tasks: readonly Task[], cards: Cards, purse: Purse, light: number): Coverage {
  const units = tasks
    .filter(({ lessons, items, isLessonDone }) => lessons.length > 0 || (items > 0 && !isLessonDone))
    .map((task) => ({
      task,
      work: totalMinutes(task.lessons) || TOUCH_MINUTES,
      cards: cards.get(task.id) ?? 0,
    }));
  const taken = takeInOrder(units, purse, light);
  const learned = tasks.filter(({ lessons, isLessonDone }) => lessons.length === 0 && isLessonDone);
  return {
    met: idsOf([...taken, ...learned]),
    taught: idsOf(taken.filter(({ lessons }) => lessons.length > 0)),
    touched: idsOf(taken.filter(({ lessons }) => lessons.length === 0)),
  };
}

/** Three questions on everything come first; only the lessons worth most still pay. */
export function meetTasksInLastWeek(tasks: readonly Task[], cards: Cards, purse: Purse): Coverage {
  const touches = tasks.filter(({ items }) => items > 0).map((task) => ({ task, work: TOUCH_MINUTES, cards: 0 }));
  const touched = idsOf(takeInOrder(touches, purse, 0));
  const lessons = tasks
    .filter((task) => task.lessons.length > 0)
    .map((task) => ({ task, work: totalMinutes(task.lessons), cards: 0 }));
  const forLessons = { left: LAST_WEEK_LESSONS * purse.left };
  const taken = takeInOrder(lessons, forLessons, 0);
  purse.left -= taken.reduce((sum, task) => sum + totalMinutes(task.lessons), 0);
  const taught = idsOf(taken);
  const met = new Set([...touched, ...taught]);
  const due = [...met].reduce((sum, id) => sum + (cards.get(id) ?? 0), 0);
  purse.left -= Math.min(due, LAST_WEEK_CARDS * purse.left);
  return { met, taught, touched };
}

function takeInOrder(units: readonly Unit[], purse: Purse, light: number): Task[] {
  const inOrder = units.toSorted((a, b) => b.task.open / (b.work + b.cards) - a.task.open / (a.work + a.cards));
  const taken: Task[] = [];
  let forCards = light;
  for (const { task, work, cards } of inOrder) {
    const minutes = work + Math.max(0, cards - forCards);
    if (minutes > purse.left) break;
    purse.left -= minutes;
    forCards = Math.max(0, forCards - cards);
    taken.push(task);
  }
  return taken;
}

function idsOf(tasks: readonly Task[]): Set<string> {
  return new Set(tasks.map(({ id }) => id));
}
