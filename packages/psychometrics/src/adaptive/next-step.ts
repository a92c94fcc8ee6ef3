import type { AdaptiveLog, AdaptiveStep, StopReason } from './adaptive-test.ts';
import { type Choice, chooseItem } from './choose-item.ts';
import { explainChoice } from './explain-choice.ts';
import { knownAfter } from './known.ts';
import type { PreparedTest } from './prepare.ts';
import { type Progress, progressOf } from './progress.ts';
import { stopBefore, stopInsteadOf } from './stopping.ts';

/** What to do next, without the words: all that a simulation needs. */
export type Decision =
  | { readonly kind: 'item'; readonly choice: Choice }
  | { readonly kind: 'stop'; readonly reason: StopReason };

export function decide(test: PreparedTest, progress: Progress, seed: AdaptiveLog['seed']): Decision {
  const before = stopBefore(test, progress);
  if (before) return { kind: 'stop', reason: before };
  const choice = chooseItem(test, progress, seed);
  if (choice === undefined) return { kind: 'stop', reason: { code: 'bank-exhausted', items: progress.answers.length } };
  const instead = stopInsteadOf(test, progress, choice.index);
  return instead ? { kind: 'stop', reason: instead } : { kind: 'item', choice };
}

/**
 * The next item with the reason for it, or the reason to stop; and what is known in either case. It depends on nothing
 * but the definition and the log, so that a test which is resumed, anywhere and any number of times, goes on with the
 * same item.
 *
 * @throws RangeError for a log with an item that is unknown or answered twice, or a score that the item cannot have
 */
export function nextStep(test: PreparedTest, log: AdaptiveLog): AdaptiveStep {
  const progress = progressOf(test, log);
  const known = knownAfter(test, progress);
  const decision = decide(test, progress, log.seed);
  if (decision.kind === 'stop') return { kind: 'stop', reason: decision.reason, known };
  const { index } = decision.choice;
  const why = explainChoice(test, progress, decision.choice);
  return { kind: 'item', itemId: test.definition.items[index]?.id ?? '', index, why, known };
}
