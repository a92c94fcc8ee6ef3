import type { FunctionConfiguration, PublishVersionRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { describeVersion } from '../describe.ts';
import { invalidParameter } from '../errors.ts';
import { demandRevision, getFunctionNamed } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import { publish } from '../publishing.ts';
import type { LambdaState } from '../state.ts';

export const publishVersion = operation<LambdaState, PublishVersionRequest, FunctionConfiguration>({
  fidelity: 'real',
  needs: (input, call) => functionNeed(call, 'PublishVersion', functionNameOf(call, input.FunctionName)),
  handle: (input, call) => {
    const fn = getFunctionNamed(call, functionNameOf(call, input.FunctionName));
    demandRevision(input.RevisionId, fn.latest.revisionId);
    const { sha256 } = fn.latest.code;
    if (input.CodeSha256 && input.CodeSha256 !== sha256) {
      throw invalidParameter(
        `CodeSHA256 (${input.CodeSha256}) is different from current CodeSHA256 in $LATEST (${sha256}). Please try again with the CodeSHA256 in $LATEST.`,
      );
    }
    return describeVersion(fn, publish(call, fn, input.Description || undefined), true);
  },
});
