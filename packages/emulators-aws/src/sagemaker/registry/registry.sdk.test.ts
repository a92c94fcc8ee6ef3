import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateModelCommand,
  CreateModelPackageCommand,
  CreateModelPackageGroupCommand,
  DeleteModelPackageCommand,
  DeleteModelPackageGroupCommand,
  DescribeModelPackageCommand,
  DescribeModelPackageGroupCommand,
  ListModelPackageGroupsCommand,
  ListModelPackagesCommand,
  SageMakerClient,
  UpdateModelPackageCommand,
} from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SageMakerFixture, sageMakerFixture, XGBOOST } from '../testing-data.ts';
import { artifact, deploy, putArtifact, variant } from '../testing-endpoint.ts';

let lab: SageMakerFixture;
let ModelDataUrl: string;

beforeAll(async () => {
  lab = await sageMakerFixture('registry');
  ModelDataUrl = await putArtifact(lab, 'models/one.tar.gz', artifact());
  await lab.sagemaker.send(new CreateModelPackageGroupCommand({ ModelPackageGroupName: 'Churn' }));
});
afterAll(async () => {
  expect(lab.box.bugs).toEqual([]);
  await lab.box.close();
});

const register = async (ModelPackageDescription: string) => {
  const InferenceSpecification = {
    Containers: [{ Image: XGBOOST, ModelDataUrl }],
    SupportedContentTypes: ['text/csv'],
    SupportedResponseMIMETypes: ['text/csv'],
  };
  const { ModelPackageArn = '' } = await lab.sagemaker.send(
    new CreateModelPackageCommand({ ModelPackageGroupName: 'Churn', ModelPackageDescription, InferenceSpecification }),
  );
  return ModelPackageArn;
};
const describePackage = (ModelPackageName: string) =>
  lab.sagemaker.send(new DescribeModelPackageCommand({ ModelPackageName }));
const makeModel = (ModelName: string, ModelPackageName: string) =>
  lab.sagemaker.send(
    new CreateModelCommand({ ModelName, ExecutionRoleArn: lab.roleArn, PrimaryContainer: { ModelPackageName } }),
  );
const approve = (ModelPackageArn: string, client = lab.sagemaker) =>
  client.send(new UpdateModelPackageCommand({ ModelPackageArn, ModelApprovalStatus: 'Approved' }));

describe('the model registry', () => {
  it('numbers the versions of a group and never gives a number twice', async () => {
    const [one, two] = [await register('one'), await register('two')];
    await lab.sagemaker.send(new DeleteModelPackageCommand({ ModelPackageName: two }));
    const three = await register('three');
    const { ModelPackageSummaryList: listed = [] } = await lab.sagemaker.send(
      new ListModelPackagesCommand({ ModelPackageGroupName: 'Churn', SortOrder: 'Ascending' }),
    );

    expect([one, two, three].map((arn) => arn.replace(/^.*:/, ''))).toEqual([
      'model-package/churn/1',
      'model-package/churn/2',
      'model-package/churn/3',
    ]);
    expect(listed.map(({ ModelPackageVersion }) => ModelPackageVersion)).toEqual([1, 3]);
    expect(await describePackage(three)).toMatchObject({
      ModelPackageGroupName: 'Churn',
      ModelPackageVersion: 3,
      ModelApprovalStatus: 'PendingManualApproval',
      ModelPackageStatus: 'Completed',
    });
  });

  it('lets a version be deployed only when it is approved', async () => {
    const arn = await register('to approve');

    await expect(makeModel('early', arn)).rejects.toThrow('ModelApprovalStatus is PendingManualApproval');
    await approve(arn);
    await makeModel('approved', arn);
    await deploy(lab, 'approved', [variant('approved')]);

    expect((await describePackage(arn)).LastModifiedBy?.IamIdentity?.Arn).toMatch(/user\/learner$/);
  });

  it('lets a policy tell who may approve', async () => {
    const arn = await register('to be refused');
    const iam = lab.box.client(IAMClient);
    const condition = { StringNotEquals: { 'sagemaker:ModelApprovalStatus': 'Approved' } };
    const Statement = [
      { Effect: 'Allow', Action: 'sagemaker:UpdateModelPackage', Resource: '*', Condition: condition },
    ];
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await iam.send(new CreateUserCommand({ UserName: 'ann' }));
    await iam.send(new PutUserPolicyCommand({ UserName: 'ann', PolicyName: 'own', PolicyDocument }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }));
    const { AccessKeyId: accessKeyId = '', SecretAccessKey: secretAccessKey = '' } = AccessKey ?? {};
    const ann = lab.box.client(SageMakerClient, { credentials: { accessKeyId, secretAccessKey } });

    await expect(approve(arn, ann)).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await ann.send(new UpdateModelPackageCommand({ ModelPackageArn: arn, ModelApprovalStatus: 'Rejected' }));
    expect((await describePackage(arn)).ModelApprovalStatus).toBe('Rejected');
  });

  it('keeps a group that has versions, and lists what there is', async () => {
    const remove = (ModelPackageGroupName: string) =>
      lab.sagemaker.send(new DeleteModelPackageGroupCommand({ ModelPackageGroupName }));
    await lab.sagemaker.send(new CreateModelPackageGroupCommand({ ModelPackageGroupName: 'empty' }));

    await expect(remove('Churn')).rejects.toMatchObject({ name: 'ConflictException' });
    await remove('empty');

    const { ModelPackageGroupSummaryList: groups = [] } = await lab.sagemaker.send(
      new ListModelPackageGroupsCommand({}),
    );
    expect(groups.map(({ ModelPackageGroupName }) => ModelPackageGroupName)).toEqual(['Churn']);
    await expect(
      lab.sagemaker.send(new DescribeModelPackageGroupCommand({ ModelPackageGroupName: 'empty' })),
    ).rejects.toThrow(/ModelPackageGroup arn:.*\/empty does not exist/);
  });

  it('refuses what it cannot do', async () => {
    const make = (input: object) => lab.sagemaker.send(new CreateModelPackageCommand(input));

    await expect(make({ ModelPackageGroupName: 'nobody' })).rejects.toThrow(/nobody does not exist/);
    await expect(make({})).rejects.toThrow('Specify either ModelPackageName, or ModelPackageGroupName');
    await expect(make({ ModelPackageGroupName: 'Churn', SourceUri: 'arn:aws:x' })).rejects.toThrow('not supported');
  });
});
