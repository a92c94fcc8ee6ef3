import type { AnswerCheck, Feedback, Lesson } from '@cairn/contract';
import type { Response } from '@cairn/question-types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { randomUuid } from '../exam/attempt-action.ts';
import { answerCheck } from './learn-requests.ts';

/** One check of a lesson: an answer, sent once under one id however often it is tried, and what came back. */
export function useCheck(lesson: Pick<Lesson, 'exam' | 'task'>, number: number) {
  const client = useQueryClient();
  const [response, setResponse] = useState<Response>();
  const [feedback, setFeedback] = useState<Feedback>();
  const id = useRef(randomUuid());
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () =>
      answerCheck(lesson, {
        number,
        id: id.current,
        at: Date.now() as AnswerCheck['at'], // milliseconds of the wall clock are an instant
        response,
      }),
    onSuccess: async (answer) => {
      setFeedback(answer);
      const changed = ['lessons', 'readiness', 'standing'].map((key) => client.invalidateQueries({ queryKey: [key] }));
      await Promise.all(changed);
    },
  });
  return {
    response,
    feedback,
    error,
    isSending: isPending,
    choose: (next: Response) => setResponse(next),
    send: () => mutate(),
    again: () => {
      id.current = randomUuid();
      reset();
      setResponse(undefined);
      setFeedback(undefined);
    },
  };
}
