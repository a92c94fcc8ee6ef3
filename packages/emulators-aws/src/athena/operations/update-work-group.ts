import type {
  ResultConfiguration,
  ResultConfigurationUpdates,
  UpdateWorkGroupInput,
  WorkGroupConfiguration,
  WorkGroupConfigurationUpdates,
} from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import type { AthenaState } from '../state.ts';
import { checkedConfiguration, getWorkGroupEntry, onWorkGroup } from '../work-groups.ts';

export const updateWorkGroup = operation<AthenaState, UpdateWorkGroupInput, object>({
  fidelity: 'real',
  needs: onWorkGroup('UpdateWorkGroup'),
  handle: ({ WorkGroup: name, Description, State, ConfigurationUpdates: updates }, call) => {
    const group = getWorkGroupEntry(call, name);
    if (updates) group.Configuration = checkedConfiguration(updated(group.Configuration ?? {}, updates));
    if (Description !== undefined) group.Description = Description;
    if (State !== undefined) group.State = State;
    return {};
  },
});

function updated(before: WorkGroupConfiguration, updates: WorkGroupConfigurationUpdates): WorkGroupConfiguration {
  const { ResultConfigurationUpdates: results, RemoveBytesScannedCutoffPerQuery: isUnlimited, ...rest } = updates;
  const { ManagedQueryResultsConfigurationUpdates, RemoveCustomerContentEncryptionConfiguration: _, ...plain } = rest;
  const { BytesScannedCutoffPerQuery: cutoff, ...kept } = { ...before, ...plain };
  return {
    ...kept,
    ...(cutoff === undefined || isUnlimited ? {} : { BytesScannedCutoffPerQuery: cutoff }),
    ...(ManagedQueryResultsConfigurationUpdates
      ? { ManagedQueryResultsConfiguration: { Enabled: ManagedQueryResultsConfigurationUpdates.Enabled ?? false } }
      : {}),
    ResultConfiguration: updatedResults(before.ResultConfiguration ?? {}, results ?? {}),
  };
}

function updatedResults(before: ResultConfiguration, updates: ResultConfigurationUpdates): ResultConfiguration {
  const made = { ...before };
  if (updates.RemoveOutputLocation) delete made.OutputLocation;
  if (updates.RemoveEncryptionConfiguration) delete made.EncryptionConfiguration;
  if (updates.OutputLocation !== undefined) made.OutputLocation = updates.OutputLocation;
  if (updates.EncryptionConfiguration) made.EncryptionConfiguration = updates.EncryptionConfiguration;
  if (updates.AclConfiguration) made.AclConfiguration = updates.AclConfiguration;
  return made;
}
