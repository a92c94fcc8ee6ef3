import type { LabRun } from '@cairn/contract';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api.ts';
import { labQuery, labsQuery, runQuery } from './lab-requests.ts';

/** Shows a run as it came back, and reads again what may have changed with it. */
export function takeRun(queries: QueryClient, run: LabRun): void {
  queries.setQueryData(runQuery(run.id).queryKey, run);
  void queries.invalidateQueries({ queryKey: ['lab-account', run.id] });
  void queries.invalidateQueries({ queryKey: labQuery(run.lab).queryKey });
  void queries.invalidateQueries({ queryKey: labsQuery.queryKey, refetchType: 'none' });
  void queries.invalidateQueries({ queryKey: ['standing'], refetchType: 'none' });
}

/** Problems after which the run that is shown is no longer the one that is. */
const STALE = new Set(['lab-account-gone', 'lab-run-superseded', 'lab-run-unknown']);

/** One request that changes a run. */
export function useRunChange<Input>(
  { id, lab }: Pick<LabRun, 'id' | 'lab'>,
  change: (input: Input) => Promise<LabRun>,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (run) => takeRun(queries, run),
    onError: (error) => {
      if (!(error instanceof ApiProblem && STALE.has(error.kind))) return;
      void queries.invalidateQueries({ queryKey: runQuery(id).queryKey });
      void queries.invalidateQueries({ queryKey: labQuery(lab).queryKey });
    },
  });
}
