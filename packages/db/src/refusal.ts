/** Why the database cannot be used as asked. A kind is stable; the message is one sentence for the operator. */
export type RefusalKind =
  | 'no-binaries'
  | 'no-account'
  | 'data-directory-in-use'
  | 'data-directory-not-writable'
  | 'data-directory-unknown'
  | 'disk-full'
  | 'wrong-postgres-version'
  | 'server-did-not-start'
  | 'bad-database-url'
  | 'database-unreachable'
  | 'database-too-old'
  | 'database-newer'
  | 'migration-changed'
  | 'migration-failed'
  | 'backup-unreadable'
  | 'backup-damaged'
  | 'backup-newer'
  | 'backup-not-written'
  | 'database-not-empty';

/** A request to the database that cannot be met: what is wrong, where, what to do. Nothing was damaged. */
export class DatabaseRefusal extends Error {
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** The `code` of a Node or PostgreSQL error, such as ENOSPC or 57P03. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
