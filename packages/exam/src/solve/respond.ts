import { unreachable } from '@cairn/kernel';
import type { Published, Response } from '@cairn/question-types';
import type { Preference } from './strategy.ts';

type Listed = { readonly id: string; readonly text: string };
type HotArea = Extract<Published, { kind: 'hot-area' }>;
type DragAndDrop = Extract<Published, { kind: 'drag-and-drop' }>;
type ActiveScreen = Extract<Published, { kind: 'active-screen' }>;

const YES_NO = [
  { id: 'yes', text: 'Yes' },
  { id: 'no', text: 'No' },
];
const CHECK_BOX = [
  { id: 'checked', text: 'checked' },
  { id: 'unchecked', text: 'unchecked' },
];

const top = (options: readonly Listed[], prefer: Preference, count: number): string[] =>
  prefer(options)
    .slice(0, count)
    .map(({ id }) => id);

/** One option for each part, each from its own list. */
function each<Part extends { readonly id: string }>(
  parts: readonly Part[],
  optionsOf: (part: Part) => readonly Listed[],
  prefer: Preference,
): Record<string, string> {
  return Object.fromEntries(parts.map((part) => [part.id, prefer(optionsOf(part))[0]?.id ?? '']));
}

/** One option for each part from a list they share, none twice. */
function eachOnce(
  parts: readonly { readonly id: string }[],
  options: readonly Listed[],
  prefer: Preference,
): Record<string, string> {
  const preferred = top(options, prefer, parts.length);
  return Object.fromEntries(parts.flatMap(({ id }, i) => (preferred[i] === undefined ? [] : [[id, preferred[i]]])));
}

function respondToHotArea(question: HotArea, prefer: Preference): Response {
  const { kind } = question;
  switch (question.variant) {
    case 'statements':
      return { kind, variant: 'statements', answers: each(question.statements, () => YES_NO, prefer) };
    case 'drop-downs':
      return { kind, variant: 'drop-downs', answers: each(question.areas, ({ options }) => options, prefer) };
    case 'regions': {
      const regions = question.regions.map(({ id, label }) => ({ id, text: label }));
      return { kind, variant: 'regions', chosen: top(regions, prefer, question.choose) };
    }
    default:
      return unreachable(question);
  }
}

const respondToScreen = ({ kind, fields }: ActiveScreen, prefer: Preference): Response => ({
  kind,
  settings: each(fields, (field) => (field.control === 'check-box' ? CHECK_BOX : field.options), prefer),
});

const respondToTargets = ({ kind, use, targets, values }: DragAndDrop, prefer: Preference): Response => ({
  kind,
  placed: use === 'once' ? eachOnce(targets, values, prefer) : each(targets, () => values, prefer),
});

/** Answers a published question by preference alone, completely and validly. Composites are answered part by part. */
export function respond(question: Published, prefer: Preference): Response {
  switch (question.kind) {
    case 'multiple-choice':
    case 'multiple-response':
    case 'multiple-select':
      return { kind: question.kind, chosen: top(question.choices, prefer, question.choose) };
    case 'ordering':
    case 'build-list':
      return { kind: question.kind, placed: top(question.steps, prefer, question.place) };
    case 'matching':
      return { kind: question.kind, matches: each(question.prompts, () => question.responses, prefer) };
    case 'drag-and-drop':
      return respondToTargets(question, prefer);
    case 'hot-area':
      return respondToHotArea(question, prefer);
    case 'active-screen':
      return respondToScreen(question, prefer);
    case 'solution-series':
      return { kind: question.kind, answers: each(question.solutions, () => YES_NO, prefer) };
    case 'case-study':
      throw new RangeError('a case study is answered question by question');
    default:
      return unreachable(question);
  }
}
