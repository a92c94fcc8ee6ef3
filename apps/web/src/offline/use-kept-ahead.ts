import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forecastAddress, getQueue, overviewAddress } from '../cards/card-requests.ts';
import { cardsDisk } from '../cards/outbox.ts';
import { lessonAddress, lessonsQuery } from '../learn/learn-requests.ts';
import { plansQuery } from '../plan/plan-requests.ts';
import { keepAnswers } from './builds.ts';

/** First the page itself. */
const WAIT_MILLISECONDS = 1500;

/**
 * Puts down what may be wanted without the server: the lessons and the queue of cards of the exam that is looked at, or
 * of those with a plan.
 */
export function useKeptAhead(exam?: string): void {
  const { data: lessons } = useQuery(lessonsQuery);
  const { data: plans } = useQuery(plansQuery);
  const planned = plans?.map((plan) => plan.exam).join(' ');
  useEffect(() => {
    if (planned === undefined) return;
    const exams = exam === undefined ? planned.split(' ').filter(Boolean) : [exam.toLowerCase()];
    const inThem = (lessons ?? []).filter((lesson) => exams.includes(lesson.exam));
    const texts = inThem.map((lesson) => lessonAddress(lesson.exam, lesson.task));
    const timer = setTimeout(() => {
      void keepAnswers([...COMMON, overviewAddress(), forecastAddress(undefined), ...texts]);
      void keepQueues(exams).catch(() => undefined); // there will be another visit
    }, WAIT_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [exam, lessons, planned]);
}

const COMMON = ['/api/catalog', '/api/exams', '/api/lessons', '/api/attempts'];

/** All cards together, and exam by exam, as a review asks for them. */
async function keepQueues(exams: readonly string[]): Promise<void> {
  const { outbox, store } = cardsDisk();
  for (const exam of [undefined, ...exams]) {
    // A queue that knows nothing of what was just answered would ask it again.
    if ((await outbox.unsent()).length > 0) return;
    await store.rememberQueue(exam ?? '', await getQueue(exam, false));
  }
}
