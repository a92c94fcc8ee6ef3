import type { DeleteDatasetRequest, DeleteDatasetResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getDataset, onNamed } from '../entries.ts';
import { validation } from '../errors.ts';
import type { DataBrewState } from '../state.ts';

export const deleteDataset = operation<DataBrewState, Sent<DeleteDatasetRequest>, DeleteDatasetResponse>({
  fidelity: 'real',
  needs: onNamed('DeleteDataset', 'dataset'),
  handle: ({ Name: name }, call) => {
    getDataset(call, name);
    const user = [...call.state.jobs.values()].find(({ DatasetName }) => DatasetName === name);
    if (user) throw validation(`The dataset ${name} is used by the job ${user.Name}: delete the job first.`);
    call.state.datasets.delete(name);
    return { Name: name };
  },
});
