import { describe, expect, it } from 'vitest';
import type { Item } from '../item.ts';
import { OPEN_PROFILE, SECTIONED_PROFILE, sampleBank } from '../sample-bank.ts';
import { after, begin, did, OPEN_FORM, SECTIONED_FORM, solving } from '../session/sample-session.ts';
import { slotsOf } from '../slots.ts';
import { reportOf } from './report.ts';
import { rescore } from './rescore.ts';

const session = after(solving(begin(OPEN_FORM), 26), did({ kind: 'submit' }, 900), 900);
const slot = slotsOf(OPEN_FORM).find(({ question, scored }) => question.kind === 'multiple-choice' && scored);
const bank = sampleBank(OPEN_PROFILE);
const original = bank.find(({ id }) => id === slot?.itemId);

/** The next version of an item, with its key moved to another choice or with other choices. */
function corrected(change: (choices: { id: string; correct?: boolean | undefined }[]) => object[]): Item {
  if (original?.question.kind !== 'multiple-choice') throw new Error('the form has no multiple choice');
  const choices = change(original.question.choices) as typeof original.question.choices;
  return { ...original, version: 2, question: { ...original.question, choices } };
}

const moved = corrected((choices) => choices.map((choice) => ({ ...choice, correct: choice.id === 'bravo' })));

describe('a corrected key', () => {
  it('regrades the answer given and tells what changed', () => {
    const { changes } = rescore(session, [moved]);

    expect(changes).toEqual([
      {
        slot: slot?.id,
        number: slot?.number,
        itemId: slot?.itemId,
        fromVersion: 1,
        toVersion: 2,
        before: { points: 1, possible: 1 },
        after: { points: 0, possible: 1 },
        outcome: 'regraded',
      },
    ]);
  });

  it('gives another report, and leaves the frozen one as it was', () => {
    const frozen = JSON.stringify(session);
    const rescored = rescore(session, [moved]);

    expect(reportOf(rescored.session, 'attempt', { kind: 'form' }).scored.points).toBe(19);
    expect(reportOf(session, 'attempt', { kind: 'form' }).scored.points).toBe(20);
    expect(JSON.stringify(session)).toBe(frozen);
  });

  it('does not touch an answer that no longer fits the question', () => {
    const renamed = corrected((choices) => choices.map((choice) => ({ ...choice, id: `new-${choice.id}` })));
    const rescored = rescore(session, [renamed]);

    expect(rescored.changes).toMatchObject([{ outcome: 'kept', before: { points: 1 }, after: { points: 1 } }]);
    expect(rescored.session).toEqual(session);
  });

  it('changes nothing while the versions are the same', () => {
    expect(rescore(session, bank)).toEqual({ session, changes: [] });
  });

  it('finds the question of a case study by its part', () => {
    const items = sampleBank(SECTIONED_PROFILE);
    const inCase = slotsOf(SECTIONED_FORM).find(({ itemId }) => itemId.startsWith('demo/case'));
    const item = items.find(({ id }) => id === inCase?.itemId);
    if (item?.question.kind !== 'case-study') throw new Error('the form has no case study');
    const shorter = { ...item.question, questions: item.question.questions.slice(0, 2) };
    const over = after(solving(begin(SECTIONED_FORM), 20), did({ kind: 'submit' }, 900), 900);

    const { changes } = rescore(over, [{ ...item, version: 2, question: shorter }]);

    expect(changes.map(({ outcome }) => outcome)).toEqual(['regraded', 'regraded']);
  });
});
