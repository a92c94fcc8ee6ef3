import { randomUUID } from 'node:crypto';
import type { CardPage } from '@cairn/contract';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';
import { sourceOfAnki } from './own-cards.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.drop());

const card = { front: 'What is recall?', back: 'TP / (TP + FN)', exam: null, task: null };
const put = (over: object = {}) => server.call('PUT', `/api/cards/own/${randomUUID()}`, { ...card, ...over });
const own = async (): Promise<CardPage> => (await server.call('GET', '/api/cards?origin=own')).json;

it('made of the same thing in several tabs at once is one card, and the others are told so', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => put({ source: 'glossary/recall' })));

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  expect((await own()).total).toBe(1);
});

it('removed and made again in several tabs at once is one card', async () => {
  const { json } = await put({ source: 'glossary/recall' });
  await server.call('DELETE', `/api/cards/own/${json.id}`);

  const answers = await Promise.all(Array.from({ length: 4 }, () => put({ source: 'glossary/recall' })));

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  expect((await own()).total).toBe(1);
});

it('is looked for by any words, such as no database can hold', async () => {
  await put();

  const { status, json } = await server.call('GET', `/api/cards?q=${encodeURIComponent('a\0b')}`);
  expect([status, json.total]).toEqual([200, 0]);
});

it('of a deck whose names hold a NUL has a name that a database can hold', () => {
  expect(sourceOfAnki('a\0b', 1)).toBe('anki/a\ufffdb/1');
});
