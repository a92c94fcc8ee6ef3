import { createServer } from 'node:net';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { connect } from './connect.ts';
import { testDatabase } from './testing.ts';

describe('connect', () => {
  it('refuses what is not a PostgreSQL address', async () => {
    for (const address of ['localhost', 'mysql://localhost/x', 'postgres://[', '']) {
      await expect(connect(address), address).rejects.toMatchObject({ kind: 'bad-database-url' });
    }
  });

  it('says in one sentence that nothing answers, without the password', async () => {
    const refusal = connect('postgres://me:secret@127.0.0.1:1/cairn');

    await expect(refusal).rejects.toMatchObject({ kind: 'database-unreachable' });
    await expect(refusal).rejects.toThrow('127.0.0.1:1/cairn');
    await expect(refusal).rejects.not.toThrow('secret');
  });

  it('refuses something that is not PostgreSQL', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening);
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;

    await expect(connect(`postgres://127.0.0.1:${port}/x`)).rejects.toMatchObject({ kind: 'database-unreachable' });
    server.close();
  });

  it('names a database that does not exist', async () => {
    const database = await testDatabase();

    await expect(connect({ ...database.endpoint, database: 'absent' })).rejects.toThrow('does not exist');
    await database.drop();
  });

  it('fails only the transaction whose connection breaks, not the process', async () => {
    const database = await testDatabase();
    const other = await connect(database.endpoint);

    const broken = database.db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(other);
      await new Promise((heard) => setTimeout(heard, 100)); // the error arrives while no query runs
      await sql`select 1`.execute(trx);
    });

    await expect(broken).rejects.toThrow();
    expect((await sql`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }]);
    await other.destroy();
    await database.drop();
  });
});
