import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FromProgram, ToProgram } from './messages.ts';
import { endingText } from './output.ts';
import { LIMIT_SECONDS, ProgramRunner } from './program.ts';

/** A worker that says what a test lets it say. */
class ScriptedWorker extends EventTarget {
  readonly heard: ToProgram[] = [];
  isTerminated = false;
  postMessage = (message: ToProgram) => this.heard.push(message);
  terminate = () => {
    this.isTerminated = true;
  };
  say = (message: FromProgram) => this.dispatchEvent(new MessageEvent('message', { data: message }));
}

const CREDENTIALS = {
  ...{ endpoint: 'http://127.0.0.1:1', region: 'us-east-1', accountId: '1', shell: '' },
  ...{ accessKeyId: 'LKIA1', secretAccessKey: 's' },
};

async function running() {
  const worker = new ScriptedWorker();
  const onEnd = vi.fn();
  const program = new ProgramRunner({
    credentials: async () => CREDENTIALS,
    relay: async ({ path }) => ({ status: 200, headers: {}, body: btoa(path) }),
    files: async () => ({ read: () => undefined, write: () => 'no space left', list: () => ['a.csv'] }),
    advance: async () => {},
    onEnd,
    openWorker: () => worker as unknown as Worker, // what the runner uses of one
  });
  await program.run('await work();');
  return { worker, program, onEnd, text: () => program.output().pieces.map(({ text }) => text) };
}

afterEach(() => vi.useRealTimers());

describe('a program that runs', () => {
  it('is given the keys, shows what it prints and ends its worker with itself', async () => {
    const { worker, program, onEnd, text } = await running();

    worker.say({ kind: 'printed', stream: 'stdout', text: 'a\n' });
    worker.say({ kind: 'printed', stream: 'stdout', text: 'b\n' });
    worker.say({ kind: 'ended', fault: undefined });

    expect(worker.heard[0]).toMatchObject({ kind: 'run', account: { accessKeyId: 'LKIA1' } });
    expect(JSON.stringify(worker.heard[0])).not.toContain('shell');
    expect(text()).toEqual(['a\nb\n']);
    expect(program.output().ending?.kind).toBe('done');
    expect([worker.isTerminated, onEnd.mock.calls.length]).toEqual([true, 1]);
  });

  it('has its errands done, and hears why one was not', async () => {
    const { worker } = await running();
    const request = { method: 'GET', path: '/bucket', headers: {}, body: '' } as const;

    worker.say({ kind: 'errand', number: 1, errand: { kind: 'relay', request } });
    worker.say({ kind: 'errand', number: 2, errand: { kind: 'list', path: '.' } });

    await vi.waitFor(() => expect(worker.heard).toHaveLength(3));
    expect(worker.heard).toContainEqual({ kind: 'brought', number: 2, value: ['a.csv'] });
    expect(worker.heard).toContainEqual({
      ...{ kind: 'brought', number: 1 },
      value: { status: 200, headers: {}, body: btoa('/bucket') },
    });
  });

  it('is stopped by hand, and nothing that it still says is shown', async () => {
    const { worker, program, text } = await running();

    program.stop();
    worker.say({ kind: 'printed', stream: 'stdout', text: 'late' });

    expect(program.output().ending).toEqual({ kind: 'stopped' });
    expect([worker.isTerminated, text()]).toEqual([true, []]);
  });

  it('is stopped when its time is over', async () => {
    vi.useFakeTimers();
    const { worker, program } = await running();

    vi.advanceTimersByTime(LIMIT_SECONDS * 1_000);

    expect(program.output().ending).toEqual({ kind: 'too-long' });
    expect(worker.isTerminated).toBe(true);
  });

  it('tells the line that it failed in', () => {
    const fault = { message: 'NoSuchBucket: gone', place: { line: 3, column: 1 } };

    expect(endingText({ kind: 'failed', fault }, LIMIT_SECONDS)).toBe('Line 3: NoSuchBucket: gone');
  });
});
