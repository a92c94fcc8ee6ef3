import { readFileSync, statSync } from 'node:fs';
import { DatabaseRefusal } from '../refusal.ts';

/** The account that the server runs under when this process is root, which PostgreSQL refuses. */
export type Account = { readonly uid: number; readonly gid: number };

/** Present on every common system, in order of preference. None is ever created. */
const CANDIDATES = ['nobody', 'postgres', 'daemon'];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function accountsOnThisHost(): ReadonlyMap<string, Account> {
  const accounts = new Map<string, Account>();
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    // macOS writes nobody as -2; the kernel wants it unsigned.
    if (name && uid && gid) accounts.set(name, { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 });
  }
  return accounts;
}

function ownerOf(path: string): Account | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

/**
 * Undefined for an ordinary user, who runs the server as themselves. Root runs it as the owner of existing data,
 * so that data made by an ordinary user stays theirs.
 */
export function serverAccount(dataPath: string): Account | undefined {
  if (!isRoot()) return undefined;
  const owner = ownerOf(dataPath);
  if (owner) return owner;
  const accounts = accountsOnThisHost();
  for (const name of CANDIDATES) {
    const account = accounts.get(name);
    if (account && account.uid !== 0) return account;
  }
  throw new DatabaseRefusal(
    'no-account',
    'PostgreSQL does not run as root and this host has no account named nobody; start Cairn as an ordinary user.',
  );
}
