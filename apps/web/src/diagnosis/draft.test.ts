import type { Published, Response } from '@cairn/question-types';
import { expect, it } from 'vitest';
import { parseDraft } from './draft.ts';
import { diagnosisWith } from './testing-diagnosis.ts';

const question = diagnosisWith(0).current?.question as Published;
const response: Response = { kind: 'multiple-choice', chosen: ['queue'] };

it('brings the draft of a question back', () => {
  const text = JSON.stringify({ slot: 'q1', response });

  expect(parseDraft(text, 'q1', question)).toEqual({ slot: 'q1', response });
});

it('is none for another question', () => {
  expect(parseDraft(JSON.stringify({ slot: 'q1', response }), 'q2', question)).toBeUndefined();
});

it.each([
  null,
  '{',
  '[]',
  '{"slot":"q1"}',
  '{"slot":"q1","response":null}',
  '{"slot":"q1","response":{"kind":"ordering","placed":[]}}',
])('is none where %j is stored', (text) => {
  expect(parseDraft(text, 'q1', question)).toBeUndefined();
});
