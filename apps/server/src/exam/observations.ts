import { progressOf, type Session, slotsOf } from '@cairn/exam';
import { creditOf, gradeFinal } from '@cairn/question-types';
import type { Observation } from '../evidence/repository.ts';

type Context = {
  readonly attemptId: string;
  readonly learnerId: string;
  readonly at: number;
  readonly newId: () => string;
};

/**
 * What a session tells about skills so far: answers that count. In study mode those are the checked ones, and all
 * answered ones once it is over. A question left blank tells how the time went, not what somebody knows.
 */
export function observationsOf(session: Session, { attemptId, learnerId, at, newId }: Context): Observation[] {
  return slotsOf(session.form).flatMap((slot) => {
    const { response, checked } = progressOf(session, slot.id);
    if (response === null || !(session.state === 'over' || checked)) return [];
    const { points, possible } = creditOf(gradeFinal(slot.question, response).parts, session.form.credit);
    return [
      {
        id: newId(),
        learnerId,
        at,
        source: { attemptId, slot: slot.id },
        exam: session.form.exam,
        skills: slot.skills,
        task: slot.task,
        itemId: slot.itemId,
        part: slot.part ?? null,
        itemVersion: slot.version,
        credit: possible === 0 ? 0 : points / possible,
      },
    ];
  });
}
