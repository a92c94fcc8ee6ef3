import type { LabRun } from '@cairn/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { credentialsQuery } from '../lab-requests.ts';
import { CommandLine } from './command-line.ts';
import type { Entry } from './entries.ts';
import { sdkSend } from './sdk-send.ts';

/** One for each run that was opened since the page was loaded. */
const open = new Map<string, CommandLine>();

export function useCommandLine({ id, account }: LabRun): {
  readonly line: CommandLine;
  readonly entries: readonly Entry[];
} {
  const queries = useQueryClient();
  const [line] = useState(() => {
    const known = open.get(id);
    if (known) return known;
    const made = new CommandLine({
      run: id,
      region: account.region,
      send: sdkSend(id, () => queries.ensureQueryData(credentialsQuery(id))),
      onEnd: () => void queries.invalidateQueries({ queryKey: ['lab-account', id] }),
    });
    open.set(id, made);
    return made;
  });
  return { line, entries: useSyncExternalStore(line.subscribe, line.entries) };
}
