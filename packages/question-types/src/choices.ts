import type { Choice } from './choices-schema.ts';
import { incomplete, invalid } from './grade.ts';
import type { Part, Ungraded } from './grade-schema.ts';
import { publicOptions, type Shuffle } from './mixing.ts';
import type { Option } from './question-type.ts';

/** What multiple-choice, multiple-response and multiple-select share. */
type ChoicesQuestion = {
  readonly stem: string;
  readonly choices: readonly Choice[];
  readonly fixedOrder?: boolean | undefined;
};

const keyIds = (choices: readonly Choice[]): string[] =>
  choices.filter(({ correct }) => correct === true).map(({ id }) => id);

export const keysOf = ({ choices }: ChoicesQuestion): string[] => keyIds(choices);

export const publishChoices = (question: ChoicesQuestion, shuffle: Shuffle) => ({
  stem: question.stem,
  choose: keysOf(question).length,
  choices: publicOptions(question.choices, question.fixedOrder, shuffle),
});

/** Whether `chosen` names exactly `choose` of the known ids. */
export function inspectChosen(
  chosen: readonly string[],
  known: readonly { readonly id: string }[],
  choose: number,
): Ungraded | undefined {
  const stranger = chosen.find((id) => !known.some((entry) => entry.id === id));
  if (stranger !== undefined) return invalid(`${stranger} is no option of this question`);
  if (new Set(chosen).size !== chosen.length) return invalid('an option is chosen twice');
  if (chosen.length > choose) return invalid(`${chosen.length} options are chosen; ${choose} is the limit`);
  if (chosen.length < choose) return incomplete(`Choose ${choose}: ${chosen.length} chosen so far.`);
  return undefined;
}

/** One part for each key. Choosing more than asked earns nothing, or choosing everything would earn all. */
export function chosenParts(chosen: readonly string[], keys: readonly string[]): Part[] {
  const within = chosen.length <= keys.length;
  return keys.map((id) => ({ id, correct: within && chosen.includes(id) }));
}

/** Exactly the keys and nothing else, in any order. */
export const isExactly = (chosen: readonly string[], keys: readonly string[]): boolean =>
  chosen.length === keys.length && keys.every((id) => chosen.includes(id));

export const whyOfChoices = ({ choices }: ChoicesQuestion): Record<string, string> =>
  Object.fromEntries(choices.map(({ id, why }) => [id, why]));

export const optionsOfChoices = ({ choices }: ChoicesQuestion): Option[] =>
  choices.map(({ id, text, correct, why }) => ({ group: 'choices', id, text, isKey: correct === true, why }));
