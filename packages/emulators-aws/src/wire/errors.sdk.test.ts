import { GetRoleCommand, IAMClient, ListUsersCommand, NoSuchEntityException } from '@aws-sdk/client-iam';
import { DescribeStreamSummaryCommand, KinesisClient, ResourceNotFoundException } from '@aws-sdk/client-kinesis';
import { GetFunctionCommand, LambdaClient, ResourceConflictException } from '@aws-sdk/client-lambda';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { CreateTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { QueueDoesNotExist, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { ServiceError } from '@cairn/emulator-kit';
import { describe, expect, it } from 'vitest';
import { failureOf, readingOf } from './testing.ts';

describe('errors become the exception class of the client', () => {
  it('over awsJson', async () => {
    const failure = await failureOf(
      'kinesis',
      new ServiceError('ResourceNotFoundException', 'no such stream'),
      (config) => {
        return new KinesisClient(config).send(new DescribeStreamSummaryCommand({ StreamName: 's' }));
      },
    );

    expect(failure).toBeInstanceOf(ResourceNotFoundException);
    expect(failure).toMatchObject({
      message: 'no such stream',
      $metadata: { httpStatusCode: 400, requestId: 'request-1' },
    });
  });

  it('over awsQuery', async () => {
    const failure = await failureOf('iam', new ServiceError('NoSuchEntityException', 'no role'), (config) => {
      return new IAMClient(config).send(new GetRoleCommand({ RoleName: 'r' }));
    });

    expect(failure).toBeInstanceOf(NoSuchEntityException);
    expect(failure).toMatchObject({ message: 'no role', $metadata: { httpStatusCode: 404 } });
  });

  it('over awsJson with the code of the query days', async () => {
    const failure = await failureOf('sqs', new ServiceError('QueueDoesNotExist', 'no queue'), (config) => {
      return new SQSClient({ ...config, md5: false }).send(
        new SendMessageCommand({ QueueUrl: 'http://q', MessageBody: 'b' }),
      );
    });

    expect(failure).toBeInstanceOf(QueueDoesNotExist);
    expect(failure).toMatchObject({ message: 'no queue', Code: 'AWS.SimpleQueueService.NonExistentQueue' });
  });

  it('over restJson1, with further members', async () => {
    const error = new ServiceError('ResourceConflictException', 'busy', undefined, { Type: 'User' });
    const failure = await failureOf('lambda', error, (config) => {
      return new LambdaClient(config).send(new GetFunctionCommand({ FunctionName: 'f' }));
    });

    expect(failure).toBeInstanceOf(ResourceConflictException);
    expect(failure).toMatchObject({ message: 'busy', Type: 'User', $metadata: { httpStatusCode: 409 } });
  });

  it('over restXml', async () => {
    const failure = await failureOf('s3', new ServiceError('NoSuchKey', 'no key', 404, { Key: 'k' }), (config) => {
      return new S3Client(config).send(new GetObjectCommand({ Bucket: 'bbb', Key: 'k' }));
    });

    expect(failure).toBeInstanceOf(NoSuchKey);
    expect(failure).toMatchObject({ message: 'no key', Key: 'k', $metadata: { httpStatusCode: 404 } });
  });

  it('answers HEAD without a body', async () => {
    const failure = await failureOf('s3', new ServiceError('NoSuchKey', 'no key', 404), (config) => {
      return new S3Client(config).send(new HeadObjectCommand({ Bucket: 'bbb', Key: 'k' }));
    });

    expect(failure).toMatchObject({ name: 'NotFound', $metadata: { httpStatusCode: 404 } });
  });

  it('tells what breaks a constraint', async () => {
    const failure = await readingOf('sagemaker', {}, (config) => {
      const input = { TrainingJobName: 'my_job', RoleArn: 'arn:aws:iam::123456789012:role/r' };
      return new SageMakerClient(config)
        .send(new CreateTrainingJobCommand(input as never))
        .catch((error: unknown) => error);
    });
    const listing = await readingOf('iam', {}, (config) => {
      return new IAMClient(config).send(new ListUsersCommand({ MaxItems: 5000 })).catch((error: unknown) => error);
    });

    expect(failure.answer).toMatchObject({ name: 'ValidationException' });
    expect(failure.answer.message).toContain(
      "Value 'my_job' at 'trainingJobName' failed to satisfy constraint: Member must satisfy regular expression pattern",
    );
    expect(listing.answer).toMatchObject({ name: 'ValidationError' });
    expect(listing.answer.message).toBe(
      "1 validation error detected: Value '5000' at 'maxItems' failed to satisfy constraint: " +
        'Member must have value less than or equal to 1000',
    );
  });

  it('uses the codes of S3 for what breaks its constraints', async () => {
    const failureOfInput = (use: (client: S3Client) => Promise<unknown>) => {
      return readingOf('s3', {}, (config) => use(new S3Client(config)).catch((error: unknown) => error));
    };
    const bucket = await failureOfInput((client) => {
      const CreateBucketConfiguration = { LocationConstraint: 'mars-1' as never };
      return client.send(new CreateBucketCommand({ Bucket: 'bbb', CreateBucketConfiguration }));
    });
    const versioning = await failureOfInput((client) => {
      const VersioningConfiguration = { Status: 'Perhaps' as never };
      return client.send(new PutBucketVersioningCommand({ Bucket: 'bbb', VersioningConfiguration }));
    });
    const listing = await failureOfInput((client) => {
      return client.send(new PutObjectCommand({ Bucket: 'bbb', Key: 'k', ACL: 'mine' as never }));
    });

    expect(bucket.answer).toMatchObject({ name: 'InvalidLocationConstraint' });
    expect(versioning.answer).toMatchObject({ name: 'MalformedXML' });
    expect(listing.answer).toMatchObject({ name: 'InvalidArgument' });
  });
});
