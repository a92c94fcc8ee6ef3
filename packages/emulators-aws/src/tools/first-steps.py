"""First steps with boto3 against a local AWS: what a learner would type. Prints one JSON object."""
import json
import sys

import boto3
from botocore.exceptions import ClientError

endpoint, key, secret = sys.argv[1:4]


def client(name, **credentials):
    given = credentials or {"aws_access_key_id": key, "aws_secret_access_key": secret}
    return boto3.client(name, region_name="us-east-1", endpoint_url=endpoint, **given)


def refused(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"]
    return None


s3, iam, sts, kinesis = client("s3"), client("iam"), client("sts"), client("kinesis")
s3.create_bucket(Bucket="boto-lake")
s3.put_object(Bucket="boto-lake", Key="a b/ü.csv", Body=b"1,2\n3,4\n")
url = s3.generate_presigned_url("get_object", Params={"Bucket": "boto-lake", "Key": "a b/ü.csv"})

trust = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"AWS": sts.get_caller_identity()["Arn"]}, "Action": "sts:AssumeRole"}],
}
role = iam.create_role(RoleName="boto-reader", AssumeRolePolicyDocument=json.dumps(trust))["Role"]
allow = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::boto-lake/*"}],
}
iam.put_role_policy(RoleName="boto-reader", PolicyName="read", PolicyDocument=json.dumps(allow))
session = sts.assume_role(RoleArn=role["Arn"], RoleSessionName="reading")["Credentials"]
reader = client(
    "s3",
    aws_access_key_id=session["AccessKeyId"],
    aws_secret_access_key=session["SecretAccessKey"],
    aws_session_token=session["SessionToken"],
)

kinesis.create_stream(StreamName="boto-clicks", ShardCount=1)
kinesis.get_waiter("stream_exists").wait(StreamName="boto-clicks", WaiterConfig={"Delay": 1, "MaxAttempts": 20})
kinesis.put_record(StreamName="boto-clicks", Data=b"\x00\xff", PartitionKey="p")
shard = kinesis.list_shards(StreamName="boto-clicks")["Shards"][0]["ShardId"]
iterator = kinesis.get_shard_iterator(StreamName="boto-clicks", ShardId=shard, ShardIteratorType="TRIM_HORIZON")
records = kinesis.get_records(ShardIterator=iterator["ShardIterator"])["Records"]

print(
    json.dumps(
        {
            "keys": [one["Key"] for one in s3.list_objects_v2(Bucket="boto-lake")["Contents"]],
            "read": reader.get_object(Bucket="boto-lake", Key="a b/ü.csv")["Body"].read().decode(),
            "presigned": url,
            "writing": refused(reader.put_object, Bucket="boto-lake", Key="x", Body=b""),
            "missing": refused(s3.get_object, Bucket="boto-lake", Key="none"),
            "twice": refused(iam.create_role, RoleName="boto-reader", AssumeRolePolicyDocument=json.dumps(trust)),
            "records": [record["Data"].hex() for record in records],
        }
    )
)
