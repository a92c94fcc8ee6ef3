import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { newApp } from './app.ts';
import { onError } from './problems.ts';

async function answerTo(error: Error) {
  const app = newApp();
  app.onError(onError(pino({ level: 'silent' })));
  app.get('/', () => {
    throw error;
  });
  const response = await app.request('/');
  const { type } = (await response.json()) as { type?: string };
  return [response.status, type];
}

const withCode = (code: string) => Object.assign(new Error('as PostgreSQL or Node say it'), { code });

describe('a database that goes away is called an outage, wherever in a request that happens', () => {
  it.each([
    ['between two queries', new Error('Connection terminated unexpectedly')],
    [
      'in a transaction, whose rollback then fails',
      new Error('Client has encountered a connection error and is not queryable'),
    ],
    ['after the connection was closed', new Error('Client was closed and is not queryable')],
    ['before a connection came free', new Error('timeout exceeded when trying to connect')],
    ['as PostgreSQL is told to stop', withCode('57P01')],
    ['while PostgreSQL recovers', withCode('57P03')],
    ['when its disk is full', withCode('53100')],
    ['and its socket with it', withCode('ENOENT')],
    ['and nothing listens', withCode('ECONNREFUSED')],
  ])('%s', async (_, error) => {
    expect(await answerTo(error)).toEqual([503, '/problems/database-unreachable']);
  });
});

it('anything else that nobody foresaw is a bug of ours', async () => {
  expect(await answerTo(new RangeError('three scores for two items'))).toEqual([500, '/problems/internal']);
});
