import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, request, sentenceOf } from './api.ts';

function answerWith(answer: Response | Error) {
  const fetch = vi.fn(async (..._: Parameters<typeof globalThis.fetch>) => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

const problem = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

afterEach(() => vi.unstubAllGlobals());

describe('request', () => {
  it('gives the parsed answer', async () => {
    answerWith(Response.json({ exams: [] }));

    await expect(request('/api/exams')).resolves.toEqual({ exams: [] });
  });

  it('sends a body as JSON and says so', async () => {
    const fetch = answerWith(Response.json({}));

    await request('/api/profile', { method: 'PUT', body: { profile: {} } });

    expect(fetch.mock.calls[0]?.[1]).toMatchObject({
      method: 'PUT',
      body: '{"profile":{}}',
      headers: { 'content-type': 'application/json' },
    });
  });

  it("tells a refusal in the server's own sentence", async () => {
    answerWith(problem(409, { type: '/problems/too-late', title: 'Too late', detail: 'The time is up.' }));

    await expect(request('/x')).rejects.toMatchObject({ status: 409, kind: 'too-late', message: 'The time is up.' });
  });

  it('falls back on the title, then on the status', async () => {
    answerWith(problem(400, { title: 'Bad input' }));
    await expect(request('/x')).rejects.toThrow('Bad input');

    answerWith(new Response('<html>', { status: 500 }));
    await expect(request('/x')).rejects.toThrow('status 500');
  });

  it.each([
    ['no answer', new TypeError('Failed to fetch')],
    ['a gateway that finds no server', new Response('', { status: 502 })],
  ])('says that Cairn does not answer on %s', async (_, answer) => {
    answerWith(answer);

    await expect(request('/x')).rejects.toMatchObject({ kind: 'unreachable' });
    await expect(request('/x')).rejects.toThrow('Cairn does not answer');
  });

  it('says so when an answer is not JSON', async () => {
    answerWith(new Response('hello'));

    await expect(request('/x')).rejects.toBeInstanceOf(ApiProblem);
  });
});

describe('sentenceOf', () => {
  it('has a sentence for anything thrown', () => {
    expect(sentenceOf(new Error('Why.'))).toBe('Why.');
    expect(sentenceOf(7)).toMatch(/Reload/);
  });
});
