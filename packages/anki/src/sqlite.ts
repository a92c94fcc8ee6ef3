import initSqlJs, { type Database, type SqlJsStatic } from 'sql.js';

let engine: Promise<SqlJsStatic> | undefined;

/** SQLite compiled to WebAssembly, on a file in memory: no path of this machine can be reached from it. */
async function sqlite(): Promise<SqlJsStatic> {
  engine ??= initSqlJs();
  return engine;
}

/** Opens a database, or makes an empty one, and closes it whatever happens. */
export async function withDatabase<T>(
  bytes: Uint8Array | null,
  work: (database: Database) => Promise<T> | T,
): Promise<T> {
  const { Database } = await sqlite();
  const database = new Database(bytes);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
