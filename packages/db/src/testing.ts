import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { connect, type Db, type Endpoint } from './connect.ts';
import { openPostgres } from './embedded/open-postgres.ts';
import { migrate } from './migrate.ts';

/** Names the socket on which a test run hands out its server. */
const BROKER = 'CAIRN_TEST_POSTGRES';
const TEMPLATE = 'cairn_template';

/** Everything of a test run lies here. Root runs the server under another account, which must get in. */
function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'cairn-test-'));
  chmodSync(directory, 0o755);
  return directory;
}

async function startTemplate(dataDir: string): Promise<{ endpoint: Endpoint; close: () => Promise<void> }> {
  const postgres = await openPostgres({
    dataDir,
    isThrowaway: true,
    log: (message) => process.stderr.write(`${message}\n`),
  });
  const admin = await connect(postgres.endpoint);
  await sql`create database ${sql.id(TEMPLATE)}`.execute(admin);
  await admin.destroy();
  const template = await connect({ ...postgres.endpoint, database: TEMPLATE });
  await migrate(template);
  await template.destroy(); // a database with connections cannot be cloned
  return postgres;
}

/**
 * For the global setup of a test run. The server starts when the first test asks for a database, so that a run
 * without one pays nothing.
 *
 * @returns the teardown
 */
export async function serveTestPostgres(): Promise<() => Promise<void>> {
  const directory = temporaryDirectory();
  let template: ReturnType<typeof startTemplate> | undefined;
  const broker = createServer((socket) => {
    socket.on('error', () => {}); // a worker that gave up
    template ??= startTemplate(join(directory, 'data'));
    template.then(
      ({ endpoint }) => socket.end(JSON.stringify({ endpoint })),
      (error: Error) => socket.end(JSON.stringify({ error: error.message })),
    );
  });
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\${randomUUID()}` : join(directory, 'broker');
  await new Promise<void>((listening) => {
    broker.listen(address, listening);
  });
  process.env[BROKER] = address;
  return async () => {
    broker.close();
    await (await template)?.close();
    rmSync(directory, { recursive: true, force: true });
  };
}

function askBroker(address: string): Promise<Endpoint> {
  return new Promise((found, failed) => {
    let text = '';
    const socket = createConnection(address);
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('error', failed);
    socket.on('end', () => {
      const answer: { endpoint?: Endpoint; error?: string } = JSON.parse(text);
      if (answer.endpoint) found(answer.endpoint);
      else failed(new Error(answer.error));
    });
  });
}

export type TestDatabase = { readonly db: Db; readonly endpoint: Endpoint; readonly drop: () => Promise<void> };

/**
 * A migrated database of its own for one test file, cloned in some 50 ms. Call `drop` when done.
 *
 * @param options.isEmpty without any table, to test what makes them
 */
export async function testDatabase(options: { readonly isEmpty?: boolean } = {}): Promise<TestDatabase> {
  const address = process.env[BROKER];
  if (!address) throw new Error('No test server: run tests with the vitest.config.ts of this repository');
  const server = await askBroker(address);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = await connect(server, { maxConnections: 1 });
  const template = options.isEmpty ? 'template0' : TEMPLATE;
  await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(admin);
  const endpoint = { ...server, database: name };
  const db = await connect(endpoint);
  return {
    db,
    endpoint,
    async drop() {
      await db.destroy();
      await sql`drop database ${sql.id(name)} with (force)`.execute(admin);
      await admin.destroy();
    },
  };
}
