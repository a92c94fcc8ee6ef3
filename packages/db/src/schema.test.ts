import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BACKUP_TABLES, LOCAL_TABLES } from './backup/backup-tables.ts';
import { migrate } from './migrate.ts';
import { describeSchema } from './schema-dump.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ isEmpty: true });
  await migrate(database.db);
});
afterAll(() => database.drop());

it('is what schema.sql says; after a new migration, run vitest with -u and review the difference', async () => {
  const schema = await describeSchema(database.db);

  await expect(schema).toMatchFileSnapshot(fileURLToPath(new URL('../schema.sql', import.meta.url)));
});

it('is carried by backups in full', async () => {
  const tables = await database.db.introspection.getTables();

  const carried = BACKUP_TABLES.map(({ name }) => name);
  expect(
    tables
      .map(({ name }) => name)
      .filter((name) => !LOCAL_TABLES.includes(name))
      .sort(),
  ).toEqual(carried.sort());
});
