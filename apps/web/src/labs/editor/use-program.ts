import type { LabRun, RelayRequest } from '@cairn/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { toServer } from '../command-line/relay-handler.ts';
import { advanceLab, credentialsQuery } from '../lab-requests.ts';
import { takeRun } from '../use-run-change.ts';
import type { Output } from './output.ts';
import { ProgramRunner } from './program.ts';

const HOUR_MILLISECONDS = 3_600_000;

/** One for each run that was opened since the page was loaded: a program goes on while another tab is looked at. */
const open = new Map<string, ProgramRunner>();

export function useProgram(run: LabRun): { readonly program: ProgramRunner; readonly output: Output } {
  const queries = useQueryClient();
  const [program] = useState(() => {
    const known = open.get(run.id);
    if (known) return known;
    const made = openProgram(run, queries);
    open.set(run.id, made);
    return made;
  });
  return { program, output: useSyncExternalStore(program.subscribe, program.output) };
}

function openProgram(run: LabRun, queries: QueryClient): ProgramRunner {
  return new ProgramRunner({
    credentials: () => queries.ensureQueryData(credentialsQuery(run.id)),
    relay: (request: RelayRequest) => toServer(run.id)(request),
    files: async () => {
      // the command line is large, and few programs read files
      const { openCommandLine } = await import('../command-line/open-command-line.ts');
      return openCommandLine(run, queries).files;
    },
    advance: async (milliseconds) => takeRun(queries, await advanceLab(run.id, milliseconds / HOUR_MILLISECONDS)),
    onEnd: () => void queries.invalidateQueries({ queryKey: ['lab-account', run.id] }),
  });
}
