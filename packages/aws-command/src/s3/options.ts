import { EXIT, misuse, plainFailure } from '../command/failure.ts';
import { looksLikeOption, splitOption } from '../command/globals.ts';

export const FILE_COMMANDS = ['ls', 'cp', 'mv', 'rm', 'sync', 'mb', 'rb', 'presign'] as const;
export type FileCommand = (typeof FILE_COMMANDS)[number];

/** The words of `aws s3 …`, shared out. */
export interface FileOptions {
  readonly paths: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  /** `--exclude` and `--include` in the order given: later ones win. */
  readonly filters: readonly { readonly isIncluded: boolean; readonly pattern: string }[];
}

const FILTERS = ['--exclude', '--include'];
const SHOWING = ['--dryrun', '--quiet', '--only-show-errors', '--no-progress'];
/** Options of an upload or copy that go into the request: their parameter's name. */
export const OBJECT_OPTIONS: Readonly<Record<string, string>> = {
  '--acl': 'ACL',
  '--storage-class': 'StorageClass',
  '--content-type': 'ContentType',
  '--cache-control': 'CacheControl',
  '--content-encoding': 'ContentEncoding',
  '--content-disposition': 'ContentDisposition',
  '--content-language': 'ContentLanguage',
  '--sse': 'ServerSideEncryption',
  '--sse-kms-key-id': 'SSEKMSKeyId',
};
const TRANSFER_VALUES = [
  ...FILTERS,
  ...Object.keys(OBJECT_OPTIONS),
  '--metadata',
  '--metadata-directive',
  '--page-size',
  '--expected-size',
];
const TRANSFER_FLAGS = [...SHOWING, '--no-guess-mime-type', '--follow-symlinks', '--no-follow-symlinks'];

interface Syntax {
  readonly paths: readonly [fewest: number, most: number];
  readonly usage: string;
  readonly flags: readonly string[];
  readonly values: readonly string[];
}

const TWO_PATHS = '<LocalPath> <S3Uri> or <S3Uri> <LocalPath> or <S3Uri> <S3Uri>';

export const SYNTAX: Readonly<Record<FileCommand, Syntax>> = {
  ls: {
    paths: [0, 1],
    usage: '<S3Uri> or NONE',
    flags: ['--recursive', '--human-readable', '--summarize'],
    values: ['--page-size'],
  },
  cp: { paths: [2, 2], usage: TWO_PATHS, flags: [...TRANSFER_FLAGS, '--recursive'], values: TRANSFER_VALUES },
  mv: { paths: [2, 2], usage: TWO_PATHS, flags: [...TRANSFER_FLAGS, '--recursive'], values: TRANSFER_VALUES },
  rm: { paths: [1, 1], usage: '<S3Uri>', flags: [...SHOWING, '--recursive'], values: [...FILTERS, '--page-size'] },
  sync: {
    paths: [2, 2],
    usage: TWO_PATHS,
    flags: [...TRANSFER_FLAGS, '--delete', '--size-only', '--exact-timestamps'],
    values: TRANSFER_VALUES,
  },
  mb: { paths: [1, 1], usage: '<S3Uri>', flags: [], values: [] },
  rb: { paths: [1, 1], usage: '<S3Uri>', flags: ['--force'], values: [] },
  presign: { paths: [1, 1], usage: '<S3Uri>', flags: [], values: ['--expires-in'] },
};

interface Sorted {
  readonly plain: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly given: readonly (readonly [option: string, value: string])[];
  readonly unknown: readonly string[];
}

/** @throws CommandFailure */
export function parseFileOptions(command: FileCommand, words: readonly string[]): FileOptions {
  const [fewest, most] = SYNTAX[command].paths;
  const { plain, flags, given, unknown } = sortWords(SYNTAX[command], words);
  if (plain.length < fewest) throw misuse('the following arguments are required: paths');
  const extra = [...unknown, ...plain.slice(most)];
  if (extra.length > 0) throw plainFailure(`Unknown options: ${extra.join(',')}`, EXIT.misused);
  const filters = given.filter(([name]) => FILTERS.includes(name));
  return {
    paths: plain,
    flags,
    values: new Map(given),
    filters: filters.map(([name, pattern]) => ({ isIncluded: name === '--include', pattern })),
  };
}

function sortWords({ flags: knownFlags, values: knownValues }: Syntax, words: readonly string[]): Sorted {
  const plain: string[] = [];
  const flags = new Set<string>();
  const given: (readonly [string, string])[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [name, attached] = splitOption(word);
    if (!looksLikeOption(word)) plain.push(word);
    else if (knownFlags.includes(word)) flags.add(word);
    else if (!knownValues.includes(name)) unknown.push(word);
    else {
      given.push([name, neededValue(name, attached ?? words[at + 1])]);
      at += Number(attached === undefined);
    }
  }
  return { plain, flags, given, unknown };
}

function neededValue(option: string, value: string | undefined): string {
  if (value === undefined) throw misuse(`argument ${option}: expected one argument`);
  return value;
}

/** Where only `s3://…` will do, or another mix of paths. */
export function wrongPaths(command: FileCommand) {
  const { usage, paths } = SYNTAX[command];
  const start = paths[1] === 2 || command === 'rm' ? `usage: aws s3 ${command} ` : '';
  return plainFailure(`${start}${usage}\nError: Invalid argument type`, EXIT.misused);
}
