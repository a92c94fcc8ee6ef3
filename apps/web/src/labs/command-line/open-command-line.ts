import type { LabRun } from '@cairn/contract';
import type { QueryClient } from '@tanstack/react-query';
import { advanceLab, credentialsQuery } from '../lab-requests.ts';
import { takeRun } from '../use-run-change.ts';
import { CommandLine } from './command-line.ts';
import { sdkPresign, sdkSend } from './sdk-send.ts';

const HOUR_MILLISECONDS = 3_600_000;

/** One for each run that was opened since the page was loaded. */
const open = new Map<string, CommandLine>();

export function openCommandLine({ id, account }: LabRun, queries: QueryClient): CommandLine {
  const known = open.get(id);
  if (known) return known;
  const credentials = () => queries.ensureQueryData(credentialsQuery(id));
  const made = new CommandLine({
    run: id,
    region: account.region,
    send: sdkSend(id, credentials),
    presign: sdkPresign(credentials),
    advance: async (milliseconds) => takeRun(queries, await advanceLab(id, milliseconds / HOUR_MILLISECONDS)),
    onEnd: () => void queries.invalidateQueries({ queryKey: ['lab-account', id] }),
  });
  open.set(id, made);
  return made;
}
