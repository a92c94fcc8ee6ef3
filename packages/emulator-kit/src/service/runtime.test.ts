import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { Sandbox } from '../sandbox.ts';
import type { OperationModel, ServiceModel } from '../schema/shape.ts';
import { ServiceError } from '../service-error.ts';
import type { Principal } from '../tenant/principal.ts';
import type { Authority } from './authority.ts';
import type { CallSite } from './call-site.ts';
import { operation } from './operation.ts';
import { defineService } from './service.ts';

interface Notes {
  readonly lines: string[];
}

const HOUR = 3_600_000;
const NAMES = ['Write', 'Later', 'Work', 'Tell', 'Break', 'Missing'];

function modelOf(id: string): ServiceModel {
  const service = { id, signingName: id, protocol: 'awsJson1_1', errors: new Map() } as unknown as ServiceModel; // no wire here
  const operations = new Map(NAMES.map((name) => [name, { name, service } as OperationModel]));
  return Object.assign(service, { operations });
}

let release: () => void = () => undefined;

const notes = defineService<Notes>({
  name: 'notes',
  model: modelOf('notes'),
  actionPrefix: 'notes',
  scope: 'regional',
  emptyState: () => ({ lines: [] }),
  operations: {
    Write: operation<Notes, { text: string }, object>({
      fidelity: 'real',
      needs: ({ text }) => ({ action: 'notes:Write', resource: `note/${text}` }),
      handle: ({ text }, { state }) => {
        state.lines.push(text);
        return {};
      },
    }),
    Later: operation<Notes, { hours: number }, object>({
      fidelity: 'real',
      handle: ({ hours }, call) => ({ timer: call.later(hours * HOUR, 'remind', hours) }),
    }),
    Work: operation<Notes, object, object>({
      fidelity: 'real',
      handle: (_input, call) => {
        call.background(async (later) => {
          await new Promise<void>((resolve) => {
            release = resolve;
          });
          later.state.lines.push('worked');
          later.charge({ service: 'notes', item: 'work', unit: 'job', usdPerUnit: 1 }, 1);
        });
        return {};
      },
    }),
    Tell: operation<Notes, object, object>({
      fidelity: 'real',
      handle: (_input, call) => {
        call.emit('notes:told', { by: call.principal.arn });
        return {};
      },
    }),
    Break: operation<Notes, object, object>({
      fidelity: 'simplified',
      differs: 'It only ever fails.',
      handle: () => {
        throw new TypeError('a bug');
      },
    }),
  },
  timers: {
    remind: (call, hours: number) => {
      call.state.lines.push(`${hours} h at ${(call.now() - 1000) / HOUR}`);
      if (hours === 1) call.later(HOUR, 'remind', 2.5);
    },
  },
});

const heard = defineService<Notes>({
  name: 'heard',
  model: modelOf('heard'),
  actionPrefix: 'heard',
  scope: 'regional',
  emptyState: () => ({ lines: [] }),
  operations: {},
  listeners: { 'notes:told': ({ state }, { by }: { by: string }) => void state.lines.push(`told by ${by}`) },
});

const keys = { accessKeyId: 'k', secretAccessKey: 's' };
const authority: Authority = {
  credentials: () => ({ fault: 'unknown' }),
  hostKeys: () => ({ root: keys, learner: keys }),
  decide: (_tenant, _principal, { resource }) =>
    resource === 'note/secret'
      ? { decision: 'explicitDeny', why: 'Policy Diary forbids it.', message: 'User: ann is not authorized' }
      : { decision: 'allow', why: '', message: '' },
  assume: () => {
    throw new ServiceError('AccessDenied', 'no roles here');
  },
};

const ANN: Principal = { kind: 'user', arn: 'arn:aws:iam::1:user/ann', accountId: '1', userId: 'AIDA' };

