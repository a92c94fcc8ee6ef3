import { EXIT, plainFailure } from '../command/failure.ts';
import type { SdkInput } from '../command/plan.ts';
import { parseShorthand, ShorthandError } from '../command/shorthand.ts';
import { bodyBytes } from '../run/body.ts';
import type { Session } from '../run/session.ts';
import { type S3Calls, S3Refusal } from './calls.ts';
import { guessType } from './mime.ts';
import { type FileOptions, OBJECT_OPTIONS, wrongPaths } from './options.ts';
import { baseName, isAddress, type Place, shown, splitAddress } from './place.ts';
import { folderItems, type Item, singleItem } from './plan-transfer.ts';
import { syncItems } from './sync.ts';

type Command = 'cp' | 'mv' | 'rm' | 'sync';

/** `cp`, `mv`, `rm` and `sync`: finds the files, then moves them one by one, with a line for each. */
export async function transfer(command: Command, options: FileOptions, s3: S3Calls, session: Session): Promise<number> {
  const [source = '', target] = options.paths;
  if (![source, target].some((path) => path !== undefined && isAddress(path))) throw wrongPaths(command);
  if (command === 'rm' && target !== undefined) throw wrongPaths(command);
  if (source === '-' || target === '-') return stream(command, options, s3, session);
  const from = placeOf(source, session);
  const to = target === undefined ? undefined : placeOf(target, session);
  refuseMissing(source, from, session);
  refuseItself(command, from, to);
  try {
    const items = await itemsFor(command, { from, to }, options, s3, session);
    return await moveAll(command, items, { options, s3, session });
  } catch (error) {
    if (!(error instanceof S3Refusal)) throw error;
    session.err(`fatal error: ${error.message}\n`);
    return EXIT.failed;
  }
}

function placeOf(path: string, { files }: Session): Place {
  return isAddress(path) ? { kind: 's3', ...splitAddress(path) } : { kind: 'local', path: files.resolve(path) };
}

function refuseMissing(source: string, from: Place, { files }: Session): void {
  if (from.kind === 's3' || files.find(from.path) || files.isFolder(from.path)) return;
  throw plainFailure(`The user-provided path ${source} does not exist.`);
}

function refuseItself(command: Command, from: Place, to: Place | undefined): void {
  if (command !== 'mv' || from.kind !== 's3' || to?.kind !== 's3') return;
  const target = to.key === '' || to.key.endsWith('/') ? to.key + baseName(from.key) : to.key;
  if (from.bucket === to.bucket && from.key === target) {
    const name = (place: typeof from) => `s3://${place.bucket}/${place.key}`;
    throw plainFailure(`Cannot mv a file onto itself: '${name(from)}' - '${name(to)}'`, EXIT.misused);
  }
}

interface Ends {
  readonly from: Place;
  readonly to: Place | undefined;
}

function itemsFor(command: Command, { from, to }: Ends, options: FileOptions, s3: S3Calls, session: Session) {
  if (command === 'sync' && to) return syncItems(from, to, options, s3, session);
  if (options.flags.has('--recursive')) return folderItems(from, to, options, s3, session);
  return singleItem(from, to, options, s3, session);
}

interface Moving {
  readonly options: FileOptions;
  readonly s3: S3Calls;
  readonly session: Session;
}

async function moveAll(command: Command, items: readonly Item[], moving: Moving): Promise<number> {
  let failures = 0;
  for (const item of items) {
    moving.session.signal?.throwIfAborted();
    if (!(await moveTold(command, item, moving))) failures += 1;
  }
  return failures > 0 ? EXIT.failed : 0;
}

/** Moves one file and tells so. @returns whether it went well */
async function moveTold(command: Command, item: Item, moving: Moving): Promise<boolean> {
  const { options, session } = moving;
  const isQuiet = options.flags.has('--quiet');
  const isDry = options.flags.has('--dryrun');
  const verb = verbOf(command, item);
  const where = [item.from, item.to].flatMap((place) => (place ? [shown(place, session.files)] : [])).join(' to ');
  const fault = isDry ? undefined : await attempt(command, item, moving);
  if (fault !== undefined) {
    if (!isQuiet) session.err(`${verb} failed: ${where} ${fault}\n`);
    return false;
  }
  const isSilent = isQuiet || options.flags.has('--only-show-errors');
  if (!isSilent) session.out(`${isDry ? '(dryrun) ' : ''}${verb}: ${where}\n`);
  return true;
}

