import type { Member, ServiceModel, StructureShape } from '@cairn/emulator-kit/schema';
import commands from './commands.json' with { type: 'json' };

/** How a list goes on, as botocore describes it. Tokens and results are JMESPath over one answer. */
export interface Pages {
  readonly inputTokens: readonly string[];
  readonly outputTokens: readonly string[];
  readonly results: readonly string[];
  readonly limit: string | undefined;
  readonly more: string | undefined;
  /** Parts of the first answer that are shown beside the joined lists. */
  readonly kept: readonly string[];
}

export interface Waiter {
  readonly name: string;
  readonly operation: string;
  readonly delaySeconds: number;
  readonly mostAttempts: number;
  readonly acceptors: readonly Acceptor[];
}

export interface Acceptor {
  readonly state: 'success' | 'failure' | 'retry';
  readonly matcher: 'path' | 'pathAll' | 'pathAny' | 'status' | 'error';
  readonly expected: string | number | boolean;
  readonly argument: string | undefined;
}

type PackedPages = readonly [string[], string[], string[], string | 0, string | 0, string[]];
type PackedWaiter = readonly [string, number, number, readonly PackedAcceptor[]];
type PackedAcceptor = readonly [Acceptor['state'], Acceptor['matcher'], Acceptor['expected'], string?];
interface ServiceCommands {
  readonly pages: Readonly<Record<string, PackedPages>>;
  readonly waiters: Readonly<Record<string, PackedWaiter>>;
  readonly order: Readonly<Record<string, readonly number[]>>;
}

// TypeScript reads tuples of JSON as plain lists; describe-commands.py writes exactly these
const SERVICES = commands.services as unknown as Readonly<Record<string, ServiceCommands>>;

/** The pack's name out of its model: `CloudWatch Logs` → `cloudwatch-logs`. */
export function clientOf(model: ServiceModel): string {
  return model.id.toLowerCase().replaceAll(' ', '-');
}

function describe(model: ServiceModel): ServiceCommands {
  return SERVICES[clientOf(model)] ?? { pages: {}, waiters: {}, order: {} };
}

export function findPages(model: ServiceModel, operation: string): Pages | undefined {
  const { pages } = describe(model);
  const packed = Object.hasOwn(pages, operation) ? pages[operation] : undefined;
  if (packed === undefined) return undefined;
  const [inputTokens, outputTokens, results, limit, more, kept] = packed;
  return { inputTokens, outputTokens, results, limit: limit || undefined, more: more || undefined, kept };
}

export function waitersOf(model: ServiceModel): readonly Waiter[] {
  return Object.entries(describe(model).waiters).map(([name, [operation, delaySeconds, mostAttempts, acceptors]]) => ({
    name,
    operation,
    delaySeconds,
    mostAttempts,
    acceptors: acceptors.map(([state, matcher, expected, argument]) => ({ state, matcher, expected, argument })),
  }));
}

/** Members in the order in which the AWS CLI prints and names them; packs put the required ones first. */
export function membersInOrder(model: ServiceModel, shape: StructureShape): readonly Member[] {
  const { order } = describe(model);
  const places = Object.hasOwn(order, shape.name) ? order[shape.name] : undefined;
  if (places === undefined || places.length !== shape.members.length) return shape.members;
  return places.flatMap((place) => shape.members[place] ?? []);
}
