import type {
  BatchGetRecordIdentifier,
  BatchGetRecordRequest,
  BatchGetRecordResponse,
} from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { operation, ServiceError } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { FEATURE_STORE_READ } from '../../prices.ts';
import { featureGroupArn } from '../../sagemaker/features/groups.ts';
import { checkWanted, findRecord, servingGroup, shownExpiry, shownValues } from '../../sagemaker/features/records.ts';
import { needOn, type SageMakerCall } from '../../sagemaker/needs.ts';
import type { SageMakerState } from '../../sagemaker/state.ts';

type Found = Required<Pick<BatchGetRecordResponse, 'Records' | 'Errors'>>;

/** Records of one feature group; a fault of it is told for each id, and the others are answered. */
function read(call: SageMakerCall, asked: BatchGetRecordIdentifier, showsExpiry: boolean): Found {
  const { FeatureGroupName = '', RecordIdentifiersValueAsString: ids = [], FeatureNames } = asked;
  try {
    const group = servingGroup(call, FeatureGroupName);
    checkWanted(group, FeatureNames);
    const Records = (ids ?? []).flatMap((RecordIdentifierValueAsString) => {
      const record = findRecord(call, group, RecordIdentifierValueAsString);
      if (!record) return [];
      const expiry = showsExpiry ? { ExpiresAt: shownExpiry(record.expiresAt) } : {};
      return [
        {
          FeatureGroupName,
          RecordIdentifierValueAsString,
          Record: shownValues(group, record, FeatureNames),
          ...expiry,
        },
      ];
    });
    return { Records, Errors: [] };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { code: ErrorCode, message: ErrorMessage } = error;
    const Errors = (ids ?? []).map((id) => ({
      FeatureGroupName,
      RecordIdentifierValueAsString: id,
      ErrorCode,
      ErrorMessage,
    }));
    return { Records: [], Errors };
  }
}

export const batchGetRecord = operation<SageMakerState, Sent<BatchGetRecordRequest>, BatchGetRecordResponse>({
  fidelity: 'real',
  needs: ({ Identifiers }, call) =>
    Identifiers.map(({ FeatureGroupName = '' }) =>
      needOn(call, 'BatchGetRecord', featureGroupArn(call, FeatureGroupName)),
    ),
  handle: ({ Identifiers, ExpirationTimeResponse }, call) => {
    const found = Identifiers.map((asked) => read(call, asked, ExpirationTimeResponse === 'Enabled'));
    const Records = found.flatMap((part) => part.Records ?? []);
    call.charge(FEATURE_STORE_READ, Records.length);
    return { Records, Errors: found.flatMap((part) => part.Errors ?? []), UnprocessedIdentifiers: [] };
  },
});
