import fc from 'fast-check';
import type { Published, Response } from './registry.ts';
import type { PublishedSimple, SimpleResponse } from './simple-types.ts';

/** Responses as a view can leave them at any moment: complete, half done or untouched. For tests of any room. */

type WithId = { readonly id: string };
const ids = (entries: readonly WithId[]) => entries.map(({ id }) => id);

const upTo = (entries: readonly WithId[], count: number): fc.Arbitrary<string[]> =>
  fc.shuffledSubarray(ids(entries), { maxLength: Math.min(count, entries.length) });

type Slots = readonly { readonly id: string; readonly values: readonly string[] }[];

/** Any value, or none, for each slot. */
function assigned(slots: Slots): fc.Arbitrary<Record<string, string>> {
  const each = slots.map(({ id, values }) =>
    fc.option(fc.constantFrom(...values), { nil: undefined, freq: 5 }).map((value) => [id, value] as const),
  );
  return fc
    .tuple(...each)
    .map((pairs) =>
      Object.fromEntries(pairs.flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const]))),
    );
}

const sameValues = (slots: readonly WithId[], values: readonly string[]): Slots =>
  slots.map(({ id }) => ({ id, values }));

/** Each value in one slot at most. */
function assignedOnce(slots: readonly WithId[], values: readonly WithId[]): fc.Arbitrary<Record<string, string>> {
  const most = Math.min(slots.length, values.length);
  return fc
    .tuple(upTo(slots, most), fc.shuffledSubarray(ids(values), { minLength: most, maxLength: most }))
    .map(([filled, order]) => Object.fromEntries(filled.map((id, index) => [id, order[index] ?? ''])));
}

function hotArea(question: Extract<Published, { kind: 'hot-area' }>): fc.Arbitrary<SimpleResponse> {
  const kind = 'hot-area' as const;
  if (question.variant === 'regions') {
    return upTo(question.regions, question.choose).map((chosen) => ({ kind, variant: 'regions' as const, chosen }));
  }
  const slots =
    question.variant === 'statements'
      ? sameValues(question.statements, ['yes', 'no'])
      : question.areas.map(({ id, options }) => ({ id, values: ids(options) }));
  return assigned(slots).map((answers) => ({ kind, variant: question.variant, answers }));
}

function simple(question: PublishedSimple): fc.Arbitrary<SimpleResponse> {
  switch (question.kind) {
    case 'multiple-choice':
    case 'multiple-response':
    case 'multiple-select':
      return upTo(question.choices, question.choose).map((chosen) => ({ kind: question.kind, chosen }));
    case 'ordering':
    case 'build-list':
      return upTo(question.steps, question.place).map((placed) => ({ kind: question.kind, placed }));
    case 'matching':
      return assigned(sameValues(question.prompts, ids(question.responses))).map((matches) => ({
        kind: question.kind,
        matches,
      }));
    case 'drag-and-drop': {
      const { kind, use, targets, values } = question;
      const placed = use === 'once' ? assignedOnce(targets, values) : assigned(sameValues(targets, ids(values)));
      return placed.map((chosen) => ({ kind, placed: chosen }));
    }
    case 'hot-area':
      return hotArea(question);
    case 'active-screen': {
      const slots = question.fields.map((field) => ({
        id: field.id,
        values: field.control === 'check-box' ? ['checked', 'unchecked'] : ids(field.options),
      }));
      return assigned(slots).map((settings) => ({ kind: question.kind, settings }));
    }
  }
}

export function arbitraryResponse(question: Published): fc.Arbitrary<Response> {
  if (question.kind === 'solution-series') {
    return assigned(sameValues(question.solutions, ['yes', 'no'])).map((answers) => ({
      kind: 'solution-series' as const,
      answers,
    }));
  }
  if (question.kind !== 'case-study') return simple(question);
  const each = question.questions.map((asked) =>
    fc.option(simple(asked.question), { nil: undefined, freq: 5 }).map((given) => [asked.id, given] as const),
  );
  return fc.tuple(...each).map((pairs) => ({
    kind: 'case-study' as const,
    responses: Object.fromEntries(pairs.flatMap(([id, given]) => (given ? [[id, given] as const] : []))),
  }));
}
