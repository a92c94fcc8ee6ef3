import { memoryPayload, routeRequest, type WireRequest } from '@cairn/emulator-kit';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../models.ts';

const SERVICES = ['s3', 'lambda', 'sagemaker', 'sagemaker-runtime', 'sagemaker-featurestore-runtime', 'iam', 'sts'];
const MODELS = [...SERVICES, 'sqs', 'cloudwatch', 'kinesis', 'databrew', 'bedrock-runtime'].map(modelOf);

interface Sketch {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signingName?: string | undefined;
}

/** Routes `METHOD /path?query`; answers the operation's name and the labels of its path. */
async function route(line: string, { headers = {}, body = '', signingName }: Sketch = {}) {
  const [method = '', target = ''] = line.split(' ');
  const at = target.indexOf('?');
  const request: WireRequest = {
    method,
    path: at < 0 ? target : target.slice(0, at),
    query: at < 0 ? '' : target.slice(at + 1),
    headers: { host: '127.0.0.1:4566', ...headers },
    payload: memoryPayload(body),
    sourceIp: '127.0.0.1',
    isSecure: false,
  };
  const found = await routeRequest(request, MODELS, { signingName });
  return { operation: found.operation.name, labels: found.labels, protocol: found.protocol };
}

describe('S3', () => {
  it.each([
    ['GET /', 'ListBuckets', {}],
    ['PUT /photos', 'CreateBucket', { Bucket: 'photos' }],
    ['PUT /photos/', 'CreateBucket', { Bucket: 'photos' }],
    ['HEAD /photos', 'HeadBucket', { Bucket: 'photos' }],
    ['GET /photos', 'ListObjects', { Bucket: 'photos' }],
    ['GET /photos?list-type=2&prefix=a', 'ListObjectsV2', { Bucket: 'photos' }],
    ['GET /photos?versions', 'ListObjectVersions', { Bucket: 'photos' }],
    ['GET /photos?uploads', 'ListMultipartUploads', { Bucket: 'photos' }],
    ['GET /photos?location', 'GetBucketLocation', { Bucket: 'photos' }],
    ['GET /photos?policy', 'GetBucketPolicy', { Bucket: 'photos' }],
    ['GET /photos?policyStatus', 'GetBucketPolicyStatus', { Bucket: 'photos' }],
    ['PUT /photos?publicAccessBlock=', 'PutPublicAccessBlock', { Bucket: 'photos' }],
    ['POST /photos?delete', 'DeleteObjects', { Bucket: 'photos' }],
    ['PUT /photos/a/b.jpg', 'PutObject', { Bucket: 'photos', Key: 'a/b.jpg' }],
    ['PUT /photos/k?x-id=PutObject', 'PutObject', { Bucket: 'photos', Key: 'k' }],
    ['PUT /photos/k?tagging', 'PutObjectTagging', { Bucket: 'photos', Key: 'k' }],
    ['PUT /photos/k?partNumber=1&uploadId=u', 'UploadPart', { Bucket: 'photos', Key: 'k' }],
    ['POST /photos/k?uploads', 'CreateMultipartUpload', { Bucket: 'photos', Key: 'k' }],
    ['POST /photos/k?uploadId=u', 'CompleteMultipartUpload', { Bucket: 'photos', Key: 'k' }],
    ['DELETE /photos/k?uploadId=u', 'AbortMultipartUpload', { Bucket: 'photos', Key: 'k' }],
    ['DELETE /photos/k?versionId=v', 'DeleteObject', { Bucket: 'photos', Key: 'k' }],
    ['GET /photos/k?uploadId=u', 'ListParts', { Bucket: 'photos', Key: 'k' }],
    ['GET /photos/k?attributes', 'GetObjectAttributes', { Bucket: 'photos', Key: 'k' }],
    ['GET /photos/a%2Fb//%2E%2E/../c%20d%2B+/', 'GetObject', { Bucket: 'photos', Key: 'a/b//../../c d++/' }],
    ['GET /photos//', 'GetObject', { Bucket: 'photos', Key: '/' }],
    ['GET /photos/%E2%98%83', 'GetObject', { Bucket: 'photos', Key: '☃' }],
  ])('%s is %s', async (line, operation, labels) => {
    expect(await route(line)).toEqual({ operation, labels, protocol: 'restXml' });
  });

  it('tells a copy from an upload by its header', async () => {
    const headers = { 'x-amz-copy-source': '/a/b' };

    expect((await route('PUT /photos/k', { headers })).operation).toBe('CopyObject');
    expect((await route('PUT /photos/k?partNumber=1&uploadId=u', { headers })).operation).toBe('UploadPartCopy');
  });

  it('never takes a configuration without its id for the creation of a bucket', async () => {
    expect((await route('PUT /photos?inventory')).operation).toBe('PutBucketInventoryConfiguration');
  });

  it.each([
    ['photos.s3.amazonaws.com', 'photos'],
    ['my.photos.s3.eu-west-1.amazonaws.com', 'my.photos'],
    ['photos.s3.dualstack.us-east-1.amazonaws.com', 'photos'],
    ['photos.localhost:4566', 'photos'],
    ['photos.s3.localhost', 'photos'],
  ])('finds the bucket in the host %s', async (host, Bucket) => {
    expect(await route('GET /a/b', { headers: { host } })).toMatchObject({ labels: { Bucket, Key: 'a/b' } });
    expect(await route('GET /', { headers: { host } })).toMatchObject({ operation: 'ListObjects', labels: { Bucket } });
  });

  it.each(['s3.amazonaws.com', 's3.us-west-2.amazonaws.com', 'localhost:4566', 's3.localhost', '[::1]:4566'])(
    'finds none in %s',
    async (host) => {
      expect(await route('GET /a/b', { headers: { host } })).toMatchObject({ labels: { Bucket: 'a', Key: 'b' } });
    },
  );

  it.each([
    ['PATCH /photos/k', 'MethodNotAllowed', 405],
    ['POST /', 'MethodNotAllowed', 405],
    ['GET /photos/%zz', 'InvalidURI', 400],
    ['GET /photos/%ff', 'InvalidURI', 400],
  ])('refuses %s', async (line, code, status) => {
    await expect(route(line)).rejects.toMatchObject({ code, status });
  });
});

