/** What a learner types to pass `least-privilege`, a line of the terminal each; several lines are one command. */

const BUCKET = 'arn:aws:s3:::cards-$ACCOUNT';

const documentOf = (statements: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });

/** `cat > NAME` fills in `$ACCOUNT`. */
const written = (name: string, statements: readonly object[]) => `cat > ${name} <<EOF\n${documentOf(statements)}\nEOF`;

const SAGEMAKER = { Service: 'sagemaker.amazonaws.com' };

export const KNOWING_THE_ACCOUNT = 'ACCOUNT=$(aws sts get-caller-identity --query Account --output text)';

const PREFIX = { StringLike: { 's3:prefix': ['train/*'] } };

const TRAINING_DATA = [
  { Effect: 'Allow', Action: 's3:GetObject', Resource: `${BUCKET}/train/*` },
  { Effect: 'Allow', Action: 's3:ListBucket', Resource: BUCKET, Condition: PREFIX },
  { Effect: 'Allow', Action: 's3:PutObject', Resource: `${BUCKET}/models/*` },
];

const PASSING = [
  {
    Effect: 'Allow',
    Action: ['sagemaker:CreateTrainingJob', 'sagemaker:DescribeTrainingJob'],
    Resource: 'arn:aws:sagemaker:*:$ACCOUNT:training-job/*',
  },
  {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: 'arn:aws:iam::$ACCOUNT:role/training-role',
    Condition: { StringEquals: { 'iam:PassedToService': SAGEMAKER.Service } },
  },
];

const BOUNDARY = [
  { Effect: 'Allow', Action: 's3:ListBucket', Resource: BUCKET },
  { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: [`${BUCKET}/train/*`, `${BUCKET}/models/*`] },
];

const ALL_FOUR = 'BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true';

export const ANSWERS: readonly (readonly string[])[] = [
  [`aws s3api put-public-access-block --bucket cards-$ACCOUNT --public-access-block-configuration ${ALL_FOUR}`],
  [
    `aws iam update-assume-role-policy --role-name training-role --policy-document '${documentOf([
      { Effect: 'Allow', Principal: SAGEMAKER, Action: 'sts:AssumeRole' },
    ])}'`,
  ],
  [
    'aws iam detach-role-policy --role-name training-role --policy-arn arn:aws:iam::aws:policy/AmazonS3FullAccess',
    written('data.json', TRAINING_DATA),
    'aws iam put-role-policy --role-name training-role --policy-name data --policy-document file://data.json',
  ],
  [
    written('pass.json', PASSING),
    'aws iam put-user-policy --user-name ana --policy-name train --policy-document file://pass.json',
  ],
  [
    written('boundary.json', BOUNDARY),
    'ARN=$(aws iam create-policy --policy-name ml-boundary --policy-document file://boundary.json --query Policy.Arn --output text)',
    'aws iam put-role-permissions-boundary --role-name training-role --permissions-boundary $ARN',
  ],
];
