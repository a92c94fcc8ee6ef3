import type { AnswerDiagnosis, Diagnosis } from '@cairn/contract';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api.ts';
import { browserDisk, type OutboxStore } from '../exam/outbox-store.ts';
import { DiagnosisSitting, type DiagnosisState } from './diagnosis-sitting.ts';
import { diagnosisWith } from './testing-diagnosis.ts';

const ID = diagnosisWith(0).id;
const SILENCE = new ApiProblem(0, 'unreachable', 'Cairn does not answer.');

/** A server with one diagnosis: it stores an answer once, whatever is sent how often, and may be away. */
class Server {
  readonly stored: AnswerDiagnosis[] = [];
  received: AnswerDiagnosis[] = [];
  isAway = false;
  losesReplies = false;
  refusal: ApiProblem | undefined;
  endsAfter = 30;

  diagnosis = (): Diagnosis => {
    const answered = this.stored.length;
    return answered < this.endsAfter
      ? diagnosisWith(answered)
      : diagnosisWith(answered, { state: 'over', overAt: 1, current: null });
  };

  getDiagnosis = async (): Promise<Diagnosis> => {
    if (this.isAway) throw SILENCE;
    return this.diagnosis();
  };

  sendAnswer = async (_: string, answer: AnswerDiagnosis) => {
    if (this.isAway) throw SILENCE;
    this.received = [...this.received, answer];
    if (this.refusal) throw this.refusal;
    if (!this.stored.some(({ id }) => id === answer.id)) this.stored.push(answer);
    if (this.losesReplies) throw SILENCE;
    return { acknowledged: answer.id, diagnosis: this.diagnosis() };
  };
}

function sitting(server: Server, store: OutboxStore) {
  const waiting: (() => void)[] = [];
  const opened = new DiagnosisSitting({
    diagnosisId: ID,
    store,
    getDiagnosis: server.getDiagnosis,
    sendAnswer: server.sendAnswer,
    now: () => 7,
    later: (run) => {
      waiting.push(run);
      return () => undefined;
    },
  });
  return { opened, runRetry: () => waiting.shift()?.() };
}

const newStore = () => browserDisk(new IDBFactory()).outbox;

const RESPONSE = { kind: 'multiple-choice', chosen: ['search'] };

const questionOf = (state: DiagnosisState) => (state.kind === 'asking' ? state.diagnosis.current?.id : state.kind);
const sendingOf = (state: DiagnosisState) => (state.kind === 'asking' ? state.sending.kind : state.kind);

async function until(check: () => boolean): Promise<void> {
  for (let turns = 0; turns < 200 && !check(); turns++) await new Promise((done) => setTimeout(done, 1));
  expect(check()).toBe(true);
}

describe('a diagnosis on screen', () => {
  it('shows the next question once the answer is stored, and keeps nothing behind', async () => {
    const [server, store] = [new Server(), newStore()];
    const { opened } = sitting(server, store);
    await opened.open();

    await opened.answer(RESPONSE);

    expect(server.stored).toEqual([{ id: expect.any(String), at: 7, question: 'q1', response: RESPONSE }]);
    expect(questionOf(opened.state())).toBe('q2');
    expect(await store.load(ID)).toEqual([]);
  });

  it('sends "I do not know" as null', async () => {
    const server = new Server();
    const { opened } = sitting(server, newStore());
    await opened.open();

    await opened.answer(null);

    expect(server.stored[0]?.response).toBeNull();
  });

  it('takes one answer at a time: a second press while the first is on its way is nothing', async () => {
    const server = new Server();
    const { opened } = sitting(server, newStore());
    await opened.open();

    await Promise.all([opened.answer(RESPONSE), opened.answer(null)]);

    expect(server.stored.map(({ response }) => response)).toEqual([RESPONSE]);
  });

  it('ends when the server says so', async () => {
    const server = new Server();
    server.endsAfter = 1;
    const { opened } = sitting(server, newStore());
    await opened.open();

    await opened.answer(RESPONSE);

    expect(opened.state().kind).toBe('over');
  });
});

describe('while Cairn does not answer', () => {
  it('keeps the answer on the disk and sends it again, under the same id', async () => {
    const [server, store] = [new Server(), newStore()];
    const { opened, runRetry } = sitting(server, store);
    await opened.open();
    server.losesReplies = true;

    await opened.answer(RESPONSE);
    expect(sendingOf(opened.state())).toBe('waiting');
    expect(await store.load(ID)).toHaveLength(1);
    server.losesReplies = false;
    runRetry();
    await until(() => questionOf(opened.state()) === 'q2');

    expect(server.received.map(({ id }) => id)).toEqual([server.stored[0]?.id, server.stored[0]?.id]);
    expect(server.stored).toHaveLength(1);
  });

  it('delivers after a reload what was kept, and goes on at the next question', async () => {
    const [server, store] = [new Server(), newStore()];
    const before = sitting(server, store);
    await before.opened.open();
    server.isAway = true;
    await before.opened.answer(RESPONSE);
    before.opened.close();
    server.isAway = false;

    const { opened } = sitting(server, store);
    await opened.open();

    expect(server.stored.map(({ question }) => question)).toEqual(['q1']);
    expect(questionOf(opened.state())).toBe('q2');
    expect(await store.load(ID)).toEqual([]);
  });

  it('says at a reload that an answer is kept, and can be asked to try again', async () => {
    const [server, store] = [new Server(), newStore()];
    const before = sitting(server, store);
    await before.opened.open();
    server.isAway = true;
    await before.opened.answer(RESPONSE);

    const { opened } = sitting(server, store);
    await opened.open();
    expect(opened.state()).toMatchObject({ kind: 'failed', canRetry: true, hasKept: true });
    server.isAway = false;
    await opened.open();

    expect(questionOf(opened.state())).toBe('q2');
  });

  it('goes on without a disk, and says that the answer lives in this tab alone', async () => {
    const refusing: OutboxStore = {
      load: () => Promise.reject(new DOMException('refused')),
      add: () => Promise.reject(new DOMException('refused')),
      remove: () => Promise.reject(new DOMException('refused')),
    };
    const server = new Server();
    const { opened, runRetry } = sitting(server, refusing);
    await opened.open();
    server.isAway = true;

    await opened.answer(RESPONSE);
    expect(opened.state()).toMatchObject({ sending: { kind: 'waiting', isKept: false } });
    server.isAway = false;
    runRetry();
    await until(() => questionOf(opened.state()) === 'q2');

    expect(server.stored).toHaveLength(1);
  });
});

describe('an answer that the server refuses', () => {
  it('is not sent for ever: the question that is asked now is shown, with the reason', async () => {
    const [server, store] = [new Server(), newStore()];
    const { opened } = sitting(server, store);
    await opened.open();
    server.stored.push({ id: 'of another window', at: 1, question: 'q1', response: null });
    server.refusal = new ApiProblem(409, 'diagnosis-question-passed', 'Question 2 is asked now.');

    await opened.answer(RESPONSE);

    expect(opened.state()).toMatchObject({ kind: 'asking', notice: 'Question 2 is asked now.' });
    expect(questionOf(opened.state())).toBe('q2');
    expect(sendingOf(opened.state())).toBe('idle');
    expect(await store.load(ID)).toEqual([]);
  });
});
