import { assignedParts, inspectAssigned, keyOfSlots, type Slot, whyOfEntries } from '../assignments.ts';
import { wholePart } from '../grade.ts';
import { mixed, publicOption } from '../mixing.ts';
import { defineQuestionType } from '../question-type.ts';
import { MatchingQuestion, MatchingResponse, PublishedMatching } from './schema.ts';

function slots({ prompts, responses }: MatchingQuestion): Slot[] {
  const allowed = responses.map(({ id }) => id);
  return prompts.map(({ id, match }) => ({ id, allowed, key: match }));
}

export const matching = defineQuestionType({
  kind: 'matching',
  question: MatchingQuestion,
  response: MatchingResponse,
  published: PublishedMatching,
  secret: ['match', 'why'],
  publish: ({ stem, prompts, responses }, shuffle) => ({
    kind: 'matching' as const,
    stem,
    prompts: prompts.map(publicOption),
    responses: mixed(responses, shuffle).map(publicOption),
  }),
  inspect: (question, { matches }) => inspectAssigned(matches, slots(question)),
  parts: (question, response) =>
    wholePart(assignedParts(response?.matches ?? {}, slots(question)).every(({ correct }) => correct)),
  solution: (question) => ({ kind: 'matching' as const, matches: keyOfSlots(slots(question)) }),
  why: ({ prompts }) => whyOfEntries(prompts),
  stem: ({ stem }) => stem,
  options: ({ prompts, responses }) =>
    prompts.flatMap(({ id: group, match, why }) =>
      responses.map(({ id, text }) => ({ group, id, text, isKey: id === match, why })),
    ),
});
