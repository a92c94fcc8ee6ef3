import type { Diagnosis } from '@cairn/contract';
import type { Published } from '@cairn/question-types';

/** A small diagnosis for tests: what the server would send after so many answers. */

const CHOICE: Published = {
  kind: 'multiple-choice',
  stem: 'Which store keeps vectors?',
  choose: 1,
  choices: [
    { id: 'search', text: 'A search index' },
    { id: 'queue', text: 'A queue' },
  ],
};

export function diagnosisWith(answered: number, changes: Partial<Diagnosis> = {}): Diagnosis {
  return {
    id: '00000000-0000-4000-8000-000000000009',
    exam: 'aif-c01',
    certification: 'aws-aif-c01',
    code: 'AIF-C01',
    title: 'AWS Certified AI Practitioner',
    state: 'running',
    startedAt: 0,
    overAt: null,
    answered,
    minQuestions: 15,
    maxQuestions: 30,
    precision: 0,
    current: {
      id: `q${answered + 1}`,
      number: answered + 1,
      question: CHOICE,
      why: {
        rule: 'first',
        domain: { number: 1, name: 'Fundamentals' },
        domainAnswered: 0,
        domainPlanned: 6,
        tellsPercent: 100,
        drawnFrom: 1,
      },
    },
    known: null,
    stopped: null,
    review: [],
    ...changes,
  };
}
