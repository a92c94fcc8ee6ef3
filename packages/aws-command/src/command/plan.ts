import type { OperationModel, ServiceModel } from '@cairn/emulator-kit/schema';
import { clientOf, findPages, membersInOrder, type Pages, type Waiter, waitersOf } from '../data/describe.ts';
import { helpFor } from '../help/help.ts';
import { jsonText } from '../output/json.ts';
import type { Plain } from '../output/plain.ts';
import { yamlText } from '../output/yaml.ts';
import type { Argument } from './argument.ts';
import { argumentsOf, isEventStream } from './arguments.ts';
import { invalidChoice } from './choice.ts';
import { CommandFailure, EXIT, misuse, plainFailure } from './failure.ts';
import type { FileReader } from './files.ts';
import { finishInput } from './finish-input.ts';
import { type BinaryFormat, type Globals, parseGlobals } from './globals.ts';
import { gatherInput, type PageOptions, type RawInput } from './input.ts';
import { parseArguments } from './parse-arguments.ts';
import { findClient, SERVICE_COMMANDS } from './services.ts';
import { skeletonOf } from './skeleton.ts';
import { isCoveredByParts } from './special-arguments.ts';
import { dashed } from './spelling.ts';
import { validationFailure } from './validate.ts';

export type SdkInput = Readonly<Record<string, unknown>>;

/** What an `aws` command comes to. */
export type Plan =
  | CallPlan
  | WaitPlan
  /** A file command, `aws s3 cp …`: its words after `s3`. */
  | { readonly kind: 'files'; readonly words: readonly string[]; readonly globals: Globals }
  | { readonly kind: 'print'; readonly text: string }
  | { readonly kind: 'failure'; readonly message: string; readonly exitCode: number };

export interface CallPlan {
  readonly kind: 'call';
  /** Name of the SDK client, such as `cloudwatch-logs`. */
  readonly service: string;
  readonly operation: OperationModel;
  readonly input: SdkInput;
  readonly globals: Globals;
  /** Where the bytes of the answer go. */
  readonly outfile: RawInput['outfile'];
  readonly pages: (Pages & { readonly options: PageOptions }) | undefined;
}

export interface WaitPlan {
  readonly kind: 'wait';
  readonly service: string;
  readonly operation: OperationModel;
  readonly waiter: Waiter;
  readonly input: SdkInput;
  readonly globals: Globals;
}

/** Gives the model of an SDK client, such as `kinesis`; undefined while its pack is not there. */
export type ModelLookup = (client: string) => ServiceModel | undefined;

export interface PlanOptions {
  readonly files: FileReader;
  /** How bytes are given when no option says so; left out: base64, as a new AWS CLI has it. */
  readonly binaryFormat?: BinaryFormat | undefined;
}

/** The client whose model planning these words needs. `aws` itself is not among them. */
export function clientFor(words: readonly string[]): string | undefined {
  try {
    const { rest } = parseGlobals(words);
    return rest[0] === undefined ? undefined : findClient(rest[0]);
  } catch {
    return undefined; // planning tells what is wrong
  }
}

/**
 * Plans the words after `aws`.
 *
 * @param models looked up for one client: that of `clientFor(words)`
 * @returns never throws for what a user can type: a failure carries the AWS CLI's words and exit code
 */
export function planAws(words: readonly string[], models: ModelLookup, options: PlanOptions): Plan {
  try {
    return plan(words, models, options);
  } catch (error) {
    if (error instanceof CommandFailure) return { kind: 'failure', message: error.message, exitCode: error.exitCode };
    throw error;
  }
}

const VERSION = 'aws-cli/2 (compatible) cairn\n';

function plan(words: readonly string[], models: ModelLookup, options: PlanOptions): Plan {
  const { globals, rest, isVersionAsked } = parseGlobals(words, options.binaryFormat);
  if (isVersionAsked) return { kind: 'print', text: VERSION };
  const [command, ...after] = rest;
  if (command === undefined) throw misuse('the following arguments are required: command');
  if (command === 'help') return { kind: 'print', text: helpFor([], undefined) };
  const client = findClient(command);
  if (client === undefined) throw invalidChoice('command', command, [...SERVICE_COMMANDS, 'help']);
  if (after.at(-1) === 'help')
    return { kind: 'print', text: helpFor([command, ...after.slice(0, -1)], models(client)) };
  if (command === 's3') return { kind: 'files', words: after, globals };
  const model = models(client);
  if (model === undefined) throw plainFailure(`The model of ${command} could not be loaded. Try again.`);
  return planService(model, after, { ...options, globals });
}

interface Planning extends PlanOptions {
  readonly globals: Globals;
}

/** `create-stream` → the operation's model. */
export function findOperation(model: ServiceModel, command: string): OperationModel | undefined {
  const operation = [...model.operations.values()].find(({ name }) => dashed(name) === command);
  return operation && !isEventStream(operation) ? operation : undefined;
}

export function operationCommands(model: ServiceModel): string[] {
  const operations = [...model.operations.values()].filter((operation) => !isEventStream(operation));
  const names = operations.map(({ name }) => dashed(name)).sort();
  return waitersOf(model).length === 0 ? names : [...names, 'wait'];
}

