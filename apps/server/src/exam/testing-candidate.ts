import { randomUUID } from 'node:crypto';
import { Form, slotsOf } from '@cairn/exam';
import { solution } from '@cairn/question-types';
import { expect } from 'vitest';
import type { TestServer } from '../testing.ts';

const OFFICIAL = { factor: 1, extraMinutes: 0 } as const;

/** Somebody who sits exams on a test server, in one browser tab. */
export function candidateOn(server: TestServer) {
  const tabId: string = randomUUID();

  const request = (over: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    tabId,
    exam: 'aif-c01',
    mode: 'exam',
    timing: OFFICIAL,
    scope: { kind: 'form' },
    ...over,
  });

  async function start(over: Record<string, unknown> = {}) {
    const { json, status } = await server.call('POST', '/api/attempts', request(over));
    expect(status).toBe(200);
    return json;
  }

  const event = <Rest extends Record<string, unknown>>(kind: string, rest = {} as Rest) => ({
    id: randomUUID(),
    at: server.clock.now(),
    kind,
    ...rest,
  });

  const send = (attemptId: string, events: unknown[], tab = tabId) =>
    server.call('POST', `/api/attempts/${attemptId}/events`, { tabId: tab, events });

  async function formOf(attemptId: string): Promise<Form> {
    const row = await server.db
      .selectFrom('attempts')
      .select('frozen')
      .where('id', '=', attemptId)
      .executeTakeFirstOrThrow();
    return Form.parse((row.frozen as { form: unknown }).form);
  }

  /** Answers each slot with its solution. */
  async function keyed(attemptId: string) {
    const form = await formOf(attemptId);
    return slotsOf(form).map((slot) => event('answer', { slot: slot.id, response: solution(slot.question) }));
  }

  return { tabId, request, start, event, send, formOf, keyed };
}
