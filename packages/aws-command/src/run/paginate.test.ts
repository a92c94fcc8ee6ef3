import { describe, expect, it } from 'vitest';
import { Shell } from '../shell/shell.ts';
import { testModel } from '../testing/models.ts';
import { runAll } from '../testing/run-all.ts';
import type { Send } from './cloud.ts';

const ROLES = ['a', 'b', 'c', 'd', 'e'];
const PAGE = 2;

/** Roles two a page, or as many as asked for. */
const send: Send = async (_, __, { Marker, MaxItems }) => {
  const start = Marker === undefined ? 0 : Number(Marker);
  const end = start + (typeof MaxItems === 'number' ? MaxItems : PAGE);
  const Roles = ROLES.slice(start, end).map((RoleName) => ({ RoleName }));
  return end < ROLES.length ? { Roles, IsTruncated: true, Marker: String(end) } : { Roles, IsTruncated: false };
};

function run(options: string) {
  const shell = new Shell({
    models: async (client) => testModel(client),
    sleep: async () => {},
    now: () => new Date(0),
  });
  return runAll(shell, `aws iam list-roles ${options}`, send);
}

describe('a list', () => {
  it('is joined over its pages', async () => {
    expect(JSON.parse((await run('--query Roles[].RoleName')).stdout)).toEqual(ROLES);
  });

  it('prints each page on its own as text', async () => {
    expect((await run('--query Roles[].RoleName --output text')).stdout).toBe('a\tb\nc\td\ne\n');
  });

  it.each([1, 2, 3, 4])('goes on where %i items at a time have ended', async (count) => {
    const seen: string[] = [];
    let token: string | undefined;
    do {
      const start: string = token === undefined ? '' : `--starting-token ${token}`;
      const { stdout } = await run(`--max-items ${count} ${start}`);
      const answer: { Roles: { RoleName: string }[]; NextToken?: string } = JSON.parse(stdout);
      expect(answer.Roles.length).toBeLessThanOrEqual(count);
      seen.push(...answer.Roles.map(({ RoleName }) => RoleName));
      token = answer.NextToken;
    } while (token !== undefined);

    expect(seen).toEqual(ROLES);
  });

  it('is one page with the service’s own limit, or without pagination', async () => {
    expect(JSON.parse((await run('--no-paginate --max-items 3')).stdout)).toMatchObject({ Marker: '3' });
    expect(JSON.parse((await run('--marker 4')).stdout)).toMatchObject({ Roles: [{ RoleName: 'e' }] });
  });

  it('refuses a token that nobody gave', async () => {
    expect(await run('--starting-token what')).toMatchObject({ code: 255, stderr: '\nBad starting token: what\n' });
  });
});
