import { emptyResponse, type Published, type Response } from '@cairn/question-types';

/** Number keys: which option the n-th is, and the response after choosing it. */

type Numbered = { readonly id: string };

function numbered(question: Published): readonly Numbered[] {
  switch (question.kind) {
    case 'multiple-choice':
    case 'multiple-response':
    case 'multiple-select':
      return question.choices;
    case 'hot-area':
      return question.variant === 'regions' ? question.regions : [];
    default:
      return [];
  }
}

export const optionAt = (question: Published, number: number): string | undefined => numbered(question)[number - 1]?.id;

/** Kinds whose options can be struck out. */
export const canStrike = ({ kind }: Published): boolean =>
  kind === 'multiple-choice' || kind === 'multiple-response' || kind === 'multiple-select';

/** @returns the response with option `number` chosen, or taken back where several may be; undefined if it cannot be */
export function chooseByNumber(
  question: Published,
  response: Response | undefined,
  number: number,
): Response | undefined {
  const id = optionAt(question, number);
  const given = response ?? emptyResponse(question);
  if (id === undefined || !('chosen' in given)) return undefined;
  if (given.kind === 'multiple-choice') return { ...given, chosen: [id] };
  const limit = 'choose' in question ? question.choose : 1;
  const chosen = toggled(given.chosen, id);
  if (chosen.length > limit) return undefined;
  // In the order of the question, as the views do: the same choice is then the same response.
  return { ...given, chosen: numbered(question).flatMap((option) => (chosen.includes(option.id) ? [option.id] : [])) };
}

export const toggled = (values: readonly string[], value: string): string[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
