import type { Premises } from '../premises.ts';
import type { Activity } from '../shape/activity.ts';
import { diagnosisWork, labWork, lessonWork, mockWork, reviewMinutes } from '../work.ts';
import { type Coverage, meetTasks, meetTasksInLastWeek, type Purse, TOUCH_MINUTES } from './coverage.ts';
import { knownShare, spentWith } from './forecast.ts';
import { cardMinutes, fullPractice, KNOWN_ENOUGH, type Task, totalMinutes } from './tasks.ts';

/** Of what is left after lessons and mocks, practice leaves a little, so that pieces need not be cut to fit each day. */
const PRACTICE_SHARE = 0.96;

/** So much of the practice comes before labs and a second mock. */
const FIRST_PRACTICE = 0.4;

/** Fewer mocks than this are a loss; more are welcome. */
const WANTED_MOCKS = 2;

export type Mode = 'regular' | 'last-week';

export type Room = {
  /** Before the last two days, without the slack. */
  readonly minutes: number;
  /** For cards, in the last two days. */
  readonly light: number;
  readonly days: number;
  /** How many whole mock exams find a day. */
  readonly mockSlots: number;
  readonly mode: Mode;
};

/** What is worth doing in the time there is. */
export type Selection = {
  /** In learning order. */
  readonly lessons: readonly Activity[];
  /** Tasks without a lesson here, each to be met in practice. */
  readonly touched: ReadonlySet<string>;
  readonly diagnosis: Activity | undefined;
  readonly labs: readonly Activity[];
  readonly mocks: number;
  /** Minutes by task. */
  readonly practice: ReadonlyMap<string, number>;
  /** Minutes by task, until the exam. */
  readonly cards: ReadonlyMap<string, number>;
  /** What did not fit, worth least first. */
  readonly cut: readonly Activity[];
  /** Minutes of everything, whether it fits or not. */
  readonly fullMinutes: number;
  readonly knownShare: number;
};

type Form = Premises['material']['forms'][number];

/** First every task; then a mock exam; then practice, labs and further mocks, as far as the minutes go. */
export function selectWork(tasks: readonly Task[], premises: Premises, room: Room): Selection {
  const purse: Purse = { left: room.minutes };
  const cards = new Map(tasks.map((task) => [task.id, cardMinutes(task, room.days)]));
  const isRegular = room.mode === 'regular';
  const coverage = isRegular ? meetTasks(tasks, cards, purse, room.light) : meetTasksInLastWeek(tasks, cards, purse);
  const diagnosis = takeDiagnosis(premises, purse);
  const full = fullPractice(tasks.filter(({ id }) => coverage.met.has(id)));
  const most = sumOf(full);
  const forms = formsLeft(premises);
  const usable = forms.slice(0, isRegular ? room.mockSlots : Math.min(1, room.mockSlots));
  let mocks = takeMocks(usable.slice(0, 1), purse);
  let practice = takeUpTo(FIRST_PRACTICE * most, purse);
  if (mocks > 0) mocks += takeMocks(usable.slice(1, WANTED_MOCKS), purse);
  const labs = takeLabs(labsLeft(tasks, premises), isRegular ? purse : { left: 0 });
  practice += takeUpTo(most - practice, purse);
  if (mocks >= WANTED_MOCKS) mocks += takeMocks(usable.slice(WANTED_MOCKS), purse);
  const byTask = practiceByTask(coverage, full, practice);
  const cut = [...cutMocks(usable, mocks), ...labs.cut, ...cutLessons(tasks, coverage)];
  return {
    lessons: tasks.filter(({ id }) => coverage.taught.has(id)).flatMap(lessonsOf),
    touched: coverage.touched,
    diagnosis,
    labs: labs.taken,
    mocks,
    practice: byTask,
    cards,
    cut: cut.sort((a, b) => density(a) - density(b)),
    fullMinutes: fullMinutes(
      tasks,
      cards,
      labsLeft(tasks, premises),
      hasDayFor(premises) ? forms.slice(0, Math.max(WANTED_MOCKS, mocks)) : [],
    ),
    knownShare: knownShare(
      tasks,
      spentWith(
        premises.done.map(({ activity }) => activity),
        taughtMinutes(tasks, coverage),
        byTask,
      ),
    ),
  };
}

/** Share of the exam that a minute of it serves. */
export function density({ value, minutes }: Activity): number {
  return value / Math.max(1, minutes);
}