function verbOf(command: Command, { from, to }: Item): string {
  if (to === undefined) return 'delete';
  if (command === 'mv') return 'move';
  if (from.kind === 'local') return 'upload';
  return to.kind === 'local' ? 'download' : 'copy';
}

/** @returns what went wrong */
async function attempt(command: Command, item: Item, moving: Moving): Promise<string | undefined> {
  try {
    const fault = await moveOne(item, moving);
    if (fault === undefined && command === 'mv') await remove(item.from, moving);
    return fault;
  } catch (error) {
    if (error instanceof S3Refusal) return error.message;
    throw error;
  }
}

async function moveOne(item: Item, moving: Moving): Promise<string | undefined> {
  const { from, to } = item;
  if (to === undefined) return remove(from, moving);
  if (to.kind === 'local') return download(item, to.path, moving);
  if (from.kind === 'local') return upload(from.path, to, moving);
  const CopySource = `${from.bucket}/${from.key.split('/').map(encodeURIComponent).join('/')}`;
  await moving.s3.call('CopyObject', { Bucket: to.bucket, Key: to.key, CopySource, ...objectInput(moving.options) });
  return undefined;
}

async function remove(place: Place, { s3, session }: Moving): Promise<undefined> {
  if (place.kind === 's3') await s3.call('DeleteObject', { Bucket: place.bucket, Key: place.key });
  else session.files.remove(place.path);
}

async function upload(path: string, to: Extract<Place, { kind: 's3' }>, { options, s3, session }: Moving) {
  const Body = session.files.read(path) ?? new Uint8Array();
  const guessed = options.flags.has('--no-guess-mime-type') ? undefined : guessType(path);
  const type = guessed === undefined ? {} : { ContentType: guessed };
  await s3.call('PutObject', { Bucket: to.bucket, Key: to.key, Body, ...type, ...objectInput(options) });
  return undefined;
}

async function download(
  { from, modifiedAt }: Item,
  path: string,
  { s3, session }: Moving,
): Promise<string | undefined> {
  if (from.kind === 'local') return 'it is a local file';
  const { Body } = await s3.call('GetObject', { Bucket: from.bucket, Key: from.key });
  return session.files.write(path, await bodyBytes(Body), modifiedAt);
}

function objectInput({ values }: FileOptions): SdkInput {
  const input: Record<string, unknown> = {};
  for (const [option, name] of Object.entries(OBJECT_OPTIONS)) {
    if (values.has(option)) input[name] = values.get(option);
  }
  const metadata = values.get('--metadata');
  if (metadata !== undefined) input.Metadata = metadataOf(metadata);
  if (values.has('--metadata-directive')) input.MetadataDirective = values.get('--metadata-directive');
  return input;
}

function metadataOf(text: string): unknown {
  try {
    return text.trimStart().startsWith('{') ? JSON.parse(text) : parseShorthand(text, (address) => address);
  } catch (error) {
    const reason = error instanceof ShorthandError ? error.message : `Invalid JSON:\n${text}`;
    throw plainFailure(`Error parsing parameter '--metadata': ${reason}`, EXIT.misused);
  }
}

/** `cp s3://… -` prints an object; `cp - s3://…` takes the lines of `<<EOF`. */
async function stream(command: Command, options: FileOptions, s3: S3Calls, session: Session): Promise<number> {
  if (command !== 'cp' || options.flags.has('--recursive')) {
    throw plainFailure('Streaming currently is only compatible with non-recursive cp commands', EXIT.misused);
  }
  const [source = '', target = ''] = options.paths;
  try {
    if (source === '-') await fromInput(target, options, s3, session);
    else {
      const { bucket, key } = splitAddress(source);
      const { Body } = await s3.call('GetObject', { Bucket: bucket, Key: key });
      session.out(new TextDecoder().decode(await bodyBytes(Body)));
    }
    return 0;
  } catch (error) {
    if (!(error instanceof S3Refusal)) throw error;
    const verb = source === '-' ? 'upload' : 'download';
    session.err(`${verb} failed: ${source} to ${target} ${error.message}\n`);
    return EXIT.failed;
  }
}

async function fromInput(target: string, options: FileOptions, s3: S3Calls, { input }: Session): Promise<void> {
  if (input === undefined) {
    throw plainFailure('There is no input to copy: give lines with <<EOF, or name a file.', EXIT.misused);
  }
  const { bucket, key } = splitAddress(target);
  const Body = new TextEncoder().encode(input);
  await s3.call('PutObject', { Bucket: bucket, Key: key, Body, ...objectInput(options) });
}
