import type { FunctionConfiguration, UpdateFunctionCodeRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { takeCode } from '../code.ts';
import { describeVersion } from '../describe.ts';
import { demandRevision, getFunctionNamed } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import { publish, replaceLatest } from '../publishing.ts';
import type { LambdaState } from '../state.ts';

export const updateFunctionCode = operation<LambdaState, UpdateFunctionCodeRequest, FunctionConfiguration>({
  fidelity: 'real',
  needs: (input, call) => functionNeed(call, 'UpdateFunctionCode', functionNameOf(call, input.FunctionName)),
  handle: async (input, call) => {
    const fn = getFunctionNamed(call, functionNameOf(call, input.FunctionName));
    demandRevision(input.RevisionId, fn.latest.revisionId);
    const code = await takeCode(call, input);
    const settings = { ...fn.latest.settings, architectures: input.Architectures ?? fn.latest.settings.architectures };
    if (input.DryRun) return describeVersion(fn, { ...fn.latest, code, settings });
    replaceLatest(call, fn, { code, settings });
    return input.Publish ? describeVersion(fn, publish(call, fn), true) : describeVersion(fn, fn.latest);
  },
});
