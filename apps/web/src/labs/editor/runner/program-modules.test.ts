import { describe, expect, it } from 'vitest';
import type { Errand, FromProgram } from '../messages.ts';
import { Errands } from './errands.ts';
import { loadModules, moduleLoaders } from './program-modules.ts';
import { readProgram } from './read-program.ts';

const ACCOUNT = { endpoint: 'http://127.0.0.1:1', region: 'eu-west-1', accessKeyId: 'LKIA1', secretAccessKey: 's' };

/** A page that does each errand at once. */
function pageThat(does: (errand: Errand) => never) {
  const errands: Errands = new Errands((message: FromProgram) => {
    if (message.kind !== 'errand') return;
    queueMicrotask(() => errands.take({ kind: 'brought', number: message.number, value: does(message.errand) }));
  });
  return moduleLoaders(ACCOUNT, errands);
}

const load = (code: string, loaders: ReturnType<typeof pageThat>) => {
  const read = readProgram(code);
  return loadModules(read.kind === 'program' ? read.imports : [], loaders);
};

const nobody = () => pageThat(() => undefined as never);

describe('what a program may import', () => {
  it.each([
    ["\nimport { GetCallerIdentityComand } from '@aws-sdk/client-sts';", 2, 'did you mean GetCallerIdentityCommand?'],
    ["import { STSClient } from '@aws-sdk/client-sagemakr';", 1, 'did you mean "@aws-sdk/client-sagemaker"?'],
    ["import { exec } from 'node:child_process';", 1, '"node:child_process" has no exec'],
    ["import express from 'some/very/long/name/of/a/package';", 1, 'there are the clients of AWS'],
  ])('is told when it is not there: %j', async (code, line, words) => {
    const loaded = await load(code, nobody());

    expect(loaded).toMatchObject({ kind: 'fault', fault: { place: { line } } });
    expect(loaded.kind === 'fault' ? loaded.fault.message : '').toContain(words);
  });

  it('are clients that know the account, and send by the page whatever a program sets', async () => {
    const asked: Errand[] = [];
    const loaders = pageThat((errand) => {
      asked.push(errand);
      return { status: 403, headers: {}, body: btoa('{}') } as never;
    });
    const module = (await loaders['@aws-sdk/client-kms']?.()) ?? {};
    const Client = module.KMSClient as new (config?: object) => { send(command: object): Promise<object> };
    const List = module.ListKeysCommand as new (input: object) => object;

    await expect(new Client().send(new List({}))).rejects.toThrow();
    await expect(new Client({ region: 'us-east-1', requestHandler: undefined }).send(new List({}))).rejects.toThrow();

    const regions = asked.map((errand) =>
      errand.kind === 'relay' ? /LKIA1\/\d+\/([\w-]+)\/kms/.exec(errand.request.headers.authorization ?? '')?.[1] : '',
    );
    expect(regions).toEqual(['eu-west-1', 'us-east-1']);
  });

  it('lets time pass before what is asked next, though execSync answers at once', async () => {
    const done: string[] = [];
    const errands: Errands = new Errands((message) => {
      if (message.kind !== 'errand') return;
      const { errand, number } = message;
      const answer = () => {
        done.push(errand.kind);
        errands.take({ kind: 'brought', number, value: undefined });
      };
      setTimeout(answer, errand.kind === 'advance' ? 20 : 0);
    });
    const loaders = moduleLoaders(ACCOUNT, errands);
    const { execSync } = (await loaders['node:child_process']?.()) ?? {};
    const execute = execSync as (command: string) => void;

    execute('npx cairn lab advance streaming-fraud 6m');
    await errands.ask({ kind: 'read', path: 'a' });

    expect(done).toEqual(['advance', 'read']);
    expect(() => execute('rm -rf /')).toThrow('A page starts no programs');
  });

  it('reads the files of the page, and says as Node does that there is none', async () => {
    const bytes = new TextEncoder().encode('hello');
    const loaders = pageThat(
      (errand) => (errand.kind === 'read' && errand.path === 'a.txt' ? bytes : undefined) as never,
    );
    const { readFile } = (await loaders['node:fs/promises']?.()) ?? {};
    const read = readFile as (...given: string[]) => Promise<unknown>;

    expect(await read('a.txt', 'utf8')).toBe('hello');
    expect(await read('a.txt')).toEqual(bytes);
    await expect(read('b.txt')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
