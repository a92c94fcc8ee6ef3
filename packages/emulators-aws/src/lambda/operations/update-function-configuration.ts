import type { FunctionConfiguration, UpdateFunctionConfigurationRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { describeVersion } from '../describe.ts';
import { demandRevision, getFunctionNamed } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import { replaceLatest } from '../publishing.ts';
import { takeRole } from '../roles.ts';
import { changedSettings } from '../settings.ts';
import type { LambdaState } from '../state.ts';

export const updateFunctionConfiguration = operation<
  LambdaState,
  UpdateFunctionConfigurationRequest,
  FunctionConfiguration
>({
  fidelity: 'real',
  needs: (input, call) => functionNeed(call, 'UpdateFunctionConfiguration', functionNameOf(call, input.FunctionName)),
  handle: (input, call) => {
    const fn = getFunctionNamed(call, functionNameOf(call, input.FunctionName));
    demandRevision(input.RevisionId, fn.latest.revisionId);
    const settings = changedSettings(fn.latest.settings, input);
    if (input.Role !== undefined) takeRole(call, input.Role, fn.name);
    replaceLatest(call, fn, { settings });
    return describeVersion(fn, fn.latest);
  },
});
