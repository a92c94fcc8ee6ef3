import type { LabRun } from '@cairn/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import type { CommandLine } from './command-line.ts';
import type { Entry } from './entries.ts';
import { openCommandLine } from './open-command-line.ts';

export function useCommandLine(run: LabRun): { readonly line: CommandLine; readonly entries: readonly Entry[] } {
  const queries = useQueryClient();
  const [line] = useState(() => openCommandLine(run, queries));
  return { line, entries: useSyncExternalStore(line.subscribe, line.entries) };
}