/** Forms that were not sat yet. */
export function formsLeft({ material, done }: Premises): Form[] {
  const sat = doneRefs(done, 'mock');
  return material.forms.filter(({ id }) => !sat.has(id));
}

/** Whether some weekday is long enough for a whole mock exam. */
export function hasDayFor({ material, week }: Premises): boolean {
  const longest = Math.max(0, ...material.forms.map(({ minutes }) => minutes));
  return Object.values(week).some((minutes) => minutes >= longest);
}

/** Labs not done that serve a task of this exam that is not known well yet, worth most first. */
export function labsLeft(tasks: readonly Task[], { material, done }: Premises): Activity[] {
  const finished = doneRefs(done, 'lab');
  const open = new Set(tasks.filter(({ known }) => known < KNOWN_ENOUGH).map(({ id }) => id));
  return material.labs
    .filter((lab) => !finished.has(lab.id) && lab.tasks.some((task) => open.has(task)))
    .map((lab) => labWork(lab, tasks))
    .sort((a, b) => density(b) - density(a));
}

export function lessonsOf(task: Task): Activity[] {
  return task.lessons.map((lesson) => lessonWork(lesson, task));
}

function doneRefs(done: Premises['done'], kind: Activity['kind']): ReadonlySet<string | undefined> {
  return new Set(done.filter(({ activity }) => activity.kind === kind).map(({ activity }) => activity.ref));
}

function takeDiagnosis({ material, known, done }: Premises, purse: Purse): Activity | undefined {
  const { diagnosisMinutes: minutes } = material;
  const isNeeded = Object.keys(known).length === 0 && !done.some(({ activity }) => activity.kind === 'diagnosis');
  if (minutes === undefined || !isNeeded || minutes > purse.left) return undefined;
  purse.left -= minutes;
  return diagnosisWork(minutes);
}

function takeMocks(forms: readonly Form[], purse: Purse): number {
  let taken = 0;
  for (const form of forms) {
    const minutes = form.minutes + reviewMinutes(form);
    if (minutes > purse.left) break;
    purse.left -= minutes;
    taken += 1;
  }
  return taken;
}

function takeUpTo(wanted: number, purse: Purse): number {
  const taken = Math.max(0, Math.floor(Math.min(wanted, PRACTICE_SHARE * purse.left)));
  purse.left -= taken;
  return taken;
}

function takeLabs(labs: readonly Activity[], purse: Purse) {
  const taken: Activity[] = [];
  const cut: Activity[] = [];
  for (const lab of labs) {
    const fits = lab.minutes <= purse.left;
    (fits ? taken : cut).push(lab);
    if (fits) purse.left -= lab.minutes;
  }
  return { taken, cut };
}

/** What was taken to meet tasks comes on top of `practice`; the rest follows what each task holds open. */
function practiceByTask({ touched }: Coverage, full: ReadonlyMap<string, number>, practice: number) {
  const total = sumOf(full);
  return new Map(
    [...full].map(([id, minutes]) => {
      const share = total === 0 ? 0 : (practice * minutes) / total;
      return [id, share + (touched.has(id) ? TOUCH_MINUTES : 0)];
    }),
  );
}

function cutMocks(forms: readonly Form[], mocks: number): Activity[] {
  return forms.slice(mocks, WANTED_MOCKS).map((form, index) => mockWork(form, mocks + index));
}

function cutLessons(tasks: readonly Task[], { taught }: Coverage): Activity[] {
  return tasks.filter(({ id }) => !taught.has(id)).flatMap(lessonsOf);
}

function taughtMinutes(tasks: readonly Task[], { taught }: Coverage): Map<string, number> {
  return new Map(tasks.filter(({ id }) => taught.has(id)).map(({ id, lessons }) => [id, totalMinutes(lessons)]));
}

function fullMinutes(
  tasks: readonly Task[],
  cards: ReadonlyMap<string, number>,
  labs: readonly Activity[],
  forms: readonly Form[],
): number {
  const lessons = tasks.reduce((sum, task) => sum + totalMinutes(task.lessons), 0);
  const mocks = forms.reduce((sum, form) => sum + form.minutes + reviewMinutes(form), 0);
  return Math.round(lessons + sumOf(cards) + sumOf(fullPractice(tasks)) + totalMinutes(labs) + mocks);
}

function sumOf(minutes: ReadonlyMap<string, number>): number {
  return [...minutes.values()].reduce((sum, each) => sum + each, 0);
}
