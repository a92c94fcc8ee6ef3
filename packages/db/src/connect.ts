import { CamelCasePlugin, Kysely, type Transaction as KyselyTransaction, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { codeOf, DatabaseRefusal, messageOf } from './refusal.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;
export type Transaction = KyselyTransaction<Tables>;

/** Where a PostgreSQL listens: a socket directory or a host. */
export type Endpoint = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
};

export type ConnectOptions = {
  readonly maxConnections?: number;
  /** Told when an idle connection breaks. The pool mends itself at the next query. */
  readonly log?: (message: string) => void;
};

const OLDEST_VERSION = 150_000;
const INT8 = 20;

/** bigint columns count events and rows: numbers, and loud when one does not fit. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a JavaScript number`);
  return value;
}

const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return oid === INT8 && format !== 'binary' ? parseInt8 : pg.types.getTypeParser(oid, format);
  },
};

function poolConfig(target: string | Endpoint): pg.PoolConfig {
  if (typeof target !== 'string') return { ...target, ssl: false };
  if (!/^postgres(ql)?:\/\//.test(target) || !URL.canParse(target)) {
    throw new DatabaseRefusal(
      'bad-database-url',
      'DATABASE_URL is not a PostgreSQL address; write it as postgres://user:password@host:5432/database.',
    );
  }
  return { connectionString: target };
}

/** A place to name in messages, without the password. */
function nameOf(target: string | Endpoint): string {
  if (typeof target !== 'string') return target.host;
  const { hostname, port, pathname } = new URL(target);
  return `${hostname}${port && `:${port}`}${pathname}`;
}

const ADVICE: Record<string, string> = {
  '28P01': 'the password was refused; check user and password in DATABASE_URL',
  '28000': 'the user was refused; check user and password in DATABASE_URL',
  '3D000': 'the database does not exist; create it with createdb or name another in DATABASE_URL',
  ENOTFOUND: 'the host name is unknown; check the host in DATABASE_URL',
  ECONNREFUSED: 'nothing listens there; start PostgreSQL or correct DATABASE_URL',
  ENOENT: 'nothing listens there; start PostgreSQL or correct DATABASE_URL',
  ETIMEDOUT: 'it does not answer; check host, port and firewall',
};

/** Opens a pool on `target` after one round trip has shown that it answers and is new enough. */
export async function connect(target: string | Endpoint, options: ConnectOptions = {}): Promise<Db> {
  const pool = new pg.Pool({
    ...poolConfig(target),
    types,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'cairn',
  });
  // An error event without a listener ends the process. The pool listens to idle connections only; one that breaks
  // in use fails its query as well, which tells whoever asked.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', (error) => {
    if (!pool.ending) options.log?.(`database connection lost (${error.message}); reconnecting`);
  });
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    // Keys inside JSON columns are data, not column names.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  try {
    // Asked through Kysely: it closes the pool only if it has used it.
    await checkVersion(db, nameOf(target));
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

async function checkVersion(db: Db, name: string): Promise<void> {
  const rows = await sql<{ number: number; text: string }>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as text`
    .execute(db)
    .then((result) => result.rows)
    .catch((error: unknown) => {
      const advice = ADVICE[codeOf(error) ?? ''] ?? messageOf(error);
      throw new DatabaseRefusal('database-unreachable', `The database at ${name} cannot be used: ${advice}.`, {
        cause: error,
      });
    });
  const version = rows[0];
  if (version && version.number < OLDEST_VERSION) {
    throw new DatabaseRefusal(
      'database-too-old',
      `The database at ${name} is PostgreSQL ${version.text}; Cairn needs 15 or newer, so upgrade it or name another in DATABASE_URL.`,
    );
  }
}
