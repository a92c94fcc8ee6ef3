import type { CreateProfileJobRequest, CreateProfileJobResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { demandPassRole, getDataset } from '../entries.ts';
import { conflict, notSupported } from '../errors.ts';
import type { DataBrewState } from '../state.ts';

export const createProfileJob = operation<DataBrewState, Sent<CreateProfileJobRequest>, CreateProfileJobResponse>({
  fidelity: 'simplified',
  differs:
    'The profile holds the main statistics of each column, duplicates and correlations; it cannot be configured.',
  needs: () => ({ action: 'databrew:CreateProfileJob', resource: '*' }),
  handle: (input, call) => {
    if (input.Configuration) throw notSupported('A profile Configuration');
    if (input.ValidationConfigurations) throw notSupported('ValidationConfigurations');
    getDataset(call, input.DatasetName);
    demandPassRole(call, input.RoleArn);
    if (call.state.jobs.has(input.Name)) throw conflict('job', input.Name);
    const { OutputLocation, Configuration: _none, ...kept } = input;
    call.state.jobs.set(input.Name, {
      ...kept,
      Type: 'PROFILE',
      Outputs: [{ Location: OutputLocation, Format: 'JSON' }],
      JobSample: input.JobSample ?? { Mode: 'CUSTOM_ROWS', Size: 20_000 },
      CreatedBy: call.principal.arn,
      CreateDate: call.date(),
      ResourceArn: call.arn(`job/${input.Name}`),
    });
    return { Name: input.Name };
  },
});
