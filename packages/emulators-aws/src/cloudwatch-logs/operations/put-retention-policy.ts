import type { PutRetentionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidParameter } from '../errors.ts';
import { getGroup, onGroup } from '../groups.ts';
import type { LogsState } from '../state.ts';

const DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

export const putRetentionPolicy = operation<LogsState, Sent<PutRetentionPolicyRequest>, void>({
  fidelity: 'real',
  needs: onGroup('PutRetentionPolicy'),
  handle: ({ logGroupName, retentionInDays: days }, call) => {
    if (!DAYS.includes(days)) {
      throw invalidParameter(
        `1 validation error detected: Value '${days}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${DAYS.join(', ')}]`,
      );
    }
    getGroup(call, logGroupName).retentionDays = days;
  },
});
