import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';
import { sheetLibraryOf } from './library.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.drop());

const get = (path: string) => server.call('GET', path);

describe('decision tables', () => {
  it('stand side by side for both clouds, each with a source', async () => {
    const { json } = await get('/api/services');
    const needs = json.groups.flatMap((group: { needs: unknown[] }) => group.needs);

    expect(needs.length).toBeGreaterThan(30);
    for (const need of needs) {
      expect(need.aws.length + need.azure.length).toBeGreaterThan(0);
      expect(need.sources.length).toBeGreaterThan(0);
    }
  });

  it('mark a service that takes no new customers', async () => {
    const { json } = await get('/api/services');
    const services = json.groups.flatMap(({ needs }: { needs: { aws: unknown[]; azure: unknown[] }[] }) =>
      needs.flatMap(({ aws, azure }) => [...aws, ...azure]),
    );
    const kendra = services.find(({ name }: { name: string }) => name === 'Amazon Kendra');

    expect(kendra.closed).toMatchObject({ status: expect.stringContaining('Closed to new customers') });
    expect(services.find(({ name }: { name: string }) => name === 'Amazon Transcribe').closed).toBeNull();
  });

  it('are empty, and no fault, where none is installed', () => {
    const names = { schema: 'names/1' as const, renamed: [], closed: [] };

    expect(sheetLibraryOf({ sheets: new Map(), services: undefined, names }, server.library)).toEqual({
      tables: { reviewBy: null, groups: [] },
      sheets: new Map(),
    });
  });
});

describe('a sheet', () => {
  it.each(['aif-c01', 'mla-c02', 'ai-103'])('of %s covers each domain, with its needs filled in', async (exam) => {
    const { json } = await get(`/api/sheets/${exam.toUpperCase()}`);
    const domains = server.library.get(exam)?.domains ?? [];

    expect(json.domains.map(({ number }: { number: number }) => number)).toEqual(domains.map(({ number }) => number));
    for (const { blocks, weightPercent } of json.domains) {
      expect(weightPercent).toBeGreaterThan(5);
      for (const block of blocks) {
        if (block.kind === 'services') expect(block.needs.length).toBeGreaterThan(0);
        else expect(block.sources.length).toBeGreaterThan(0);
      }
    }
  });

  it('that there is not is named, with the nearest', async () => {
    const { status, json } = await get('/api/sheets/aif-c02');

    expect([status, json.type]).toEqual([404, '/problems/sheet-unknown']);
    expect(json.detail).toBe('There is no sheet for aif-c02; did you mean aif-c01?');
  });
});
