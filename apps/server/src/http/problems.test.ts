import { Hono } from 'hono';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { onError } from './problems.ts';

/** What a request answers, and what is logged, when its handler throws `error`. */
async function failingWith(error: Error) {
  const lines: string[] = [];
  const app = new Hono().get('/', () => {
    throw error;
  });
  app.onError(onError(pino({}, { write: (line) => lines.push(line) })));
  const response = await app.request('/');
  return { status: response.status, text: await response.text(), log: JSON.parse(lines.join('') || '{}') };
}

const coded = (code: string, message: string) => Object.assign(new Error(message), { code });

describe('a database that does not answer', () => {
  it.each(['08006', '53300', '57P01', 'ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'])(
    'is an outage and no bug: %s',
    async (code) => {
      const { status, text, log } = await failingWith(coded(code, 'password=secret at 10.0.0.1'));

      expect(status).toBe(503);
      expect(text).not.toMatch(/secret|10\.0/);
      expect(log.err.message).toContain('10.0.0.1');
    },
  );
});

it('a bug tells the log everything and the browser only where to look', async () => {
  const { status, text, log } = await failingWith(new RangeError('no slot s99 in /home/me'));

  expect(status).toBe(500);
  expect(text).not.toContain('s99');
  expect(JSON.parse(text).instance).toBe(log.requestId);
  expect(log.err.stack).toContain('no slot s99');
});
