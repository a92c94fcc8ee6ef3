"""Lets boto3 before 1.31 read AWS_ENDPOINT_URL, as later releases do. Python loads this from PYTHONPATH.

Nothing is imported here: the AWS CLI of Debian brings a botocore of its own under the same name, and would find the
wrong one. The change is made when somebody else imports botocore.session.
"""

import importlib.abc
import importlib.machinery
import os
import sys


def _use_endpoint(session):
    endpoint = os.environ.get("AWS_ENDPOINT_URL")
    create = session.Session.create_client

    def create_client(self, service_name, *args, **options):
        # the fifth positional argument of create_client is endpoint_url
        if len(args) < 5 and options.get("endpoint_url") is None:
            options["endpoint_url"] = endpoint
        return create(self, service_name, *args, **options)

    session.Session.create_client = create_client


class _Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name != "botocore.session":
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if spec is None or spec.loader is None:
            return None
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            _use_endpoint(module)

        spec.loader.exec_module = exec_module
        return spec


if os.environ.get("AWS_ENDPOINT_URL"):
    sys.meta_path.insert(0, _Finder())
