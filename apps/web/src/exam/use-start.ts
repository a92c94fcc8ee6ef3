import type { StartAttempt } from '@cairn/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { randomUuid } from './attempt-action.ts';
import { startAttempt } from './attempt-requests.ts';
import { disk } from './disk.ts';

export type StartChoice = Omit<StartAttempt, 'id' | 'tabId'>;

/** Study whatever it is, without a clock: how every "practise this" button starts. */
export const studying = (exam: string, scope: StartAttempt['scope']): StartChoice => ({
  exam,
  scope,
  mode: 'study',
  timing: { factor: 'untimed', extraMinutes: 0 },
});

/** Starts an attempt and opens it. A repeat after a lost answer asks for the same attempt, not for a second one. */
export function useStart() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const asked = useRef<{ readonly choice: string; readonly id: string; readonly tabId: string }>(undefined);
  return useMutation({
    mutationFn: (choice: StartChoice) => {
      const words = JSON.stringify(choice);
      if (asked.current?.choice !== words) asked.current = { choice: words, id: randomUuid(), tabId: randomUuid() };
      const { id, tabId } = asked.current;
      return startAttempt({ ...choice, id, tabId }).then((attempt) => ({ attempt, tabId }));
    },
    onSuccess: async ({ attempt, tabId }) => {
      asked.current = undefined;
      // Where the disk refuses, the player asks once before it takes over.
      await disk()
        .tabs.remember(attempt.id, tabId)
        .catch(() => undefined);
      void queries.invalidateQueries({ queryKey: ['attempts'] });
      await navigate({ to: '/attempts/$attemptId', params: { attemptId: attempt.id } });
    },
  });
}
