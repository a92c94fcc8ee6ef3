import { expect, it } from 'vitest';
import { explain } from './trouble.ts';

const places = { dataDir: '/d', cluster: '/d/postgres', account: undefined };

it.each([
  ['FATAL:  could not write to file "pg_wal/xlogtemp.12": No space left on device', 'disk-full'],
  ['initdb: error: could not create directory "/d": Permission denied', 'data-directory-not-writable'],
  ['FATAL:  data directory "/d" has invalid permissions', 'data-directory-not-writable'],
  ['FATAL:  database files are incompatible with server', 'wrong-postgres-version'],
  ['FATAL:  lock file "postmaster.pid" already exists', 'data-directory-in-use'],
  ['FATAL:  unrecognized configuration parameter "x"', 'server-did-not-start'],
])('%s means %s, in one sentence', (output, kind) => {
  const refusal = explain(`LOG:  starting\n${output}\n`, 'Starting PostgreSQL', places);

  expect(refusal.kind).toBe(kind);
  expect(refusal.message).not.toContain('\n');
});

it('quotes what PostgreSQL said when the cause is unknown', () => {
  const refusal = explain('FATAL:  odd thing\nLOG:  bye\n', 'Starting PostgreSQL', places, '/d/postgres.log');

  expect(refusal.message).toBe('Starting PostgreSQL failed: FATAL:  odd thing. See /d/postgres.log.');
});
