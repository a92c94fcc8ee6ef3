import { serveTestPostgres } from '@cairn/db/testing';

/** One PostgreSQL per test run, started when the first test asks for it. */
export const setup = serveTestPostgres;
