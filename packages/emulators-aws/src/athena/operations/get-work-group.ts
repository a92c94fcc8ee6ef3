import type { GetWorkGroupInput, GetWorkGroupOutput } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import type { AthenaState } from '../state.ts';
import { getWorkGroupEntry, onWorkGroup } from '../work-groups.ts';

export const getWorkGroup = operation<AthenaState, GetWorkGroupInput, GetWorkGroupOutput>({
  fidelity: 'real',
  needs: onWorkGroup('GetWorkGroup'),
  handle: ({ WorkGroup: name }, call) => ({ WorkGroup: getWorkGroupEntry(call, name) }),
});
