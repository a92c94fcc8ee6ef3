import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { memoryPayload } from '../wire/payload.ts';
import { FileBlobs } from './file-blobs.ts';
import { Tenant } from './tenant.ts';

const directory = mkdtempSync(join(tmpdir(), 'cairn-tenant-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const HOUR = 3_600_000;
const ENDPOINT = { service: 'SageMaker', item: 'Hosting on ml.m5.large', unit: 'hour', usdPerUnit: 0.115 };

let made = 0;
function newTenant(wall: () => number = () => 1_000): Tenant {
  made += 1;
  const blobs = new FileBlobs(join(directory, String(made)));
  return new Tenant({ id: 'ann', accountId: '111122223333', homeRegion: 'us-east-1', seed: 'ann', blobs, wall });
}

describe('an account', () => {
  it('draws the same ids from the same seed, and others from another', () => {
    const [one, two] = [newTenant(), newTenant()];

    expect([one.ids.uuid(), one.ids.upper(8)]).toEqual([two.ids.uuid(), two.ids.upper(8)]);
    expect(one.ids.uuid()).not.toBe(one.ids.uuid());
  });

  it('is as it was after a restore, and goes on with the ids of then', () => {
    const tenant = newTenant();
    tenant.states.set('s3', { buckets: new Map([['a', { createdAt: new Date(5) }]]) });
    tenant.bill.add(ENDPOINT, 2);
    const snapshot = tenant.snapshot();
    const next = tenant.ids.uuid();

    tenant.states.set('s3', { buckets: new Map() });
    tenant.bill.add(ENDPOINT, 5);
    tenant.restore(snapshot);

    expect(tenant.states.get('s3')).toEqual({ buckets: new Map([['a', { createdAt: new Date(5) }]]) });
    expect(tenant.bill.lines(0).map(({ quantity }) => quantity)).toEqual([2]);
    expect(tenant.ids.uuid()).toBe(next);
  });

  it('keeps its snapshot apart from what is written later', () => {
    const tenant = newTenant();
    const state = { names: new Set(['a']) };
    tenant.states.set('x', state);
    const snapshot = tenant.snapshot();

    state.names.add('b');

    expect(snapshot.states.get('x')).toEqual({ names: new Set(['a']) });
  });

  it('never lets its clock go back, by no restore', () => {
    const tenant = newTenant();
    const snapshot = tenant.snapshot();
    tenant.clock.moveTo(50_000);

    tenant.restore(snapshot);

    expect(tenant.clock.now()).toBe(50_000);
  });

  it('is empty after a reset, and in a new generation', async () => {
    const tenant = newTenant();
    const first = tenant.ids.uuid();
    tenant.states.set('s3', {});
    tenant.timers.set({ dueAt: 1, service: 's3', region: '', kind: 'x', payload: {} });
    const { generation } = tenant;

    await tenant.reset();

    expect([tenant.states.size, tenant.timers.all.length, tenant.journal.total]).toEqual([0, 0, 0]);
    expect(tenant.ids.uuid()).toBe(first);
    expect(tenant.generation).toBeGreaterThan(generation);
  });
});

describe('the bill', () => {
  it('counts a running meter up to now, and no further once it is stopped', () => {
    const { bill } = newTenant();

    bill.start('endpoint/a', ENDPOINT, 2, 0);
    const running = bill.lines(3 * HOUR);
    bill.stop('endpoint/a', 4 * HOUR);

    expect(running).toMatchObject([{ quantity: 6, isRunning: true }]);
    expect(running[0]?.usd).toBeCloseTo(0.69, 12);
    expect(bill.lines(100 * HOUR)).toMatchObject([{ quantity: 8, isRunning: false }]);
  });

  it('says of each line where its price was read', () => {
    const { bill } = newTenant();
    const source = { from: 'https://aws.amazon.com/sagemaker-ai/pricing/', seenOn: '2026-11-21' };

    bill.start('endpoint/a', { ...ENDPOINT, source }, 1, 0);
    bill.add({ ...ENDPOINT, item: 'another' }, 1);

    expect(bill.lines(2 * HOUR).map((line) => line.source)).toEqual([source, undefined]);
  });

  it('adds what is counted for one item into one line, dearest first', () => {
    const { bill } = newTenant();
    const request = { service: 'S3', item: 'PUT requests', unit: 'request', usdPerUnit: 0.000005 };

    bill.add(request, 10);
    bill.add(ENDPOINT, 1);
    bill.add(request, 5);

    expect(bill.lines(0).map(({ item, quantity }) => [item, quantity])).toEqual([
      ['Hosting on ml.m5.large', 1],
      ['PUT requests', 15],
    ]);
  });
});

describe('reminders', () => {
  it('come in the order they are due; of two at one instant, the one that was set first', () => {
    const { timers } = newTenant();
    const set = (dueAt: number, kind: string) => timers.set({ dueAt, service: 's', region: 'r', kind, payload: null });
    set(20, 'late');
    set(10, 'first');
    set(10, 'second');
    const cancelled = set(10, 'never');
    timers.cancel(cancelled);

    expect([timers.takeDue(10), timers.takeDue(10), timers.takeDue(10)].map((timer) => timer?.kind)).toEqual([
      'first',
      'second',
      undefined,
    ]);
    expect(timers.next?.kind).toBe('late');
  });
});

describe('blobs', () => {
  const large = new Uint8Array(700_000).fill(7);
  const drained = async (pieces: AsyncIterable<Uint8Array>) => {
    const all = [];
    for await (const piece of pieces) all.push(piece);
    return Buffer.concat(all);
  };

  it.each([
    ['small', new Uint8Array([1, 2, 3])],
    ['large', large],
  ])('gives back a %s one, whole and in part', async (_, bytes) => {
    const { blobs } = newTenant();

    const ref = await blobs.keep(memoryPayload(bytes));

    expect(Buffer.compare(Buffer.from(await blobs.open(ref).bytes()), bytes)).toBe(0);
    expect([...(await drained(blobs.open(ref).stream(1, 3)))]).toEqual([...bytes.subarray(1, 3)]);
    expect((await drained(blobs.open(ref).stream(2, 2))).length).toBe(0);
  });

  it('joins parts in order, and forgets what no one refers to', async () => {
    const { blobs } = newTenant();
    const parts = [await blobs.keep(memoryPayload('one ')), await blobs.keep(memoryPayload(large))];

    const joined = await blobs.join(parts);
    await blobs.sweep(new Set([joined.id]));

    const bytes = await blobs.open(joined).bytes();
    expect([bytes.length, Buffer.from(bytes.subarray(0, 5)).toString('latin1')]).toEqual([700_004, 'one \u0007']);
    await expect(blobs.open(parts[1] ?? joined).bytes()).rejects.toThrow();
  });

  it('lets go of what nothing refers to at the second look, and keeps what states and snapshots hold', async () => {
    const tenant = newTenant();
    const keep = () => tenant.blobs.keep(memoryPayload(large));
    const [held, old, lost] = [await keep(), await keep(), await keep()];
    tenant.states.set('s3/us-east-1', { buckets: new Map([['b', { objects: [{ body: old }] }]]) });
    tenant.snapshots.set('start', tenant.snapshot());
    tenant.states.set('s3/us-east-1', { buckets: new Map([['b', { objects: [{ body: held }] }]]) });
    const isThere = (ref: typeof held) =>
      tenant.blobs
        .open(ref)
        .bytes()
        .then(
          () => true,
          () => false,
        );

    await tenant.tidy();
    const afterOne = await isThere(lost);
    await tenant.tidy();

    expect([afterOne, await isThere(lost), await isThere(held), await isThere(old)]).toEqual([true, false, true, true]);
  });

  it('of snapshots outlive a reset', async () => {
    const tenant = newTenant();
    const body = await tenant.blobs.keep(memoryPayload(large));
    tenant.states.set('s3/us-east-1', { body });
    tenant.snapshots.set('start', tenant.snapshot());

    await tenant.reset();

    expect((await tenant.blobs.open(body).bytes()).length).toBe(large.length);
  });

  it('keeps a copy: what the caller writes later changes nothing', async () => {
    const { blobs } = newTenant();
    const bytes = new Uint8Array([1, 2, 3]);

    const ref = await blobs.keep(memoryPayload(bytes));
    bytes[0] = 9;

    expect([...(await blobs.open(ref).bytes())]).toEqual([1, 2, 3]);
  });
});
