import type { OperationModel } from '@cairn/emulator-kit/schema';
import type { Argument, Hoist } from './argument.ts';
import { badValue, misuse, plainFailure } from './failure.ts';
import { type FileReader, loadAddress } from './files.ts';
import type { Given } from './parse-arguments.ts';
import { parseShorthand, ShorthandError } from './shorthand.ts';
import { readValue } from './value.ts';

/** What the options of a command come to, before validation. */
export interface RawInput {
  readonly input: Readonly<Record<string, unknown>>;
  readonly page: PageOptions;
  readonly outfile: { readonly path: string; readonly member: string } | undefined;
  readonly skeleton: string | undefined;
}

/** `--starting-token`, `--page-size`, `--max-items`. */
export interface PageOptions {
  readonly startingToken?: string;
  readonly pageSize?: number;
  readonly maxItems?: number;
}

/** An archive begins with the letters PK. */
const ZIP = [0x50, 0x4b];
const OLD_LISTS: ReadonlySet<string> = new Set(['Firehose.PutRecordBatch.Records']);

/** @throws CommandFailure */
export function gatherInput(operation: OperationModel, given: Given, files: FileReader): RawInput {
  const gathering = new Gathering(operation, files);
  for (const [argument, words] of given) gathering.take(argument, words);
  return gathering.finished();
}

class Gathering {
  readonly #operation: OperationModel;
  readonly #files: FileReader;
  readonly #input = new Map<string, unknown>();
  /** From `--cli-input-json`: other options win over it. */
  #base: Readonly<Record<string, unknown>> = {};
  #page: PageOptions = {};
  #outfile: RawInput['outfile'];
  #skeleton: string | undefined;

  constructor(operation: OperationModel, files: FileReader) {
    this.#operation = operation;
    this.#files = files;
  }

  take(argument: Argument, words: readonly string[]): void {
    const { meaning, option } = argument;
    const [first = ''] = words;
    switch (meaning.kind) {
      case 'member':
        this.#input.set(meaning.member, this.#value(meaning.member, meaning.shape, option, words));
        break;
      case 'flag':
        this.#input.set(meaning.member, meaning.value);
        break;
      case 'hoisted':
        this.#takePart(meaning.hoist, option, words);
        break;
      case 'page':
        this.#page = { ...this.#page, ...pageOption(meaning.part, option, first) };
        break;
      case 'outfile':
        this.#outfile = { path: first, member: meaning.member };
        break;
      case 'skeleton':
        this.#skeleton = first;
        break;
      case 'input-json':
        this.#base = jsonInput(option, first, this.#files);
        break;
      case 'input-yaml':
        throw plainFailure('--cli-input-yaml is not available here; give the same as JSON with --cli-input-json.');
    }
  }

  #value(member: string, shape: Parameters<typeof readValue>[0], option: string, words: readonly string[]): unknown {
    const { service, name } = this.#operation;
    const isOldList = OLD_LISTS.has(`${service.id}.${name}.${member}`);
    return readValue(shape, words, { option, files: this.#files, isOldList });
  }

  #takePart({ member, part, shape, place }: Hoist, option: string, words: readonly string[]): void {
    if (place === 'inside') {
      const holder = this.#input.get(member);
      const value = this.#value(part, shape, option, words);
      if (!(value instanceof Uint8Array) || value[0] !== ZIP[0] || value[1] !== ZIP[1]) {
        throw plainFailure(
          '--zip-file must be a zip file with the fileb:// prefix.\nExample usage:  --zip-file fileb://path/to/file.zip',
          252,
        );
      }
      this.#input.set(member, { ...(typeof holder === 'object' ? holder : {}), [part]: value });
      return;
    }
    const value = part === 'Dimensions' ? dimensions(option, words[0] ?? '') : this.#value(part, shape, option, words);
    const metrics = this.#input.get(member);
    const first: unknown = Array.isArray(metrics) ? metrics[0] : {};
    this.#input.set(member, [{ ...(typeof first === 'object' ? first : {}), [part]: value }]);
  }

  finished(): RawInput {
    const input = { ...this.#base, ...Object.fromEntries(this.#input) };
    return { input, page: this.#page, outfile: this.#outfile, skeleton: this.#skeleton };
  }
}

function pageOption(part: keyof PageOptions, option: string, text: string): PageOptions {
  if (part === 'startingToken') return { startingToken: text };
  if (!/^\d+$/.test(text)) throw misuse(`argument ${option}: invalid int value: '${text}'`);
  return { [part]: Number(text) };
}

function jsonInput(option: string, text: string, files: FileReader): Readonly<Record<string, unknown>> {
  const loaded = loadAddress(option, text, files);
  const parsed = parsedJson(typeof loaded === 'string' ? loaded : new TextDecoder().decode(loaded));
  if (parsed === undefined) throw badValue(option.replace(/^--/, ''), 'Invalid JSON received.');
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
    return Object.fromEntries(Object.entries(parsed));
  }
  throw badValue(
    option,
    `Invalid type: expecting map, received ${Array.isArray(parsed) ? "<class 'list'>" : typeof parsed}`,
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `put-metric-data --dimensions Host=a,Zone=b`: a name and a value each. */
function dimensions(option: string, text: string): { readonly Name: string; readonly Value: unknown }[] {
  try {
    const parsed = parseShorthand(text, (address) => address);
    return Object.entries(parsed).map(([Name, Value]) => ({ Name, Value }));
  } catch (error) {
    if (error instanceof ShorthandError) throw badValue(option, error.message);
    throw error;
  }
}
