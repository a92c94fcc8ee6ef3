import type { ServiceModel, Shape } from '@cairn/emulator-kit/schema';
import { argumentsOf } from '../command/arguments.ts';
import { BINARY_FORMATS, GLOBAL_OPTIONS, OUTPUT_FORMATS } from '../command/globals.ts';
import { findOperation, type ModelLookup, operationCommands } from '../command/plan.ts';
import { findClient, SERVICE_COMMANDS } from '../command/services.ts';
import { dashed } from '../command/spelling.ts';
import { waitersOf } from '../data/describe.ts';
import { FILE_COMMANDS, SYNTAX } from '../s3/options.ts';

export interface Completions {
  /** Where the word begins that each candidate would replace, up to the cursor. */
  readonly from: number;
  readonly candidates: readonly string[];
}

const MOST = 100;
/** After these a new command begins. */
const STARTS = ['&&', ';', '||', '$(', '\n'];

/**
 * What may stand at the cursor of an `aws` line: services, commands, options and their values.
 *
 * @param models gives what is loaded already; without a model there are no candidates
 */
export function completions(line: string, cursor: number, models: ModelLookup): Completions {
  const before = line.slice(0, cursor);
  const starts = STARTS.filter((mark) => before.includes(mark)).map((mark) => before.lastIndexOf(mark) + mark.length);
  const start = Math.max(0, ...starts);
  const words = before
    .slice(start)
    .split(/\s+/)
    .filter((word, index, all) => word !== '' || index === all.length - 1);
  const typed = words.at(-1) ?? '';
  const from = before.length - typed.length;
  const candidates = candidatesFor(words.slice(0, -1), models).filter((one) => one.startsWith(typed) && one !== typed);
  return { from, candidates: candidates.slice(0, MOST) };
}

/** @param done the words before the one that is typed */
function candidatesFor(done: readonly string[], models: ModelLookup): readonly string[] {
  const [program, ...rest] = done;
  if (program === undefined) return ['aws'];
  if (program !== 'aws') return [];
  const previous = rest.at(-1) ?? '';
  if (previous === '--output') return OUTPUT_FORMATS;
  if (previous === '--cli-binary-format') return BINARY_FORMATS;
  const [service, ...commands] = rest.filter((word) => !word.startsWith('-'));
  if (service === undefined) return [...SERVICE_COMMANDS, 'help', ...GLOBAL_OPTIONS];
  if (service === 's3') return fileCandidates(commands[0]);
  const client = findClient(service);
  const model = client === undefined ? undefined : models(client);
  return model === undefined ? [] : serviceCandidates(model, commands, rest);
}

function serviceCandidates(
  model: ServiceModel,
  [command, state]: readonly string[],
  words: readonly string[],
): readonly string[] {
  if (command === undefined) return [...operationCommands(model), 'help'];
  if (command !== 'wait') return optionCandidates(words, findOperation(model, command));
  const waiter = waitersOf(model).find(({ name }) => dashed(name) === state);
  if (waiter === undefined) return waitersOf(model).map(({ name }) => dashed(name));
  return optionCandidates(words, model.operations.get(waiter.operation));
}

function fileCandidates(command: string | undefined): readonly string[] {
  const known = FILE_COMMANDS.find((one) => one === command);
  if (known === undefined) return FILE_COMMANDS;
  return [...SYNTAX[known].flags, ...SYNTAX[known].values, 's3://'];
}

function optionCandidates(words: readonly string[], operation: ReturnType<typeof findOperation>): readonly string[] {
  if (operation === undefined) return [];
  const table = argumentsOf(operation);
  const previous = table.get(words.at(-1) ?? '');
  if (previous?.meaning.kind === 'member') {
    const values = valuesOf(previous.meaning.shape);
    if (values.length > 0) return values;
  }
  const given = new Set(words);
  const free = [...table.values()].filter(({ option, takes }) => takes !== 'position' && !given.has(option));
  const sorted = free.sort((a, b) => Number(b.isRequired) - Number(a.isRequired));
  return [...sorted.map(({ option }) => option), ...GLOBAL_OPTIONS];
}

function valuesOf(shape: Shape): readonly string[] {
  if (shape.kind === 'list') return valuesOf(shape.member);
  return shape.kind === 'string' ? (shape.constraint?.values ?? []) : [];
}
