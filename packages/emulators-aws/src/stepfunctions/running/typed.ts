import { memoryPayload, type OperationModel, type Payload, type Shape } from '@cairn/emulator-kit';
import { isList, isObject, type Json } from '../language/json.ts';
import { runtimeError, StatesError } from '../language/states-error.ts';

type Structure = Extract<Shape, { kind: 'structure' }>;

/**
 * A task's parameters as the API of the service takes them. Step Functions writes every member with a capital, whatever
 * the API does; texts may be given as JSON, which is written out.
 *
 * @throws StatesError for a member that the operation has not, or that it needs
 */
export function toInput({ input: shape, name }: OperationModel, value: Json, errorPrefix: string): unknown {
  if (!isObject(value)) throw runtimeError(`The parameters of ${name} must be an object.`);
  return shape.kind === 'structure' ? structure(shape, value, errorPrefix, name) : {};
}

function structure(shape: Structure, value: Json, errorPrefix: string, place: string): unknown {
  if (!isObject(value)) throw runtimeError(`The field ${place} must be an object.`);
  const entries = Object.entries(value).map(([name, member]) => {
    const found = shape.memberByName.get(name) ?? shape.memberByName.get(name.charAt(0).toLowerCase() + name.slice(1));
    if (!found) throw runtimeError(`The field '${name}' is not supported by Step Functions in ${place}.`);
    return [found.name, typed(found.shape, member, errorPrefix, `${place}.${name}`)];
  });
  const built: Record<string, unknown> = Object.fromEntries(entries);
  const missing = shape.members.find(({ name, isRequired }) => isRequired && built[name] === undefined);
  if (missing) {
    throw new StatesError(
      `${errorPrefix}.ValidationException`,
      `${place}: the member ${missing.name} must not be null`,
    );
  }
  return built;
}

function typed(shape: Shape, value: Json, errorPrefix: string, place: string): unknown {
  switch (shape.kind) {
    case 'structure':
      return structure(shape, value, errorPrefix, place);
    case 'list':
      if (!isList(value)) throw runtimeError(`The field ${place} must be an array.`);
      return value.map((item, index) => typed(shape.member, item, errorPrefix, `${place}[${index}]`));
    case 'map':
      if (!isObject(value)) throw runtimeError(`The field ${place} must be an object.`);
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, typed(shape.value, item, errorPrefix, `${place}.${key}`)]),
      );
    case 'timestamp':
      return new Date(typeof value === 'number' ? value * 1000 : String(value));
    case 'blob': {
      const payload = memoryPayload(textOf(value));
      return shape.streaming ? payload : payload.memory;
    }
    case 'string':
      return textOf(value);
    default:
      return value;
  }
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** An answer as the next state sees it: members with a capital, times as ISO 8601, bytes as text. */
export async function toResult(shape: Shape, value: unknown): Promise<Json> {
  if (value === undefined || value === null) return null;
  switch (shape.kind) {
    case 'structure':
      return fieldsOf(shape, value as Readonly<Record<string, unknown>>); // what the model says
    case 'list':
      return Promise.all((value as readonly unknown[]).map((item) => toResult(shape.member, item))); // as above
    case 'map': {
      const entries = Object.entries(value).map(
        async ([key, item]) => [key, await toResult(shape.value, item)] as const,
      );
      return Object.fromEntries(await Promise.all(entries));
    }
    case 'timestamp':
      return (value as Date).toISOString(); // as above
    case 'blob':
      return new TextDecoder().decode(value instanceof Uint8Array ? value : await (value as Payload).bytes());
    default:
      return value as Json; // numbers, texts, booleans, documents
  }
}

async function fieldsOf(shape: Structure, value: Readonly<Record<string, unknown>>): Promise<Json> {
  const present = shape.members.filter(({ name }) => value[name] !== undefined);
  const entries = present.map(
    async ({ name, shape: member }) =>
      [name.charAt(0).toUpperCase() + name.slice(1), await toResult(member, value[name])] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
