import type { Processor } from '@aws-sdk/client-firehose';
import { memoryPayload, type Payload, type Principal, ServiceError } from '@cairn/emulator-kit';
import type { Buffered, DeliveryStream, FirehoseCall } from './state.ts';

/** The bytes of records after the stream's processors, in order. */
export async function transformed(
  call: FirehoseCall,
  stream: DeliveryStream,
  role: Principal,
  records: readonly Buffered[],
): Promise<readonly Uint8Array[]> {
  const { Enabled: isOn, Processors: processors = [] } = stream.destination.ProcessingConfiguration ?? {};
  let bytes: readonly Uint8Array[] = await Promise.all(records.map((record) => bytesOf(call, record)));
  if (!isOn) return bytes;
  for (const processor of processors) {
    if (processor.Type === 'Lambda') bytes = await byFunction(call, stream, role, { processor, bytes, records });
    else bytes = bytes.map((one) => Buffer.concat([one, Buffer.from(delimiterOf(processor))]));
  }
  return bytes;
}

const bytesOf = async (call: FirehoseCall, { data }: Buffered): Promise<Uint8Array> =>
  data instanceof Uint8Array ? data : call.blobs.open(data).bytes();

const parameterOf = ({ Parameters: parameters = [] }: Processor, name: string): string | undefined =>
  parameters.find(({ ParameterName }) => ParameterName === name)?.ParameterValue;

/** `\n` is written with its backslash in the configuration. */
const delimiterOf = (processor: Processor): string =>
  (parameterOf(processor, 'Delimiter') ?? '\\n').replaceAll('\\n', '\n');

interface Batch {
  readonly processor: Processor;
  readonly bytes: readonly Uint8Array[];
  readonly records: readonly Buffered[];
}

interface Answered {
  readonly recordId?: unknown;
  readonly result?: unknown;
  readonly data?: unknown;
}

/**
 * Lets a function change the records: each comes back `Ok` with its data, or `Dropped`.
 *
 * @see Firehose developer guide, "Required parameters for data transformation"
 */
async function byFunction(
  call: FirehoseCall,
  { arn }: DeliveryStream,
  role: Principal,
  { processor, bytes, records }: Batch,
): Promise<readonly Uint8Array[]> {
  const event = {
    invocationId: call.ids.uuid(),
    deliveryStreamArn: arn,
    region: call.region,
    records: bytes.map((one, index) => ({
      recordId: String(index),
      approximateArrivalTimestamp: records[index]?.arrivedAt,
      data: Buffer.from(one).toString('base64'),
    })),
  };
  const input = { FunctionName: parameterOf(processor, 'LambdaArn'), Payload: memoryPayload(JSON.stringify(event)) };
  const { Payload: payload, FunctionError: failure } = await call.invoke<Invoked>('lambda', 'Invoke', input, role);
  const text = payload ? Buffer.from(payload instanceof Uint8Array ? payload : await payload.bytes()).toString() : '';
  if (failure !== undefined) throw failed(`The Lambda function returned an error: ${text.slice(0, 500)}`);
  const answers = answersIn(text);
  return bytes.flatMap((_, index) => resultFor(answers, String(index)));
}

interface Invoked {
  readonly Payload?: Payload | Uint8Array;
  readonly FunctionError?: string;
}

function answersIn(text: string): readonly Answered[] {
  try {
    const { records } = JSON.parse(text);
    if (Array.isArray(records)) return records;
  } catch {
    // said below
  }
  throw failed('The Lambda function did not return {"records": […]}.');
}

function resultFor(answers: readonly Answered[], id: string): readonly Uint8Array[] {
  const answer = answers.find(({ recordId }) => recordId === id);
  if (answer?.result === 'Dropped') return [];
  if (answer?.result !== 'Ok' || typeof answer.data !== 'string') {
    throw failed(`The Lambda function returned no result Ok or Dropped for record ${id}.`);
  }
  return [Buffer.from(answer.data, 'base64')];
}

const failed = (message: string): ServiceError => new ServiceError('Lambda.FunctionError', message);
