import { randomUUID } from 'node:crypto';
import type { Diagnosis } from '@cairn/contract';
import { solution } from '@cairn/question-types';
import { expect } from 'vitest';
import type { TestServer } from '../testing.ts';
import { Frozen } from './frozen.ts';
import { questionId } from './reading.ts';

/** Somebody who goes through diagnoses on a test server, and may peek at the key in its database. */
export function patientOn(server: TestServer) {
  async function start(exam = 'aif-c01', id: string = randomUUID()): Promise<Diagnosis> {
    const { json, status } = await server.call('POST', '/api/diagnoses', { id, exam });
    expect(status).toBe(200);
    return json;
  }

  async function frozenOf(id: string) {
    const row = await server.db.selectFrom('diagnoses').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return { seed: row.seed, frozen: Frozen.parse(row.frozen) };
  }

  /** The question asked now, with its key. */
  async function asked({ id, current }: Diagnosis) {
    const { seed, frozen } = await frozenOf(id);
    const found = frozen.questions.find(({ itemId }) => current?.id === questionId(seed, current?.number ?? 0, itemId));
    if (found === undefined) throw new Error(`nobody asked ${current?.id}`);
    return found;
  }

  const event = (diagnosis: Diagnosis, response: unknown) => ({
    id: randomUUID(),
    at: server.clock.now(),
    question: diagnosis.current?.id ?? 'none',
    response,
  });

  const send = (diagnosis: Diagnosis, body: unknown) =>
    server.call('POST', `/api/diagnoses/${diagnosis.id}/answers`, body);

  async function answer(diagnosis: Diagnosis, isRight: boolean): Promise<Diagnosis> {
    const response = isRight ? solution((await asked(diagnosis)).question) : null;
    const { status, json } = await send(diagnosis, event(diagnosis, response));
    expect(status).toBe(200);
    return json.diagnosis;
  }

  /** @param isRight whether the question with this number is answered with its key; otherwise "I do not know" */
  async function finish(started: Diagnosis, isRight: (number: number) => boolean, seen: Diagnosis[] = []) {
    let diagnosis = started;
    while (diagnosis.current !== null) {
      seen.push(diagnosis);
      diagnosis = await answer(diagnosis, isRight(diagnosis.current.number));
    }
    return diagnosis;
  }

  return { start, frozenOf, asked, event, send, answer, finish };
}
