#!/usr/bin/env bash
# First steps with the AWS CLI against a local AWS: what a learner would type. $1 is the program, $2 the endpoint.
set -euo pipefail
cd "$(mktemp -d)"
aws() { "$PROGRAM" --endpoint-url "$ENDPOINT" "$@"; }
PROGRAM=$1 ENDPOINT=$2

aws s3 mb s3://cli-lake >&2
head -c 9000000 /dev/zero | tr '\0' 'x' > big.csv
mkdir -p raw/2026 && echo 'id,amount' > raw/2026/a.csv && echo '1,2' > 'raw/b c.csv'
aws s3 cp big.csv s3://cli-lake/big.csv --no-progress >&2
aws s3 sync raw s3://cli-lake/raw --no-progress >&2
aws s3 cp s3://cli-lake/big.csv back.csv --no-progress >&2
cmp big.csv back.csv
aws s3 ls s3://cli-lake --recursive | awk '{print "object", $3, $4}'
aws sts get-caller-identity --query Arn --output text | sed 's/.*:/as /'
aws iam create-user --user-name ann --query User.UserName --output text
aws iam list-users --query 'Users[].UserName' --output text
aws kinesis create-stream --stream-name cli-clicks --shard-count 2
aws kinesis wait stream-exists --stream-name cli-clicks
aws kinesis describe-stream-summary --stream-name cli-clicks --query StreamDescriptionSummary.OpenShardCount
aws s3 rm s3://cli-lake/raw --recursive >&2
aws s3api list-objects-v2 --bucket cli-lake --query 'Contents[].Key' --output text
aws s3api get-object --bucket cli-lake --key none /dev/null 2>&1 | grep -o 'NoSuchKey' || true
