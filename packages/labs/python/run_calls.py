"""Makes AWS calls with boto3: a JSON object a line in, one a line out, in the same order.

In:  {"service": "s3", "operation": "PutObject", "input": {...}, "role": null, "region": "...", "endpoint": "..."}
Out: {"output": {...}} or {"error": {"code", "message", "status"}} or {"unreachable": "why"}
Bytes are {"$bytes": "base64"} both ways. Needs nothing but boto3 (1.26 or later).
"""

import base64
import datetime
import json
import sys

import boto3
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, ParamValidationError
from botocore.response import StreamingBody

CLIENTS = {}
CONFIG = Config(
    retries={"max_attempts": 2},
    s3={"addressing_style": "path"},
    inject_host_prefix=False,
)


def role_credentials(call):
    sts = client_for({**call, "service": "sts", "role": None})
    given = sts.assume_role(RoleArn=call["role"], RoleSessionName="cairn-lab")["Credentials"]
    return {
        "aws_access_key_id": given["AccessKeyId"],
        "aws_secret_access_key": given["SecretAccessKey"],
        "aws_session_token": given["SessionToken"],
    }


def client_for(call):
    key = (call["service"], call["role"])
    if key not in CLIENTS:
        credentials = role_credentials(call) if call["role"] else {}
        CLIENTS[key] = boto3.client(
            call["service"],
            region_name=call["region"],
            endpoint_url=call["endpoint"],
            config=CONFIG,
            **credentials,
        )
    return CLIENTS[key]


def bytes_in(value):
    if isinstance(value, list):
        return [bytes_in(one) for one in value]
    if isinstance(value, dict):
        if set(value) == {"$bytes"}:
            return base64.b64decode(value["$bytes"])
        return {name: bytes_in(one) for name, one in value.items()}
    return value


def plain(value):
    if isinstance(value, StreamingBody):
        return plain(value.read())
    if isinstance(value, (bytes, bytearray)):
        return {"$bytes": base64.b64encode(value).decode()}
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items() if name != "ResponseMetadata"}
    if isinstance(value, (list, tuple)) or hasattr(value, "__next__"):
        return [plain(one) for one in value]
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    return [plain(one) for one in value]  # an event stream


def answer(call):
    try:
        client = client_for(call)
        method = getattr(client, xform_name(call["operation"]))
        return {"output": plain(method(**bytes_in(call["input"])))}
    except ClientError as error:
        response = error.response
        said = response.get("Error", {})
        status = response.get("ResponseMetadata", {}).get("HTTPStatusCode", 400)
        return {"error": {"code": said.get("Code", ""), "message": said.get("Message", ""), "status": status}}
    except ParamValidationError as error:
        return {"error": {"code": "ParamValidation", "message": str(error), "status": 400}}
    except (BotoCoreError, AttributeError) as error:
        return {"unreachable": str(error)}


for line in sys.stdin:
    if line.strip():
        print(json.dumps(answer(json.loads(line))), flush=True)
