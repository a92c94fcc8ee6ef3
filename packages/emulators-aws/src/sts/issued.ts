import type { Credentials } from '@aws-sdk/client-sts';
import type { SessionKey } from '../iam/state.ts';

/** Temporary credentials as STS answers them. */
export const describeCredentials = ({ id, secret, token, expiresAt }: SessionKey): Credentials => ({
  AccessKeyId: id,
  SecretAccessKey: secret,
  SessionToken: token,
  Expiration: new Date(expiresAt),
});
