import { type Cloud, CloudError, type CloudInput, type CloudOutput } from '../cloud/cloud.ts';
import { findText } from '../value/base64.ts';

type Bucket = { readonly objects: Map<string, string | Uint8Array>; block: unknown; versioning: string | undefined };
type Role = { readonly trust: string; readonly policies: Map<string, string> };
type Operation = (input: Readonly<Record<string, string>>, state: State) => CloudOutput;

type State = { readonly buckets: Map<string, Bucket>; readonly roles: Map<string, Role> };

const refuse = (code: string, message: string, status = 400) =>
  new CloudError({ kind: 'refused', code, message, status });

function bucketOf({ Bucket = '' }: Readonly<Record<string, string>>, { buckets }: State): Bucket {
  const bucket = buckets.get(Bucket);
  if (!bucket) throw refuse('NoSuchBucket', 'The specified bucket does not exist', 404);
  return bucket;
}

function roleOf({ RoleName = '' }: Readonly<Record<string, string>>, { roles }: State): Role {
  const role = roles.get(RoleName);
  if (!role) throw refuse('NoSuchEntity', `The role with name ${RoleName} cannot be found.`, 404);
  return role;
}

/** Operations that change something answer nothing. */
const done = (_: unknown): CloudOutput => ({});

const ACCOUNT = '123456789012';
const arnOf = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  'sts.GetCallerIdentity': () => ({ Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:root` }),
  's3.CreateBucket'({ Bucket = '' }, { buckets }) {
    if (buckets.has(Bucket)) throw refuse('BucketAlreadyOwnedByYou', 'It is yours already.', 409);
    buckets.set(Bucket, { objects: new Map(), block: undefined, versioning: undefined });
    return { Location: `/${Bucket}` };
  },
  's3.HeadBucket': (input, state) => done(bucketOf(input, state)),
  's3.PutObject': (input, state) => done(bucketOf(input, state).objects.set(input.Key ?? '', input.Body ?? '')),
  's3.GetObject'(input, state) {
    const body = bucketOf(input, state).objects.get(input.Key ?? '');
    if (body === undefined) throw refuse('NoSuchKey', 'The specified key does not exist.', 404);
    return { Body: typeof body === 'string' ? body : (findText(body) ?? body) };
  },
  's3.ListObjectsV2'(input, state) {
    const Contents = [...bucketOf(input, state).objects].map(([Key, body]) => ({ Key, Size: body.length }));
    return { KeyCount: Contents.length, ...(Contents.length > 0 ? { Contents } : {}) };
  },
  's3.PutPublicAccessBlock'(input, state) {
    bucketOf(input, state).block = input.PublicAccessBlockConfiguration;
    return {};
  },
  's3.GetPublicAccessBlock'(input, state) {
    const { block } = bucketOf(input, state);
    if (block === undefined) throw refuse('NoSuchPublicAccessBlockConfiguration', 'There is none.', 404);
    return { PublicAccessBlockConfiguration: block };
  },
  'iam.CreateRole'({ RoleName = '', AssumeRolePolicyDocument = '' }, { roles }) {
    roles.set(RoleName, { trust: AssumeRolePolicyDocument, policies: new Map() });
    return { Role: { RoleName, Arn: arnOf(RoleName) } };
  },
  'iam.GetRole'(input, state) {
    const { trust } = roleOf(input, state);
    return { Role: { Arn: arnOf(input.RoleName ?? ''), AssumeRolePolicyDocument: encodeURIComponent(trust) } };
  },
  'iam.PutRolePolicy': (input, state) =>
    done(roleOf(input, state).policies.set(input.PolicyName ?? '', input.PolicyDocument ?? '')),
  'iam.GetRolePolicy'(input, state) {
    const policy = roleOf(input, state).policies.get(input.PolicyName ?? '');
    if (policy === undefined) throw refuse('NoSuchEntity', 'The role policy cannot be found.', 404);
    return { PolicyDocument: encodeURIComponent(policy) };
  },
};

export type FakeCloud = Cloud & {
  /** What was sent, oldest first. */
  readonly sent: { readonly call: string; readonly input: CloudInput; readonly as: string | undefined }[];
  /** Answers given instead of the small account's own. */
  readonly answers: Map<string, (input: CloudInput) => CloudOutput>;
  readonly checkpoint: () => Promise<() => Promise<void>>;
};

/** An account with a little S3 and IAM in memory; other calls answer what a test put into `answers`. */
export function fakeCloud(): FakeCloud {
  let state: State = { buckets: new Map(), roles: new Map() };
  const sent: FakeCloud['sent'] = [];
  const answers: FakeCloud['answers'] = new Map();
  return {
    region: 'us-east-1',
    sent,
    answers,
    async send(service, operation, input, as) {
      const call = `${service}.${operation}`;
      sent.push({ call, input, as });
      const answer = answers.get(call);
      if (answer) return answer(input);
      const known = OPERATIONS[call];
      if (!known) throw new CloudError({ kind: 'broken', code: 'NotImplemented', message: call, status: 501 });
      return known(input as Readonly<Record<string, string>>, state); // the fixtures send texts, or what is only kept
    },
    async checkpoint() {
      const copy = structuredClone(state);
      return async () => {
        state = structuredClone(copy);
      };
    },
  };
}