function open() {
  const bugs: unknown[] = [];
  const options = { directory: tmpdir(), wall: () => 1000, onBug: (bug: unknown) => void bugs.push(bug) };
  const sandbox = new Sandbox({ ...options, services: [notes, heard], authority });
  const tenant = sandbox.open({ id: 'ann' });
  const linesOf = (service: typeof notes) => (sandbox.runtime.stateOf(tenant, service, 'us-east-1') as Notes).lines;
  const run = (name: string, input: object = {}) => {
    const origin = { sourceIp: '127.0.0.1', userAgent: 'test', isSecure: false };
    const site: CallSite = {
      tenant,
      service: notes,
      region: 'us-east-1',
      principal: ANN,
      requestId: 'r',
      endpoint: '',
      origin,
    };
    return sandbox.runtime.perform(site, notes.model.operations.get(name) as OperationModel, input); // one of NAMES
  };
  return { sandbox, tenant, bugs, run, linesOf };
}

describe('an operation', () => {
  it('is refused with the reason that policies gave, and is in the journal as refused', async () => {
    const { run, tenant, linesOf } = open();

    await expect(run('Write', { text: 'secret' })).rejects.toMatchObject({
      code: 'AccessDeniedException',
      message: 'User: ann is not authorized',
    });
    expect(linesOf(notes)).toEqual([]);
    expect(tenant.journal.entries).toMatchObject([
      { operation: 'Write', errorCode: 'AccessDeniedException', decision: { decision: 'explicitDeny' } },
    ]);
  });

  it('that the sandbox has not says so by name', async () => {
    await expect(open().run('Missing')).rejects.toMatchObject({
      status: 501,
      message: 'notes Missing exists in AWS but not in this sandbox.',
    });
  });

  it('that fails by a bug of ours is in the journal without its words', async () => {
    const { run, tenant } = open();

    await expect(run('Break')).rejects.toThrow(TypeError);

    expect(tenant.journal.entries).toMatchObject([{ errorCode: 'InternalFailure', errorMessage: '' }]);
  });

  it('keeps secrets and bytes out of the journal', async () => {
    const { run, tenant } = open();
    const input = { text: 'x'.repeat(2000), SecretKey: 'abc', body: new Uint8Array(5) };

    await run('Write', input);

    const [entry] = tenant.journal.entries;
    expect(entry?.parameters).toEqual({ text: `${'x'.repeat(512)}…`, SecretKey: '***', body: '<5 bytes>' });
  });
});

describe('time that passes at once', () => {
  it('rings each reminder at its instant, in order, those set on the way included', async () => {
    const { sandbox, tenant, run, linesOf } = open();
    await run('Later', { hours: 3 });
    await run('Later', { hours: 1 });

    await sandbox.advance(tenant, 2 * HOUR + 5);

    expect(linesOf(notes)).toEqual(['1 h at 1', '2.5 h at 2']);
    expect(tenant.clock.now()).toBe(1000 + 2 * HOUR + 5);
    await sandbox.advance(tenant, HOUR);
    expect(linesOf(notes).at(-1)).toBe('3 h at 3');
  });
});

describe('what goes on behind an answer', () => {
  it('is waited for by settled', async () => {
    const { sandbox, tenant, run, linesOf } = open();
    await run('Work');
    await new Promise((resolve) => setTimeout(resolve, 1));

    release();
    await sandbox.settled(tenant);

    expect(linesOf(notes)).toEqual(['worked']);
  });

  it('writes nothing into the account that a reset left', async () => {
    const { sandbox, tenant, run, linesOf, bugs } = open();
    await run('Work');
    await new Promise((resolve) => setTimeout(resolve, 1));

    await sandbox.reset(tenant);
    release();
    await new Promise((resolve) => setTimeout(resolve, 5));

    expect(linesOf(notes)).toEqual([]);
    expect(tenant.bill.lines(0)).toEqual([]);
    expect(bugs).toEqual([]);
  });

  it('reaches the services that listen', async () => {
    const { sandbox, tenant, run, linesOf } = open();

    await run('Tell');
    await sandbox.settled(tenant);

    expect(linesOf(heard)).toEqual(['told by arn:aws:iam::1:user/ann']);
  });
});
