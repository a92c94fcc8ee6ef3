import type { CreateWorkGroupInput } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidRequest } from '../errors.ts';
import type { AthenaState } from '../state.ts';
import { checkedConfiguration, workGroupNeed } from '../work-groups.ts';

export const createWorkGroup = operation<AthenaState, Sent<CreateWorkGroupInput>, object>({
  fidelity: 'simplified',
  differs: 'Tags of a workgroup are not kept.',
  needs: ({ Name: name }, call) => workGroupNeed(call, 'CreateWorkGroup', name),
  handle: ({ Name: name, Description, Configuration = {} }, call) => {
    if (call.state.workGroups.has(name)) throw invalidRequest('WorkGroup is already created');
    call.state.workGroups.set(name, {
      Name: name,
      State: 'ENABLED',
      CreationTime: call.date(),
      Configuration: checkedConfiguration(Configuration),
      ...(Description === undefined ? {} : { Description }),
    });
    return {};
  },
});
