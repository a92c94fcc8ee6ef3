import type { Host, Send } from '@cairn/aws-command';
import type { LabCredentials } from '@cairn/contract';
import { CLIENT_MODULES } from './client-modules.ts';
import { relayHandler, toServer } from './relay-handler.ts';

/** The parts of an official client that all have in common. */
type Client = {
  readonly send: (command: object, options: { readonly abortSignal?: AbortSignal }) => Promise<object>;
};
type Module = Readonly<Record<string, new (input: object) => object>>;

/** Sends calls by the official clients, with the learner's keys, to the account of a run. */
export function sdkSend(run: string, credentials: () => Promise<LabCredentials>): Send {
  const clients = new Map<string, Promise<Client>>();
  const open = async (module: Module, region: string | undefined): Promise<Client> => {
    const { endpoint, accessKeyId, secretAccessKey, region: home } = await credentials();
    const Constructor = clientOf(module);
    return new Constructor({
      region: region ?? home,
      endpoint,
      credentials: { accessKeyId, secretAccessKey },
      requestHandler: relayHandler(toServer(run)),
      disableHostPrefix: true,
      forcePathStyle: true,
    }) as Client; // its name ends with Client
  };
  return async (service, operation, input, { region, signal }) => {
    const load = CLIENT_MODULES[service];
    if (!load) throw new RangeError(`there is no client for ${service}`);
    const module = (await load()) as Module; // every official client is such a module
    const Command = module[`${operation}Command`];
    if (!Command) throw new RangeError(`the client of ${service} has no operation ${operation}`);
    const key = `${service} ${region ?? ''}`;
    const client = clients.get(key) ?? open(module, region);
    clients.set(key, client);
    client.catch(() => clients.delete(key)); // keys that could not be read are asked for again
    return (await client).send(new Command(input), signal ? { abortSignal: signal } : {});
  };
}

/** `S3Client` and the like: the one class of the module that ends so, and is not the base that all clients have. */
function clientOf(module: Module): Module[string] {
  const name = Object.keys(module).find((one) => one.endsWith('Client') && one !== '__Client');
  const Constructor = name === undefined ? undefined : module[name];
  if (!Constructor) throw new RangeError('the module holds no client');
  return Constructor;
}

/** Signs addresses of objects that any program on this machine may then fetch, until they expire. */
export function sdkPresign(credentials: () => Promise<LabCredentials>): NonNullable<Host['presign']> {
  return async (Bucket, Key, expiresIn) => {
    const [{ getSignedUrl }, { GetObjectCommand, S3Client }, account] = await Promise.all([
      import('@aws-sdk/s3-request-presigner'),
      import('@aws-sdk/client-s3'),
      credentials(),
    ]);
    const { endpoint, region, accessKeyId, secretAccessKey } = account;
    const client = new S3Client({
      ...{ endpoint, region, credentials: { accessKeyId, secretAccessKey } },
      forcePathStyle: true,
      // an address that anybody may open asks for no checksums
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    return getSignedUrl(client, new GetObjectCommand({ Bucket, Key }), { expiresIn });
  };
}
