import type { LearningActivity, LessonSummary } from '@cairn/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { randomUuid } from '../exam/attempt-action.ts';
import { activityOutbox } from './outbox.ts';
import { afterEvent, type ReadingEvent, startReading } from './reading-clock.ts';

/** Shorter looks are none: a page opened by mistake, or passed on the way to the next. */
const SHORTEST_SECONDS = 15;

const TOUCHES = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'touchmove'] as const;

type Read = Pick<LessonSummary, 'id' | 'exam'>;

const now = () => performance.now();
const isInView = () => document.visibilityState === 'visible';

/** Time of reading, counted while the page is in view and logged in stretches: on leaving, on hiding, on "Done". */
class ReadingLog {
  readonly #lesson: Read;
  #clock = startReading(now(), isInView());
  #isAtEnd = false;

  constructor(lesson: Read) {
    this.#lesson = lesson;
  }

  note(event: ReadingEvent): void {
    this.#clock = afterEvent(this.#clock, event, now());
  }

  reachEnd(): void {
    this.#isAtEnd = true;
  }

  /** Logs the stretch since the last one. "Done" counts however short it was: somebody says that it is read. */
  async end(isDone: boolean): Promise<void> {
    this.note('looked');
    const seconds = Math.round(this.#clock.countedMilliseconds / 1000);
    if (!isDone && seconds < SHORTEST_SECONDS) return;
    this.#clock = { ...this.#clock, countedMilliseconds: 0 };
    await activityOutbox.log(this.#activity(seconds, isDone || this.#isAtEnd));
  }

  #activity(seconds: number, finished: boolean): LearningActivity {
    return {
      id: randomUuid(),
      kind: 'lesson',
      exam: this.#lesson.exam,
      ref: this.#lesson.id,
      seconds,
      finished,
      at: Date.now() as LearningActivity['at'], // milliseconds of the wall clock are an instant
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
  }
}

type Reading = {
  /** Logs the lesson as read. It rejects when the server could not be told; the browser then keeps it. */
  readonly done: () => Promise<void>;
  /** The end of the text came into view: what is logged on leaving is a lesson read. */
  readonly reachEnd: () => void;
};

export function useReadingLog({ id, exam }: Read): Reading {
  const client = useQueryClient();
  const log = useRef<ReadingLog>(null);
  const [reachEnd] = useState(() => () => log.current?.reachEnd());
  const [done] = useState(() => async () => {
    await log.current?.end(true);
    await Promise.all([
      client.invalidateQueries({ queryKey: ['lessons'] }),
      client.invalidateQueries({ queryKey: ['lesson'] }),
    ]);
  });
  useEffect(() => {
    const mine = new ReadingLog({ id, exam });
    log.current = mine;
    const touch = () => mine.note('touched');
    const leave = () => void mine.end(false).catch(() => undefined); // kept by the browser, sent with the next
    const turn = () => {
      mine.note(isInView() ? 'shown' : 'hidden');
      if (!isInView()) leave();
    };
    for (const kind of TOUCHES) window.addEventListener(kind, touch, { passive: true, capture: true });
    document.addEventListener('visibilitychange', turn);
    window.addEventListener('pagehide', leave);
    return () => {
      for (const kind of TOUCHES) window.removeEventListener(kind, touch, { capture: true });
      document.removeEventListener('visibilitychange', turn);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [id, exam]);
  return { done, reachEnd };
}
