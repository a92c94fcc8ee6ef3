import type { ListWorkGroupsInput, ListWorkGroupsOutput } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import { offsetPage } from '../paging.ts';
import type { AthenaState } from '../state.ts';
import { ENGINE_VERSION } from '../state.ts';

export const listWorkGroups = operation<AthenaState, ListWorkGroupsInput, ListWorkGroupsOutput>({
  fidelity: 'real',
  needs: () => ({ action: 'athena:ListWorkGroups', resource: '*' }),
  handle: (input, { state }) => {
    const { items, token } = offsetPage([...state.workGroups.values()], input, 50);
    const WorkGroups = items.map(({ Configuration: _settings, ...group }) => ({
      ...group,
      EngineVersion: { ...ENGINE_VERSION },
    }));
    return { WorkGroups, ...token };
  },
});
