import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { randomUuid } from '../exam/attempt-action.ts';
import { labQuery, labsQuery, runQuery, startLab } from './lab-requests.ts';

/** Starts a lab in a fresh account. A repeat after a lost answer asks for the same run, not for a second. */
export function useStartLab(lab: string, onStarted: () => void) {
  const queries = useQueryClient();
  const id = useRef<string>(undefined);
  return useMutation({
    mutationFn: () => {
      id.current ??= randomUuid();
      return startLab(lab, id.current);
    },
    onSuccess: async (run) => {
      id.current = undefined;
      queries.setQueryData(runQuery(run.id).queryKey, run);
      void queries.invalidateQueries({ queryKey: labsQuery.queryKey });
      await queries.invalidateQueries({ queryKey: labQuery(lab).queryKey }); // it names the run that goes on
      onStarted();
    },
  });
}
