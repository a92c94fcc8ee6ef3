import { describe, expect, it } from 'vitest';
import { CLIENT_MODULES } from '../command-line/client-modules.ts';
import { readProgram } from './runner/read-program.ts';
import { starterCode } from './starter.ts';

const starterOf = (...services: string[]) =>
  starterCode({ services: services.map((id) => ({ id, name: id })) }, { title: 'A step' });

describe('the first lines of an editor', () => {
  it('make a client of each service, and one call that works', () => {
    expect(starterOf('s3', 'iam')).toBe(
      [
        '// A step',
        '',
        "import { IAMClient } from '@aws-sdk/client-iam';",
        "import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';",
        '',
        'const iam = new IAMClient({});',
        'const s3 = new S3Client({});',
        '',
        'console.log(await s3.send(new ListBucketsCommand({})));',
        '',
      ].join('\n'),
    );
  });

  it('ask who one is where no service has a call without input', () => {
    expect(starterOf('bedrock-runtime')).toContain('await sts.send(new GetCallerIdentityCommand({}))');
  });

  it.each(Object.keys(CLIENT_MODULES))('name what the client of %s really has', async (service) => {
    const read = readProgram(starterOf(service));
    const asked =
      read.kind === 'program' ? read.imports.find(({ module }) => module.endsWith(`-${service}`)) : undefined;

    const module = await CLIENT_MODULES[service]?.();

    expect(asked?.names.filter(({ name }) => !(name in (module ?? {})))).toEqual([]);
  });
});
