import { incomplete, invalid } from './grade.ts';
import type { Part, Ungraded } from './grade-schema.ts';
import { mixed, publicOption, type Shuffle } from './mixing.ts';
import type { Option } from './question-type.ts';
import type { Step } from './sequences-schema.ts';

/** What ordering and build-list share. */
type SequenceQuestion = {
  readonly stem: string;
  readonly sequence: readonly Step[];
  readonly extras?: readonly Step[] | undefined;
};

const allSteps = ({ sequence, extras = [] }: SequenceQuestion): Step[] => [...sequence, ...extras];

export const sequenceIds = ({ sequence }: SequenceQuestion): string[] => sequence.map(({ id }) => id);

export const publishSequence = (question: SequenceQuestion, shuffle: Shuffle) => ({
  stem: question.stem,
  place: question.sequence.length,
  steps: mixed(allSteps(question), shuffle).map(publicOption),
});

export function inspectPlaced(question: SequenceQuestion, placed: readonly string[]): Ungraded | undefined {
  const steps = allSteps(question);
  const places = question.sequence.length;
  const stranger = placed.find((id) => !steps.some((step) => step.id === id));
  if (stranger !== undefined) return invalid(`${stranger} is no step of this question`);
  if (new Set(placed).size !== placed.length) return invalid('a step is placed twice');
  if (placed.length > places) return invalid(`${placed.length} steps are placed; there are ${places} places`);
  if (placed.length < places) return incomplete(`Place ${places} steps: ${placed.length} placed so far.`);
  return undefined;
}

/** One part for each step, right in its own place. A step placed twice is right nowhere. */
export function placedParts(question: SequenceQuestion, placed: readonly string[]): Part[] {
  const within = placed.length <= question.sequence.length;
  return question.sequence.map(({ id }, position) => ({
    id,
    correct: within && placed[position] === id && placed.indexOf(id) === placed.lastIndexOf(id),
  }));
}

export const whyOfSteps = (question: SequenceQuestion): Record<string, string> =>
  Object.fromEntries(allSteps(question).map(({ id, why }) => [id, why]));

export const optionsOfSteps = (question: SequenceQuestion): Option[] =>
  allSteps(question).map(({ id, text, why }, index) => ({
    group: 'steps',
    id,
    text,
    isKey: index < question.sequence.length,
    why,
  }));
