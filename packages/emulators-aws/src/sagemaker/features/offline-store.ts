import { ServiceError } from '@cairn/emulator-kit';
import type { FeatureGroup } from '../hosting-state.ts';
import { joinUri } from '../jobs/s3-data.ts';
import type { SageMakerCall } from '../needs.ts';
import { writeS3 } from '../storage.ts';

export const OFFLINE_TIMER = 'offline-store';

/** SageMaker says of up to fifteen minutes; here rows are gathered for one. */
const WRITE_AFTER_MILLISECONDS = 60_000;

export interface OfflineRow {
  readonly values: ReadonlyMap<string, string | readonly string[]>;
  readonly eventAt: number;
  readonly isDeleted: boolean;
}

const timestamp = (at: number): string => new Date(at).toISOString().replace('T', ' ').replace('Z', '');

/** Values as JSON has them: numbers as numbers, what is missing as null. */
function jsonRow({ definitions }: FeatureGroup, { values, isDeleted }: OfflineRow, now: number) {
  const features = definitions.map(({ FeatureName = '', FeatureType }) => {
    const value = values.get(FeatureName);
    const one = (text: string) => (FeatureType === 'String' ? text : Number(text));
    const shown = value === undefined ? null : typeof value === 'string' ? one(value) : value.map(one);
    return [FeatureName, shown];
  });
  const written = timestamp(now);
  return Object.fromEntries([
    ...features,
    ['write_time', written],
    ['api_invocation_time', written],
    ['is_deleted', isDeleted],
  ]);
}

/** Appends a row to the history; nothing is ever overwritten there. */
export function appendOffline(call: SageMakerCall, group: FeatureGroup, row: OfflineRow): void {
  if (!group.offline) return;
  group.waiting.push({ folder: hourFolder(row.eventAt), row: jsonRow(group, row, call.now()) });
  group.writeTimerId ??= call.later(WRITE_AFTER_MILLISECONDS, OFFLINE_TIMER, { groupName: group.name });
}

/** `year=2026/month=11/day=21/hour=10`, by event time. */
function hourFolder(at: number): string {
  const [year, month, day, hour] = new Date(at).toISOString().split(/[-T:]/);
  return `year=${year}/month=${month}/day=${day}/hour=${hour}`;
}

/** Timer: writes what waits, a file for each hour of events. */
export async function writeOffline(call: SageMakerCall, { groupName }: { readonly groupName: string }): Promise<void> {
  const group = call.state.featureGroups.get(groupName);
  if (!group) return;
  group.writeTimerId = undefined;
  const waiting = group.waiting.splice(0);
  const folders = new Map<string, string[]>();
  for (const { folder, row } of waiting) folders.set(folder, [...(folders.get(folder) ?? []), JSON.stringify(row)]);
  try {
    for (const [folder, lines] of folders) await writePart(call, group, folder, lines);
    group.offlineBlockedReason = undefined;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    group.offlineBlockedReason = error.message;
  }
}

async function writePart(
  call: SageMakerCall,
  group: FeatureGroup,
  folder: string,
  lines: readonly string[],
): Promise<void> {
  const role = call.assume(group.roleArn ?? '', 'sagemaker.amazonaws.com', 'SageMaker');
  const stamp = call.date().toISOString().slice(0, 19).replace(/[-:]/g, '');
  const name = `${stamp}Z_${call.ids.upper(16)}.json`;
  const uri = joinUri(group.offline?.S3StorageConfig?.ResolvedOutputS3Uri ?? '', `${folder}/${name}`);
  await writeS3(call, uri, `${lines.join('\n')}\n`, role);
}
