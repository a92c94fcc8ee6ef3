import { type Cloud, CloudError, type CloudInput, type CloudOutput } from '../cloud/cloud.ts';
import { getService } from '../cloud/services.ts';
import { CLIENT_MODULES } from './clients.ts';
import { cloudErrorOf } from './errors.ts';
import { plainOutput } from './plain.ts';

export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};

export type SdkCloudOptions = {
  readonly region: string;
  /** Left out: the SDK's own chain (environment, profile, role of the machine), for a real account. */
  readonly credentials?: Credentials;
  /** Left out: the cloud's own addresses. */
  readonly endpoint?: string;
  /** Takes requests instead of the network, such as the in-process front of a sandbox. */
  readonly requestHandler?: object;
  readonly advance?: (milliseconds: number) => Promise<void>;
  readonly pause?: (milliseconds: number) => Promise<void>;
};

/** The parts of an official client that all have in common. */
type Client = { readonly send: (command: object) => Promise<object>; readonly destroy: () => void };
type Module = Readonly<Record<string, new (input: object) => object>>;
type Configuration = Readonly<Record<string, unknown>>;

/** An account over the official JavaScript clients. `close` frees their sockets. */
export function sdkCloud(options: SdkCloudOptions): Cloud & { readonly close: () => void } {
  const clients = new Map<string, Promise<Client>>();
  const configuration = configurationOf(options);
  const clientFor = (service: string, role: string | undefined): Promise<Client> => {
    const key = `${service} ${role ?? ''}`;
    const known = clients.get(key);
    if (known) return known;
    const credentials = role === undefined ? undefined : () => assume(send, role);
    const client = openClient(service, credentials ? { ...configuration, credentials } : configuration);
    clients.set(key, client);
    return client;
  };
  const send: Cloud['send'] = async (service, operation, input, as) => {
    const module = await moduleOf(service);
    const Command = module[`${operation}Command`];
    if (!Command) throw new RangeError(`${getService(service).title} has no operation ${operation}`);
    return answerOf(await clientFor(service, as), new Command(input));
  };
  const close = () => {
    for (const client of clients.values()) client.then((open) => open.destroy()).catch(() => undefined); // never opened
    clients.clear();
  };
  const { region, endpoint, advance, pause = sleep } = options;
  return {
    region,
    send,
    close,
    pause,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(advance ? { advance } : {}),
  };
}

function configurationOf({ region, credentials, endpoint, requestHandler }: SdkCloudOptions): Configuration {
  return {
    region,
    maxAttempts: 3,
    ...(credentials ? { credentials } : {}),
    ...(endpoint === undefined ? {} : { endpoint, disableHostPrefix: true, forcePathStyle: true }),
    ...(requestHandler ? { requestHandler } : {}),
  };
}

async function moduleOf(service: string): Promise<Module> {
  getService(service);
  const load = CLIENT_MODULES[service];
  if (!load) throw new RangeError(`labs have no client for ${service}`);
  return (await load()) as Module; // every official client is such a module
}

async function openClient(service: string, configuration: Configuration): Promise<Client> {
  const module = await moduleOf(service);
  const Constructor = module[`${getService(service).sdk}Client`];
  if (!Constructor) throw new RangeError(`the client of ${service} has another name than expected`);
  return new Constructor(configuration) as Client; // its name ends with Client
}

async function answerOf(client: Client, command: object): Promise<CloudOutput> {
  let answer: object;
  try {
    answer = await client.send(command);
  } catch (error) {
    throw cloudErrorOf(error);
  }
  return plainOutput(answer);
}

const SESSION_NAME = 'cairn-lab';

async function assume(send: Cloud['send'], role: string): Promise<Credentials & { readonly expiration: Date }> {
  const input: CloudInput = { RoleArn: role, RoleSessionName: SESSION_NAME };
  const { Credentials: given } = await send('sts', 'AssumeRole', input);
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = (given ?? {}) as Readonly<Record<string, string>>; // as STS documents
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
    throw new CloudError({
      kind: 'broken',
      code: 'NoCredentials',
      message: `${role} was assumed, but gave no credentials`,
    });
  }
  const expiration = new Date(Expiration);
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, expiration };
}

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });
