import type { Cloud } from '../cloud/cloud.ts';
import type { Datasets } from '../datasets/datasets.ts';
import type { Variables } from '../value/evaluate.ts';

/** Where calls run: against which account, with which data, knowing what. */
export type RunContext = {
  readonly cloud: Cloud;
  readonly datasets: Datasets;
  readonly variables: Variables;
  /** Hears what `log:` says. */
  readonly onLog?: (text: string) => void;
};

/** Variables that every lab has: region, endpoint and the account's number, asked of the cloud. */
export async function builtInVariables(cloud: Cloud): Promise<Variables> {
  const { Account } = await cloud.send('sts', 'GetCallerIdentity', {});
  return { account: String(Account), region: cloud.region, endpoint: cloud.endpoint ?? '' };
}

export const BUILT_IN = ['account', 'region', 'endpoint'] as const;
