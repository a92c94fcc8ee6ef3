import type { FeatureDefinition } from '@aws-sdk/client-sagemaker';
import type { FeatureValue, TtlDuration } from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { ServiceError } from '@cairn/emulator-kit';
import type { FeatureGroup, OnlineRecord } from '../hosting-state.ts';
import type { SageMakerCall } from '../needs.ts';
import { findFeatureGroup } from './groups.ts';

/** Errors of the feature store's runtime. */
export const validationError = (message: string): ServiceError =>
  new ServiceError('ValidationError', `Validation Error: ${message}`, 400);

export function servingGroup(call: SageMakerCall, nameOrArn: string): FeatureGroup {
  const group = findFeatureGroup(call, nameOrArn);
  if (group?.status === 'Created') return group;
  throw new ServiceError(
    'ResourceNotFound',
    `Resource Not Found: Amazon SageMaker can't find a FeatureGroup with name ${nameOrArn}`,
    404,
  );
}

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

/** Milliseconds of an event time: seconds since 1970 in a Fractional feature, ISO 8601 in a String. */
export function eventInstant({ definitions, eventTime }: FeatureGroup, text: string): number {
  const type = definitions.find(({ FeatureName }) => FeatureName === eventTime)?.FeatureType;
  if (type === 'Fractional') {
    const seconds = Number(text);
    if (text.trim() !== '' && seconds > 0) return seconds * 1000;
    throw validationError(`EventTime ${text} must be a number of seconds since 1970.`);
  }
  const at = ISO.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw validationError(`EventTime ${text} must be written as yyyy-MM-dd'T'HH:mm:ssZ, such as 2026-01-31T10:00:00Z.`);
}

const isOfType = (text: string, type: FeatureDefinition['FeatureType']): boolean => {
  if (type === 'Integral') return /^[+-]?\d+$/.test(text);
  return type === 'String' || (text.trim() !== '' && !Number.isNaN(Number(text)));
};

function checkValue(
  { FeatureName, FeatureType, CollectionType }: FeatureDefinition,
  value: string | readonly string[],
) {
  const isList = typeof value !== 'string';
  if (isList !== (CollectionType !== undefined)) {
    throw validationError(`Feature ${FeatureName} takes ${CollectionType ? 'ValueAsStringList' : 'ValueAsString'}.`);
  }
  const odd = (isList ? value : [value]).find((text) => !isOfType(text, FeatureType));
  if (odd !== undefined) {
    throw validationError(`Feature value [${odd}] is not of the type [${FeatureType}] of feature [${FeatureName}].`);
  }
}

/** Values of a record by feature, checked against the definitions. */
export function readValues(
  group: FeatureGroup,
  record: readonly FeatureValue[],
): Map<string, string | readonly string[]> {
  const values = new Map<string, string | readonly string[]>();
  for (const { FeatureName = '', ValueAsString, ValueAsStringList } of record) {
    const definition = group.definitions.find((one) => one.FeatureName === FeatureName);
    if (!definition) throw validationError(`FeatureName [${FeatureName}] is not in feature group ${group.name}.`);
    if (values.has(FeatureName)) throw validationError(`FeatureName [${FeatureName}] stands twice in the record.`);
    const value = ValueAsStringList ?? ValueAsString;
    if (value === undefined) throw validationError(`FeatureName [${FeatureName}] has no value; leave it out instead.`);
    checkValue(definition, value);
    values.set(FeatureName, value);
  }
  return values;
}

/** A value that a record must have. */
export function requiredValue(values: ReadonlyMap<string, string | readonly string[]>, name: string): string {
  const value = values.get(name);
  if (typeof value === 'string' && value !== '') return value;
  throw validationError(`Missing mandatory FeatureName: [${name}].`);
}

const UNIT_MILLISECONDS = {
  Seconds: 1000,
  Minutes: 60_000,
  Hours: 3_600_000,
  Days: 24 * 3_600_000,
  Weeks: 7 * 24 * 3_600_000,
} as const;

/** When a record expires: counted from its event time; the record's own duration goes before the group's. */
export function expiryOf({ online }: FeatureGroup, own: TtlDuration | undefined, eventAt: number): number | undefined {
  const { Unit, Value } = own ?? online?.TtlDuration ?? {};
  return Unit === undefined || Value === undefined ? undefined : eventAt + Value * UNIT_MILLISECONDS[Unit];
}

/** A record that is there: neither deleted nor expired. */
export function findRecord(call: SageMakerCall, { records }: FeatureGroup, id: string): OnlineRecord | undefined {
  const record = records.get(id);
  if (!record || record.isDeleted) return undefined;
  return record.expiresAt !== undefined && record.expiresAt <= call.now() ? undefined : record;
}

/** Features in the order of their definitions; those that are asked for, when some are. */
export function shownValues(
  { definitions }: FeatureGroup,
  { values }: OnlineRecord,
  wanted: readonly string[] | undefined,
): FeatureValue[] {
  return definitions.flatMap(({ FeatureName = '' }): FeatureValue[] => {
    const value = values.get(FeatureName);
    if (value === undefined || (wanted && !wanted.includes(FeatureName))) return [];
    return [
      typeof value === 'string'
        ? { FeatureName, ValueAsString: value }
        : { FeatureName, ValueAsStringList: [...value] },
    ];
  });
}

/** Refuses names of features that the group has not. */
export function checkWanted({ definitions, name }: FeatureGroup, wanted: readonly string[] | undefined): void {
  const odd = wanted?.find((feature) => !definitions.some(({ FeatureName }) => FeatureName === feature));
  if (odd !== undefined) throw validationError(`FeatureName [${odd}] is not in feature group ${name}.`);
}

export const shownExpiry = (expiresAt: number | undefined): string | undefined =>
  expiresAt === undefined ? undefined : `${new Date(expiresAt).toISOString().slice(0, 19)}Z`;
