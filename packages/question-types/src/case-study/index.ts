import { incomplete, invalid } from '../grade.ts';
import type { Part, Ungraded } from '../grade-schema.ts';
import { defineQuestionType } from '../question-type.ts';
import { SIMPLE_TYPES, type SimpleResponse, simpleTypes } from '../simple-types.ts';
import { CaseStudyQuestion, CaseStudyResponse, PublishedCaseStudy } from './schema.ts';

const responseTo = ({ responses }: CaseStudyResponse, id: string): SimpleResponse | undefined =>
  Object.hasOwn(responses, id) ? responses[id] : undefined;

/** Ids of a case question's parts and rationales begin with its own id. */
const within = (id: string, inner: string) => `${id}/${inner}`;

function inspect(study: CaseStudyQuestion, response: CaseStudyResponse): Ungraded | undefined {
  const stranger = Object.keys(response.responses).find((id) => !study.questions.some((asked) => asked.id === id));
  if (stranger !== undefined) return invalid(`${stranger} is no question of this case study`);
  let open = 0;
  for (const { id, question } of study.questions) {
    const given = responseTo(response, id);
    const grade = given && simpleTypes[question.kind].grade(question, given);
    if (grade?.outcome === 'invalid') return invalid(`${id}: ${grade.reason}`);
    if (grade?.outcome !== 'graded') open += 1;
  }
  return open === 0 ? undefined : incomplete(`Answer all ${study.questions.length} questions: ${open} left.`);
}

function parts(study: CaseStudyQuestion, response: CaseStudyResponse | undefined): Part[] {
  return study.questions.flatMap(({ id, question }) => {
    const final = simpleTypes[question.kind].gradeFinal(question, response && responseTo(response, id));
    return final.parts.map((part) => ({ id: within(id, part.id), correct: part.correct }));
  });
}

function why({ questions }: CaseStudyQuestion): Record<string, string> {
  const entries = questions.flatMap(({ id, question }) =>
    Object.entries(simpleTypes[question.kind].why(question)).map(([inner, text]) => [within(id, inner), text]),
  );
  return Object.fromEntries(entries);
}

export const caseStudy = defineQuestionType({
  kind: 'case-study',
  question: CaseStudyQuestion,
  response: CaseStudyResponse,
  published: PublishedCaseStudy,
  secret: ['tasks', 'angoff', ...new Set(SIMPLE_TYPES.flatMap(({ secret }) => secret))],
  publish: ({ title, tabs, questions }, shuffle) => ({
    kind: 'case-study' as const,
    title,
    tabs,
    questions: questions.map(({ id, question }) => ({
      id,
      question: simpleTypes[question.kind].publish(question, shuffle),
    })),
  }),
  inspect,
  parts,
  solution: ({ questions }) => ({
    kind: 'case-study' as const,
    responses: Object.fromEntries(
      questions.map(({ id, question }) => [id, simpleTypes[question.kind].solution(question)]),
    ),
  }),
  why,
  stem: ({ title }) => title,
  options: () => [],
});
