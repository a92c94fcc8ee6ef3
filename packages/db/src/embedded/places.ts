import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { codeOf, DatabaseRefusal, messageOf } from '../refusal.ts';
import { type Account, serverAccount } from './account.ts';
import { canEnter } from './processes.ts';

export type Places = {
  readonly dataDir: string;
  /** PostgreSQL's own directory. */
  readonly cluster: string;
  /** Set when this process is root. */
  readonly account: Account | undefined;
};

/** Names the cluster when it does not lie in the data directory. */
const POINTER = 'postgres-location';
const ELSEWHERE = '/var/lib/cairn/data';
/** sockaddr_un holds 104 bytes on macOS and 108 on Linux, the closing zero included. */
const SOCKET_PATH_BYTES = 103;
const SOCKET_NAME = '.s.PGSQL.5432';

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

export function makeDirectory(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    const kind = codeOf(cause) === 'ENOSPC' ? 'disk-full' : 'data-directory-not-writable';
    throw new DatabaseRefusal(
      kind,
      `The data directory ${path} cannot be made (${messageOf(cause)}); choose another with --data.`,
      { cause },
    );
  }
}

function pointedAt(dataDir: string): string | undefined {
  const pointer = join(dataDir, POINTER);
  if (!existsSync(pointer)) return undefined;
  const cluster = readFileSync(pointer, 'utf8').trim();
  if (existsSync(cluster)) return cluster;
  throw new DatabaseRefusal(
    'data-directory-unknown',
    `${pointer} says that the data lie in ${cluster}, which is not there; bring it back, or remove ${pointer} to begin anew.`,
  );
}

function refuseForeignOwner(cluster: string): void {
  const uid = process.getuid?.();
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  if (uid === undefined || owner === undefined || uid === owner) return;
  throw new DatabaseRefusal(
    'data-directory-not-writable',
    `${cluster} belongs to another user (id ${owner}); start Cairn as that user, or choose another directory with --data.`,
  );
}

/** When only the data directory itself is closed: lets others pass, not look. What lies in it is closed itself. */
function letThrough(dataDir: string, account: Account, log: (message: string) => void): boolean {
  const { uid, mode } = statSync(dataDir);
  if (uid !== 0 || !canEnter(dirname(dataDir), account)) return false;
  chmodSync(dataDir, mode | 0o001);
  log(`${dataDir} may now be passed by other accounts (chmod o+x), since PostgreSQL does not run as root`);
  return canEnter(dataDir, account);
}

/** A place for the cluster that the server's account can reach. `dataDir` exists and is absolute. */
export function findPlaces(dataDir: string, log: (message: string) => void): Places {
  const inside = join(dataDir, 'postgres');
  const cluster = pointedAt(dataDir) ?? inside;
  const account = serverAccount(cluster);
  if (!account) {
    refuseForeignOwner(cluster);
    return { dataDir, cluster, account };
  }
  if (cluster !== inside) {
    log(`data lie in ${cluster}, because ${dataDir} is closed to the account that PostgreSQL runs under`);
    return { dataDir, cluster, account };
  }
  if (canEnter(dataDir, account) || letThrough(dataDir, account, log)) return { dataDir, cluster, account };
  if (existsSync(inside)) {
    throw new DatabaseRefusal(
      'data-directory-not-writable',
      `PostgreSQL does not run as root and its account (id ${account.uid}) cannot enter ${dataDir}; open the directories above it (chmod o+x) and start again.`,
    );
  }
  const elsewhere = join(ELSEWHERE, shortHash(dataDir));
  makeDirectory(ELSEWHERE);
  writeFileSync(join(dataDir, POINTER), `${elsewhere}\n`);
  log(`data lie in ${elsewhere}, because ${dataDir} is closed to the account that PostgreSQL runs under`);
  return { dataDir, cluster: elsewhere, account };
}

function isPrivate(path: string, uid: number): boolean {
  const found = lstatSync(path);
  return found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
}

/** The cluster itself when its path is short enough, else a private directory below the temporary one. */
export function socketDirectory({ cluster, account }: Places): string {
  const fits = (directory: string) => Buffer.byteLength(join(directory, SOCKET_NAME)) <= SOCKET_PATH_BYTES;
  if (fits(cluster)) return cluster;
  const uid = account?.uid ?? process.getuid?.() ?? 0;
  const base = fits(join(tmpdir(), 'cairn-0123456789ab')) ? tmpdir() : '/tmp';
  let directory = join(base, `cairn-${shortHash(`${uid}:${cluster}`)}`);
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch {
    // Left by an earlier start, or laid there by somebody else: then it is not used.
    if (existsSync(directory) && isPrivate(directory, uid)) return directory;
    directory = mkdtempSync(join(base, 'cairn-'));
  }
  if (account) chownSync(directory, account.uid, account.gid);
  return directory;
}
