import { plainFailure } from '../command/failure.ts';
import { runAws } from '../run/run-aws.ts';
import type { Session } from '../run/session.ts';
import type { Builtin, Run } from './builtin.ts';
import { SCRIPTING } from './scripting.ts';

const HELP = `This terminal runs the AWS CLI against the sandbox of the lab.

  aws <service> <operation> [options]   aws help, aws kinesis help, aws kinesis put-record help
  aws s3 ls | cp | mv | rm | sync | mb | rb | presign
  cat FILE, ls, rm FILE, mkdir DIR, cd DIR, pwd, echo TEXT    files of this terminal
  cat > FILE <<EOF … EOF, echo TEXT > FILE                    write a file
  NAME=value, NAME=$(aws … --output text), export, unset, env variables
  for NAME in WORDS; do …; done, while, until, if, case, { …; }, break, continue, exit
  COMMAND | grep PATTERN, head, tail, wc; read, seq, printf, [ … ]; set -e ends a text at its first failure
  history, clear, sleep SECONDS
`;

/** Commands besides `aws`. */
export const BUILTINS: ReadonlyMap<string, Run> = new Map<string, Run>([
  ['aws', (words, { session }) => runAws(words, session)],
  ['cat', cat],
  ['cd', cd],
  ['clear', (_, { clear }) => done(clear())],
  ['echo', echo],
  ['env', (_, { environment, session }) => done(session.out(listed(environment)))],
  ['export', setVariables],
  ['false', () => 1],
  ['help', (_, { session }) => done(session.out(HELP))],
  ['history', showHistory],
  ['ls', ls],
  ['mkdir', mkdir],
  ['pwd', (_, { session }) => done(session.out(`${session.files.current}\n`))],
  ['rm', rm],
  ['set', setOptions],
  ['sleep', sleep],
  ['touch', touch],
  ['true', () => 0],
  ['unset', unset],
  ...SCRIPTING,
]);

function done(_: unknown): number {
  return 0;
}

/** Of all options only `-e` counts, and only until the text ends. */
function setOptions(words: readonly string[], { strictness }: Builtin): number {
  for (const word of words) {
    if (/^-\w*e/.test(word)) strictness.isOn = true;
    if (/^\+\w*e/.test(word)) strictness.isOn = false;
  }
  return 0;
}

function paths(words: readonly string[]): string[] {
  return words.filter((word) => !word.startsWith('-') || word === '-');
}

function cat(words: readonly string[], { session }: Builtin): number {
  const { input } = session;
  const names = paths(words);
  if (names.length === 0) {
    if (input === undefined) return complain(session, 'cat: name a file, or give lines with <<EOF');
    return done(session.out(input));
  }
  return worst(
    names.map((name) => {
      const bytes = session.files.read(name);
      if (bytes !== undefined) return done(session.out(new TextDecoder().decode(bytes)));
      const reason = session.files.isFolder(name) ? 'Is a directory' : 'No such file or directory';
      return complain(session, `cat: ${name}: ${reason}`);
    }),
  );
}

function complain({ err }: Session, message: string): number {
  err(`${message}\n`);
  return 1;
}

function worst(codes: readonly number[]): number {
  return Math.max(0, ...codes);
}

function cd([path = '~']: readonly string[], { session }: Builtin): number {
  return session.files.enter(path) ? 0 : complain(session, `cd: ${path}: No such file or directory`);
}

function echo(words: readonly string[], { session }: Builtin): number {
  const isBare = words[0] === '-n';
  session.out(`${(isBare ? words.slice(1) : words).join(' ')}${isBare ? '' : '\n'}`);
  return 0;
}

function listed(environment: ReadonlyMap<string, string>): string {
  return [...environment].map(([name, value]) => `${name}=${value}\n`).join('');
}

function setVariables(words: readonly string[], { environment, variables, session }: Builtin): number {
  if (words.length === 0) return done(session.out(listed(environment)));
  return worst(
    words.map((word) => {
      const [, name, , value] = /^([A-Za-z_][A-Za-z0-9_]*)(=([\s\S]*))?$/.exec(word) ?? [];
      if (name === undefined) return complain(session, `export: ${word}: not a valid identifier`);
      if (value !== undefined) variables.set(name, value);
      return 0;
    }),
  );
}

function unset(words: readonly string[], { variables }: Builtin): number {
  for (const word of words) variables.delete(word);
  return 0;
}

function showHistory(_: readonly string[], { history, session }: Builtin): number {
  session.out(history.map((line, index) => `${String(index + 1).padStart(5)}  ${line}\n`).join(''));
  return 0;
}

function ls(words: readonly string[], { session }: Builtin): number {
  const [path = '.'] = paths(words);
  const isLong = words.some((word) => /^-\w*l/.test(word));
  const file = session.files.find(path);
  if (file === undefined && !session.files.isFolder(path)) {
    return complain(session, `ls: cannot access '${path}': No such file or directory`);
  }
  const names = file ? [path] : [...new Set(session.files.list(path).map((name) => name.replace(/\/.*$/, '/')))];
  for (const name of names) {
    const found = session.files.find(file ? name : `${path}/${name}`);
    const when = found?.modifiedAt.toISOString().slice(0, 16).replace('T', ' ') ?? ' '.repeat(16);
    session.out(isLong ? `${String(found?.bytes.length ?? '').padStart(10)} ${when} ${name}\n` : `${name}\n`);
  }
  return 0;
}

function mkdir(words: readonly string[], { session }: Builtin): number {
  for (const path of paths(words)) session.files.makeFolder(path);
  return 0;
}

function rm(words: readonly string[], { session }: Builtin): number {
  const isDeep = words.some((word) => /^-\w*r/i.test(word));
  const isForced = words.some((word) => /^-\w*f/.test(word));
  return worst(
    paths(words).map((path) => {
      if (session.files.remove(path)) return 0;
      const below = session.files.list(path);
      if (below.length > 0 && !isDeep) return complain(session, `rm: cannot remove '${path}': Is a directory`);
      for (const name of below) session.files.remove(`${path}/${name}`);
      if (below.length > 0 || isForced) return 0;
      return complain(session, `rm: cannot remove '${path}': No such file or directory`);
    }),
  );
}

function touch(words: readonly string[], { session }: Builtin): number {
  for (const path of paths(words)) {
    const fault = session.files.write(path, session.files.read(path) ?? new Uint8Array(), session.host.now());
    if (fault !== undefined) throw plainFailure(fault, 1);
  }
  return 0;
}

const LONGEST_SLEEP_SECONDS = 3600;

async function sleep([seconds = '']: readonly string[], { session }: Builtin): Promise<number> {
  const wanted = Number(seconds);
  if (seconds === '' || !(wanted >= 0 && wanted <= LONGEST_SLEEP_SECONDS)) {
    return complain(session, `sleep: give a number of seconds up to ${LONGEST_SLEEP_SECONDS}`);
  }
  await session.host.sleep(wanted * 1000, session.signal);
  return 0;
}
