"""
Runs `aws` commands of the installed AWS CLI in one process: a line of JSON {"argv", "isCaptured"} on stdin for each, a
line {"code", "stdout", "stderr", "call"} on stdout. Starting the CLI anew for each takes a second or more. A captured
command sends nothing: `call` is the operation and its parameters, bytes as {"base64": …}.
"""

import base64
import contextlib
import io
import json
import sys

from awscli.clidriver import create_clidriver
from botocore.client import BaseClient  # the one that the CLI brings along


class Stream(io.TextIOWrapper):
    def __init__(self):
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    def text(self):
        return self.buffer.getvalue().decode("utf-8")


captured = []


def capture(client, api_params, operation_model, context=None, **more):
    sent = client._emit_api_params(api_params=api_params, operation_model=operation_model, context=context)
    captured.append({"operation": operation_model.name, "input": sent})
    raise RuntimeError("captured")


def plain(value):
    data = value.read() if hasattr(value, "read") else value
    return {"base64": base64.b64encode(data).decode()} if isinstance(data, (bytes, bytearray)) else str(data)


send = BaseClient._convert_to_request_dict
sys.argv = ["aws"]  # the name under which it tells errors
for line in sys.stdin:
    request = json.loads(line)
    out, err = Stream(), Stream()
    captured.clear()
    BaseClient._convert_to_request_dict = capture if request["isCaptured"] else send
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = create_clidriver().main(request["argv"])
    call = captured[0] if captured else None
    answer = {"code": code, "stdout": out.text(), "stderr": err.text(), "call": call}
    sys.__stdout__.write(json.dumps(answer, default=plain) + "\n")
    sys.__stdout__.flush()
