import { Readable } from 'node:stream';
import {
  memoryPayload,
  readInput,
  routeRequest,
  ServiceError,
  type WireRequest,
  type WireResponse,
  writeError,
  writeOutput,
} from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';

/** What an SDK client hands to its transport. */
interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly hostname: string;
  readonly query?: Readonly<Record<string, string | string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A service of one operation: `handle` sees what was read and returns what is written. */
function server(client: string, handle: (input: Record<string, unknown>, operation: string) => unknown) {
  const service = modelOf(client);
  return async (request: WireRequest): Promise<WireResponse> => {
    let family: Parameters<typeof writeError>[0] = { protocol: service.protocol, service };
    try {
      const route = await routeRequest(request, [service], { signingName: service.signingName });
      family = route;
      const output = handle(await readInput(request, route), route.operation.name);
      return writeOutput(route, request, await output, 'request-1');
    } catch (error) {
      if (error instanceof ServiceError) return writeError(family, request, error, 'request-1');
      throw error;
    }
  };
}

async function toWire(request: SentRequest): Promise<WireRequest> {
  const query = Object.entries(request.query ?? {}).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? value : [value];
    return values.map((text) => encodeURIComponent(name) + (text === null ? '' : `=${encodeURIComponent(text)}`));
  });
  const chunks: Buffer[] = [];
  if (request.body instanceof Readable) for await (const chunk of request.body) chunks.push(Buffer.from(chunk));
  else if (request.body instanceof Uint8Array || typeof request.body === 'string')
    chunks.push(Buffer.from(request.body));
  const headers = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method: request.method,
    path: request.path,
    query: query.join('&'),
    headers: { host: request.hostname, ...Object.fromEntries(headers) },
    payload: memoryPayload(Buffer.concat(chunks)),
    sourceIp: '127.0.0.1',
    isSecure: true,
  };
}

/** Settings of an SDK client that speaks to a server of ours without a socket. */
function settings(dispatch: (request: WireRequest) => Promise<WireResponse>) {
  return {
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED' as const,
    responseChecksumValidation: 'WHEN_REQUIRED' as const,
    requestHandler: {
      metadata: { handlerProtocol: 'http/1.1' },
      handle: async (request: SentRequest) => {
        const { status, headers, body } = await dispatch(await toWire(request));
        const stream = body instanceof Uint8Array ? Readable.from([body]) : Readable.from(body);
        return { response: { statusCode: status, headers: { ...headers }, body: stream } };
      },
    },
  };
}

/** Runs `use` against a service that answers `output`; returns what the service has read. */
export async function readingOf(
  client: string,
  output: unknown,
  use: (config: ReturnType<typeof settings>) => Promise<unknown>,
) {
  const seen: { operation: string; input: Record<string, unknown> }[] = [];
  const dispatch = server(client, (input, operation) => {
    seen.push({ operation, input });
    return output;
  });
  const answer = await use(settings(dispatch));
  return { ...seen[0], answer: answer as Record<string, unknown> };
}

/** What the client throws when the service throws `error`. */
export async function failureOf(
  client: string,
  error: ServiceError,
  use: (config: ReturnType<typeof settings>) => Promise<unknown>,
) {
  const dispatch = server(client, () => {
    throw error;
  });
  return use(settings(dispatch)).then(
    () => undefined,
    (failure: unknown) => failure,
  );
}
