import type {
  BatchDescribeModelPackageError,
  BatchDescribeModelPackageInput,
  BatchDescribeModelPackageOutput,
  BatchDescribeModelPackageSummary,
} from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { ModelPackage } from '../hosting-state.ts';
import { needOn } from '../needs.ts';
import { noPackage } from '../registry/packages.ts';
import type { SageMakerState } from '../state.ts';

const summaryOf = (model: ModelPackage): BatchDescribeModelPackageSummary => ({
  ModelPackageGroupName: model.ModelPackageGroupName,
  ModelPackageVersion: model.ModelPackageVersion,
  ModelPackageArn: model.ModelPackageArn,
  ModelPackageDescription: model.ModelPackageDescription,
  CreationTime: model.CreationTime,
  InferenceSpecification: model.InferenceSpecification,
  ModelPackageStatus: model.ModelPackageStatus,
  ModelApprovalStatus: model.ModelApprovalStatus,
});

export const batchDescribeModelPackage = operation<
  SageMakerState,
  Sent<BatchDescribeModelPackageInput>,
  BatchDescribeModelPackageOutput
>({
  fidelity: 'real',
  needs: ({ ModelPackageArnList }, call) =>
    ModelPackageArnList.map((arn) => needOn(call, 'BatchDescribeModelPackage', arn)),
  handle: ({ ModelPackageArnList }, call) => {
    const ModelPackageSummaries: Record<string, BatchDescribeModelPackageSummary> = {};
    const BatchDescribeModelPackageErrorMap: Record<string, BatchDescribeModelPackageError> = {};
    for (const arn of ModelPackageArnList) {
      const found = call.state.modelPackages.get(arn);
      if (found) ModelPackageSummaries[arn] = summaryOf(found);
      else {
        const { code: ErrorCode, message: ErrorResponse } = noPackage(arn);
        BatchDescribeModelPackageErrorMap[arn] = { ErrorCode, ErrorResponse };
      }
    }
    return { ModelPackageSummaries, BatchDescribeModelPackageErrorMap };
  },
});
