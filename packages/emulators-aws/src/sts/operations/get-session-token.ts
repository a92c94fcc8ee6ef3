import type { GetSessionTokenRequest, GetSessionTokenResponse } from '@aws-sdk/client-sts';
import { operation } from '@cairn/emulator-kit';
import { nameKey } from '../../iam/entities.ts';
import { issueSessionKey } from '../../iam/keys.ts';
import type { IamState } from '../../iam/state.ts';
import { callerKey } from '../caller-session.ts';
import { accessDenied, noMfaDevice } from '../errors.ts';
import { describeCredentials } from '../issued.ts';

const HALF_DAY_SECONDS = 43_200;
/** Root gets an hour at most, whatever it asks for. */
const ROOT_SECONDS = 3600;

export const getSessionToken = operation<IamState, GetSessionTokenRequest, GetSessionTokenResponse>({
  fidelity: 'simplified',
  differs: 'There are no MFA devices, so the credentials can never call IAM.',
  needs: () => [],
  handle: ({ DurationSeconds = HALF_DAY_SECONDS, SerialNumber, TokenCode }, call) => {
    const { state, ids, principal } = call;
    const isSession = principal.kind === 'role-session' || callerKey(state, principal) !== undefined;
    if (isSession) throw accessDenied('Cannot call GetSessionToken with session credentials');
    if (SerialNumber !== undefined || TokenCode !== undefined) throw noMfaDevice();
    const { kind, userName } = principal;
    const holder = { kind: 'user', userName: userName === undefined ? undefined : nameKey(userName) } as const;
    const seconds = kind === 'root' ? Math.min(DurationSeconds, ROOT_SECONDS) : DurationSeconds;
    return { Credentials: describeCredentials(issueSessionKey(state, ids, holder, { now: call.now(), seconds })) };
  },
});
