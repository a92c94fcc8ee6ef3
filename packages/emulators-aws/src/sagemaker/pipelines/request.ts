import { memoryPayload, readInput } from '@cairn/emulator-kit';
import { modelOf } from '../../models.ts';

/** Maps whose values are texts in a request; parameters of a pipeline may put numbers there. */
const TEXT_MAPS = ['HyperParameters', 'StaticHyperParameters', 'Environment'];

function withTextMaps(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => withTextMaps(entry));
  if (typeof value !== 'object' || value === null) return value;
  const isTexts = TEXT_MAPS.includes(key);
  const entries = Object.entries(value).map(([name, inner]) => {
    const isScalar = typeof inner === 'number' || typeof inner === 'boolean';
    return [name, isTexts && isScalar ? String(inner) : withTextMaps(inner, name)];
  });
  return Object.fromEntries(entries);
}

/**
 * The arguments of a step as the operation's input, held against its model as if they had come over the wire.
 *
 * @throws ServiceError ValidationException
 */
export async function requestOf(operationName: string, given: object): Promise<Readonly<Record<string, unknown>>> {
  const service = modelOf('sagemaker');
  const operation = service.operations.get(operationName);
  if (!operation) throw new RangeError(`SageMaker has no operation ${operationName}`);
  const payload = memoryPayload(JSON.stringify(withTextMaps(given)));
  const request = { method: 'POST', path: '/', query: '', headers: { host: 'sagemaker' }, payload };
  const route = { protocol: service.protocol, service, operation, labels: {}, status: 200, form: undefined };
  return readInput({ ...request, sourceIp: '127.0.0.1', isSecure: true }, route);
}
