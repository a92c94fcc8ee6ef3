"""Lets boto3 before 1.31 read AWS_ENDPOINT_URL, as later releases do. Python loads this from PYTHONPATH."""

import os


def _use_endpoint():
    endpoint = os.environ.get("AWS_ENDPOINT_URL")
    if not endpoint:
        return
    try:
        import botocore.session
    except ImportError:
        return
    create = botocore.session.Session.create_client

    def create_client(self, service_name, *args, **options):
        # the fifth positional argument of create_client is endpoint_url
        if len(args) < 5 and options.get("endpoint_url") is None:
            options["endpoint_url"] = endpoint
        return create(self, service_name, *args, **options)

    botocore.session.Session.create_client = create_client


_use_endpoint()