describe('REST services', () => {
  it.each([
    ['lambda', 'GET /2015-03-31/functions', 'ListFunctions', {}],
    ['lambda', 'GET /2015-03-31/functions/', 'ListFunctions', {}],
    ['lambda', 'POST /2015-03-31/functions/f/invocations', 'Invoke', { FunctionName: 'f' }],
    ['lambda', 'GET /2015-03-31/functions/arn%3Aaws%3Alambda%3Ax', 'GetFunction', { FunctionName: 'arn:aws:lambda:x' }],
    ['lambda', 'GET /2017-03-31/tags/arn%3Aaws%2Fx', 'ListTags', { Resource: 'arn:aws/x' }],
    ['sagemaker', 'POST /endpoints/e/invocations', 'InvokeEndpoint', { EndpointName: 'e' }],
    ['sagemaker', 'GET /FeatureGroup/g?RecordIdentifierValueAsString=1', 'GetRecord', { FeatureGroupName: 'g' }],
    ['bedrock', 'POST /model/a.b%3A0/converse', 'Converse', { modelId: 'a.b:0' }],
    ['databrew', 'GET /jobs/j', 'DescribeJob', undefined],
    ['databrew', 'GET /recipes', 'ListRecipes', {}],
  ])('%s %s is %s', async (signingName, line, operation, labels) => {
    const found = await route(line, { signingName });

    expect(found.protocol).toBe('restJson1');
    if (labels) expect(found).toMatchObject({ operation, labels });
    else expect(found.labels).toEqual({ Name: 'j' });
  });

  it('has no operation for an empty label', async () => {
    await expect(route('POST /2015-03-31/functions//invocations', { signingName: 'lambda' })).rejects.toMatchObject({
      code: 'UnknownOperationException',
      status: 404,
    });
  });
});

describe('RPC services', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };

  it('reads the target, and JSON 1.0 from 1.1', async () => {
    const headers = { 'x-amz-target': 'Kinesis_20131202.PutRecord', 'content-type': 'application/x-amz-json-1.1' };
    const sqs = { 'x-amz-target': 'AmazonSQS.SendMessage', 'content-type': 'application/x-amz-json-1.0' };

    expect(await route('POST /', { headers })).toMatchObject({ operation: 'PutRecord', protocol: 'awsJson1_1' });
    expect(await route('POST /', { headers: sqs })).toMatchObject({ operation: 'SendMessage', protocol: 'awsJson1_0' });
  });

  it('reads the path of rpcv2Cbor, with a namespace or without', async () => {
    for (const name of ['GraniteServiceVersion20100801', 'com.amazonaws.cloudwatch.GraniteServiceVersion20100801']) {
      expect(await route(`POST /service/${name}/operation/PutMetricData`)).toMatchObject({
        operation: 'PutMetricData',
        protocol: 'rpcv2Cbor',
      });
    }
  });

  it.each([
    ['iam', 'Action=GetUser&Version=2010-05-08', 'GetUser'],
    ['sts', 'Action=GetCallerIdentity&Version=2011-06-15', 'GetCallerIdentity'],
    ['sqs', 'Action=SendMessage&Version=2012-11-05&QueueUrl=x', 'SendMessage'],
    ['monitoring', 'Action=PutMetricData&Version=2010-08-01', 'PutMetricData'],
  ])('reads the action of %s from a form and from the query string', async (signingName, text, operation) => {
    const expected = { operation, protocol: 'awsQuery' };

    expect(await route('POST /', { headers: form, body: text, signingName })).toMatchObject(expected);
    expect(await route(`GET /?${text}`, { signingName })).toMatchObject(expected);
  });

  it('takes a form without a signature for the query service that has the action', async () => {
    const body = 'Action=AssumeRoleWithWebIdentity&Version=2011-06-15';

    expect(await route('POST /', { headers: form, body })).toMatchObject({ operation: 'AssumeRoleWithWebIdentity' });
  });

  it('refuses an operation of another service under a signature', async () => {
    const body = 'Action=GetUser&Version=2010-05-08';

    await expect(route('POST /', { headers: form, body, signingName: 'sts' })).rejects.toMatchObject({
      code: 'InvalidAction',
    });
  });
});