function planService(model: ServiceModel, [command, ...words]: readonly string[], planning: Planning): Plan {
  if (command === undefined) throw misuse('the following arguments are required: operation');
  if (command === 'wait' && waitersOf(model).length > 0) return planWait(model, words, planning);
  const operation = findOperation(model, command);
  if (operation === undefined) throw invalidChoice('operation', command, [...operationCommands(model), 'help']);
  return planCall(operation, words, planning);
}

function planCall(operation: OperationModel, allWords: readonly string[], planning: Planning): Plan {
  const { globals, files } = planning;
  const table = callArguments(operation, planning);
  const isDry = allWords.includes('--dry-run') && !table.has('--dry-run');
  const words = isDry ? allWords.filter((word) => word !== '--dry-run') : allWords;
  const raw = gatherInput(operation, parseArguments(words, table), files);
  if (raw.skeleton !== undefined) return { kind: 'print', text: skeletonText(operation, raw.skeleton) };
  const input = checkedInput(operation, raw.input, globals);
  if (isDry) return { kind: 'print', text: dryText(operation, raw.input) };
  const service = clientOf(operation.service);
  return {
    kind: 'call',
    service,
    operation,
    input,
    globals,
    outfile: raw.outfile,
    pages: pagesFor(operation, raw, globals),
  };
}

function callArguments(operation: OperationModel, { globals }: Planning): ReadonlyMap<string, Argument> {
  return new Map(
    [...argumentsOf(operation, globals.isPaginated)].map(([option, argument]) => {
      const { meaning } = argument;
      const isFree = meaning.kind === 'member' && isCoveredByParts(operation, meaning.member);
      return [option, isFree ? { ...argument, isRequired: false } : argument];
    }),
  );
}

function checkedInput(operation: OperationModel, raw: SdkInput, { binaryFormat }: Globals): SdkInput {
  const failure = validationFailure(operation, raw);
  if (failure) throw failure;
  return finishInput(operation.input, raw, binaryFormat) as SdkInput; // a structure finishes as a record
}

/** Who gives the service's own tokens or limit goes through the pages by hand. */
function pagesFor(operation: OperationModel, { input, page }: RawInput, { isPaginated }: Globals): CallPlan['pages'] {
  const pages = findPages(operation.service, operation.name);
  if (pages === undefined || !isPaginated) return undefined;
  const own = [...pages.inputTokens, ...(pages.limit === undefined ? [] : [pages.limit])];
  return own.some((token) => Object.hasOwn(input, token)) ? undefined : { ...pages, options: page };
}

function skeletonText({ service, input, output }: OperationModel, form: string): string {
  if (form === 'input') return jsonText(skeletonOf(service, input.kind === 'unit' ? NOTHING : input, false));
  if (form === 'yaml-input') return yamlText(skeletonOf(service, input.kind === 'unit' ? NOTHING : input, false));
  if (form === 'output') return jsonText(skeletonOf(service, output.kind === 'unit' ? NOTHING : output, true));
  throw invalidChoice('--generate-cli-skeleton', form, ['input', 'output', 'yaml-input']);
}

const NOTHING = {
  kind: 'structure',
  name: 'Unit',
  isUnion: false,
  members: [],
  memberByName: new Map(),
  xmlName: undefined,
  xmlNamespace: undefined,
  error: undefined,
} as const;

/** `--dry-run`, which the AWS CLI has for few commands only: the call, and nothing is sent. */
function dryText({ service, input: shape, name }: OperationModel, input: SdkInput): string {
  const order = shape.kind === 'structure' ? membersInOrder(service, shape).map((member) => member.name) : [];
  const shown = order.flatMap((member) => (Object.hasOwn(input, member) ? [[member, input[member]]] : []));
  const text = (_: string, value: unknown) => (value instanceof Uint8Array ? `<${value.length} bytes>` : value);
  const plain: Plain = JSON.parse(JSON.stringify(Object.fromEntries(shown), text));
  return `Would call ${name} of ${service.id} with\n${jsonText(plain)}Nothing was sent.\n`;
}

function planWait(model: ServiceModel, [command, ...words]: readonly string[], planning: Planning): Plan {
  const waiters = waitersOf(model);
  if (command === undefined) throw misuse('the following arguments are required: subcommand');
  const waiter = waiters.find(({ name }) => dashed(name) === command);
  if (waiter === undefined)
    throw invalidChoice(
      'subcommand',
      command,
      waiters.map(({ name }) => dashed(name)),
    );
  const operation = model.operations.get(waiter.operation);
  if (operation === undefined) throw plainFailure(`${command} cannot be waited for here.`, EXIT.other);
  const table = callArguments(operation, { ...planning, globals: { ...planning.globals, isPaginated: false } });
  const raw = gatherInput(operation, parseArguments(words, withoutBody(table)), planning.files);
  const input = checkedInput(operation, raw.input, planning.globals);
  return { kind: 'wait', service: clientOf(model), operation, waiter, input, globals: planning.globals };
}

function withoutBody(table: ReadonlyMap<string, Argument>): ReadonlyMap<string, Argument> {
  return new Map([...table].filter(([, { takes }]) => takes !== 'position'));
}
