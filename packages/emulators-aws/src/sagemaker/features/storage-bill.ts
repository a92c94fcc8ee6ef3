import { FEATURE_STORE_STORAGE, HOURS_PER_MONTH } from '../../prices.ts';
import type { FeatureGroup, OnlineRecord } from '../hosting-state.ts';
import type { SageMakerCall } from '../needs.ts';

function bytesOf(record: OnlineRecord | undefined): number {
  let bytes = 0;
  for (const [name, value] of record?.values ?? []) bytes += name.length + value.toString().length;
  return bytes;
}

const meterOf = ({ arn }: FeatureGroup): string => `${arn}/online-store`;

/** Puts a record into the online store, or takes it out, and counts what the store holds from now on. */
export function keepOnline(
  call: SageMakerCall,
  group: FeatureGroup,
  id: string,
  record: OnlineRecord | undefined,
): void {
  group.onlineBytes += bytesOf(record) - bytesOf(group.records.get(id));
  if (record) group.records.set(id, record);
  else group.records.delete(id);
  call.startMeter(meterOf(group), FEATURE_STORE_STORAGE, group.onlineBytes / 1024 ** 3 / HOURS_PER_MONTH);
}

export function endStorage(call: SageMakerCall, group: FeatureGroup): void {
  call.stopMeter(meterOf(group));
}
