import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import * as iam from '@aws-sdk/client-iam';
import * as kinesis from '@aws-sdk/client-kinesis';
import * as s3 from '@aws-sdk/client-s3';
import * as sagemaker from '@aws-sdk/client-sagemaker';
import * as sqs from '@aws-sdk/client-sqs';
import * as sts from '@aws-sdk/client-sts';
import type { OpenSandbox } from '@cairn/emulators-aws/testing';
import type { Send } from '../run/cloud.ts';

const CLIENTS: Readonly<Record<string, object>> = { cloudwatch, iam, kinesis, s3, sagemaker, sqs, sts };

type Client = { send(command: object): Promise<unknown> };

/** Sends by the official clients into an open sandbox, as a page does. */
export function sandboxSend(sandbox: OpenSandbox): Send {
  const open = new Map<string, Client>();
  return async (service, operation, input) => {
    const classes = new Map(Object.entries(CLIENTS[service] ?? {}));
    const known = open.get(service) ?? sandbox.client(clientClass(classes));
    open.set(service, known);
    const Command = classes.get(`${operation}Command`);
    if (typeof Command !== 'function') throw new RangeError(`no ${service}.${operation} in this test`);
    return known.send(Reflect.construct(Command, [input]));
  };
}

function clientClass(classes: ReadonlyMap<string, unknown>): new (...configuration: [never]) => Client {
  const name = [...classes.keys()].find((key) => /^[A-Z]\w*Client$/.test(key));
  return classes.get(name ?? '') as new (
    ...configuration: [never]
  ) => Client; // each client package has one class *Client
}
