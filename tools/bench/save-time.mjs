import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile, startProgram } from './program.mjs';

const CANDIDATES = 200;
const INTERVAL_MILLISECONDS = 2000;
const ROUNDS = 15;

const agent = new Agent({ keepAlive: true, maxSockets: CANDIDATES });

function call(url, method, path, body) {
  const { hostname, port } = new URL(url);
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((done, failed) => {
    const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
      let answer = '';
      response.on('data', (chunk) => {
        answer += chunk;
      });
      response.on('end', () => done({ status: response.statusCode, json: JSON.parse(answer) }));
    });
    sent.on('error', failed);
    sent.end(text);
  });
}

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** A response that the published question allows: its first options. */
function responseTo({ kind, choices, choose, steps, place, prompts, responses }) {
  if (choices) return { kind, chosen: choices.slice(0, choose).map(({ id }) => id) };
  if (steps) return { kind, placed: steps.slice(0, place).map(({ id }) => id) };
  if (prompts) return { kind, matches: Object.fromEntries(prompts.map(({ id }) => [id, responses[0].id])) };
  return undefined;
}

/** Somebody who has just started an exam. */
async function begin(url) {
  const [id, tabId] = [randomUUID(), randomUUID()];
  const timing = { factor: 1, extraMinutes: 0 };
  const start = { id, tabId, exam: 'aif-c01', mode: 'exam', timing, scope: { kind: 'form' } };
  const { json: attempt } = await call(url, 'POST', '/api/attempts', start);
  return { id, tabId, slots: attempt.sections.flatMap((section) => section.slots) };
}

/** Answers a question every two seconds, and remembers what was acknowledged. */
async function sit(url, { id, tabId, slots }, times, offset) {
  const acknowledged = new Map();
  await wait(offset);
  for (let round = 0; round < ROUNDS; round += 1) {
    const slot = slots[round % slots.length];
    const response = responseTo(slot.question);
    const event = { id: randomUUID(), at: Date.now(), kind: 'answer', slot: slot.id, response };
    const begun = performance.now();
    const { json } = await call(url, 'POST', `/api/attempts/${id}/events`, { tabId, events: [event] });
    times.push(performance.now() - begun);
    if (json.acknowledged?.includes(event.id)) acknowledged.set(slot.id, JSON.stringify(response));
    await wait(Math.max(0, INTERVAL_MILLISECONDS - (performance.now() - begun)));
  }
  return { id, acknowledged };
}

/** Acknowledged answers that the attempt does not hold. */
async function lostOf(url, { id, acknowledged }) {
  const { json: after } = await call(url, 'GET', `/api/attempts/${id}`);
  return [...acknowledged].filter(([slot, response]) => JSON.stringify(after.slots[slot].response) !== response).length;
}

/** 200 candidates answer every two seconds; the clients share the cores with server and PostgreSQL. */
export async function benchSave() {
  const dataDir = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
  const program = await startProgram(dataDir);
  const times = [];
  const sittings = [];
  const starts = [];
  for (let candidate = 0; candidate < CANDIDATES; candidate += 1) {
    const begun = performance.now();
    sittings.push(await begin(program.url));
    starts.push(performance.now() - begun);
  }
  const sat = await Promise.all(
    sittings.map((sitting, index) => sit(program.url, sitting, times, (index / CANDIDATES) * INTERVAL_MILLISECONDS)),
  );
  let lost = 0;
  for (const one of sat) lost += await lostOf(program.url, one);
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true });
  const acknowledged = sat.reduce((total, one) => total + one.acknowledged.size, 0);
  return [
    { name: 'an exam started (form built and frozen), median', value: percentile(starts, 0.5), limit: 200, unit: 'ms' },
    {
      name: `answer save, p99 of ${times.length} (200 candidates, one answer each 2 s)`,
      value: percentile(times, 0.99),
      limit: 50,
      unit: 'ms',
    },
    { name: 'answer save, median', value: percentile(times, 0.5), limit: 50, unit: 'ms' },
    { name: `acknowledged answers lost, of ${acknowledged}`, value: lost, limit: 0, unit: '' },
  ];
}
