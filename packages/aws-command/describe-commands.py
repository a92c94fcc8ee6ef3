"""
Writes src/data/commands.json: what the packs of the services lack and the AWS CLI needs, read from botocore
(Apache-2.0) beside any Python.

    python3 packages/aws-command/describe-commands.py

Per service: `pages` (how lists go on: request token, answer token, result, limit, more, kept), `waiters`
(operation, seconds between two looks, looks at most, acceptors) and `order` (for structures whose members stand in
another order in the pack: places in the pack, in the order in which the CLI prints them).
"""

import gzip
import json
import os
import pathlib

import botocore

ROOM = pathlib.Path(__file__).parent
PACKS = ROOM.parent / "emulators-aws" / "packs"
DATA = pathlib.Path(botocore.__file__).parent / "data"
FOLDERS = {"cloudwatch-logs": "logs", "eventbridge": "events", "sfn": "stepfunctions"}


def read(folder, name):
    for file in (folder / name, folder / (name + ".gz")):
        if file.exists():
            with (gzip.open(file) if file.suffix == ".gz" else open(file, "rb")) as stream:
                return json.load(stream)
    return {}


def paginators(folder):
    """Botocore keeps its own additions, such as parts beside the lists, in a second file to be merged in."""
    config = read(folder, "paginators-1.json")
    for name, extra in read(folder, "paginators-1.sdk-extras.json").get("merge", {}).get("pagination", {}).items():
        config["pagination"][name].update(extra)
    return config


def listed(value):
    return value if isinstance(value, list) else [value]


def pages(config):
    return {
        name: [
            listed(one["input_token"]),
            listed(one["output_token"]),
            listed(one["result_key"]),
            one.get("limit_key", 0),
            one.get("more_results", 0),
            one.get("non_aggregate_keys", []),
        ]
        for name, one in sorted(config.get("pagination", {}).items())
        if "result_key" in one
    }


def waiters(config):
    return {
        name: [
            one["operation"],
            one["delay"],
            one["maxAttempts"],
            [[a["state"], a["matcher"], a["expected"], *([a["argument"]] if "argument" in a else [])] for a in one["acceptors"]],
        ]
        for name, one in sorted(config.get("waiters", {}).items())
    }


def order(pack, model):
    found = {}
    for shape in pack["shapes"]:
        if shape[0] not in ("s", "u", "e") or shape[1] not in model["shapes"]:
            continue
        ours = [member[0] for member in shape[2]]
        theirs = list(model["shapes"][shape[1]].get("members", {}))
        wanted = sorted(range(len(ours)), key=lambda at: theirs.index(ours[at]) if ours[at] in theirs else len(theirs))
        if wanted != sorted(wanted):
            found[shape[1]] = wanted
    return found


def service(file):
    folder = DATA / FOLDERS.get(file.stem, file.stem)
    version = folder / sorted(os.listdir(folder))[-1]
    return {
        "pages": pages(paginators(version)),
        "waiters": waiters(read(version, "waiters-2.json")),
        "order": order(json.loads(file.read_text()), read(version, "service-2.json")),
    }


def main():
    services = {file.stem: service(file) for file in sorted(PACKS.glob("*.json"))}
    lines = []
    for name, parts in services.items():
        entries = [
            f'"{part}":{{' + ",\n".join(f"{json.dumps(k)}:{json.dumps(v, separators=(',', ':'))}" for k, v in of.items()) + "}"
            for part, of in parts.items()
        ]
        lines.append(f"{json.dumps(name)}:{{" + ",\n".join(entries) + "}")
    text = "{" + f'"source":"botocore {botocore.__version__}",\n"services":{{' + ",\n".join(lines) + "}}\n"
    json.loads(text)
    (ROOM / "src" / "data" / "commands.json").write_text(text)


main()
