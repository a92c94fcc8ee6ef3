import { type OpenSandbox, openSandbox } from '@cairn/emulators-aws/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Send } from '../run/cloud.ts';
import { Shell } from '../shell/shell.ts';
import { testModel } from '../testing/models.ts';
import { runAll } from '../testing/run-all.ts';
import { sandboxSend } from '../testing/sandbox-shell.ts';
import { matches } from './filters.ts';

let sandbox: OpenSandbox;
let send: Send;
let shell: Shell;
let bucket: string;
let count = 0;

beforeAll(async () => {
  sandbox = await openSandbox({ id: 's3-files' });
  send = sandboxSend(sandbox);
});

afterAll(() => sandbox.close());

beforeEach(async () => {
  count += 1;
  bucket = `s3://files-${count}`;
  shell = new Shell({
    models: async (client) => testModel(client),
    sleep: async () => {},
    now: () => new Date('2020-01-01T00:00:00Z'),
    environment: { B: bucket },
    presign: async (name, key, seconds) => `https://${name}.s3.amazonaws.com/${key}?X-Amz-Expires=${seconds}`,
  });
  await run('aws s3 mb $B; mkdir in; echo 1 > in/a.csv; echo 22 > in/b.json; echo 333 > in/deep/c.csv');
});

function run(line: string) {
  return runAll(shell, line, send);
}

describe('aws s3', () => {
  it('uploads a folder, filtered, and lists it', async () => {
    const { stdout } = await run(
      "aws s3 cp in $B/x --recursive --exclude '*' --include '*.csv'; aws s3 ls $B --recursive",
    );

    expect(stdout.split('\n').map((line) => line.replace(/^\d{4}.{15}/, 'when'))).toEqual([
      `upload: in/a.csv to ${bucket}/x/a.csv`,
      `upload: in/deep/c.csv to ${bucket}/x/deep/c.csv`,
      'when          2 x/a.csv',
      'when          4 x/deep/c.csv',
      '',
    ]);
  });

  it('brings back what it has stored, under the name that is asked for', async () => {
    await run('aws s3 cp in/a.csv $B/; aws s3 cp $B/a.csv out.csv; mkdir o; aws s3 cp $B/a.csv o');

    expect((await run('cat out.csv o/a.csv')).stdout).toBe('1\n1\n');
  });

  it('copies and moves between keys', async () => {
    const copy = await run('aws s3 cp in/a.csv "$B/k é+1.csv"; aws s3 cp "$B/k é+1.csv" $B/two.csv');
    const move = await run('aws s3 mv $B/two.csv $B/three/');

    expect(copy).toMatchObject({ code: 0, stderr: '' });
    expect(move.stdout).toBe(`move: ${bucket}/two.csv to ${bucket}/three/two.csv\n`);
    expect((await run('aws s3 cp $B/three/two.csv -; aws s3 ls $B/two.csv')).stdout).toBe('1\n');
  });

  it('syncs what is new or of another size, and removes the rest if told so', async () => {
    const first = await run('aws s3 sync in $B');
    const second = await run('aws s3 sync in $B');
    const third = await run('echo 4444 > in/a.csv; rm in/b.json; aws s3 sync in $B --delete');

    expect(first.stdout.split('\n')).toHaveLength(4);
    expect(second).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(third.stdout).toBe(`upload: in/a.csv to ${bucket}/a.csv\ndelete: ${bucket}/b.json\n`);
  });

  it('takes lines as an object', async () => {
    const { stdout } = await run('aws s3 cp - $B/note.txt <<EOF\nhello\nEOF\naws s3 cp $B/note.txt -');

    expect(stdout).toBe('hello\n');
  });

  it('removes a full bucket only by force', async () => {
    await run('aws s3 cp in $B --recursive --quiet');

    const refused = await run('aws s3 rb $B');
    const forced = await run('aws s3 rb $B --force');

    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('(BucketNotEmpty) when calling') });
    expect(forced.stdout.split('\n').slice(-2)).toEqual([`remove_bucket: ${bucket.slice(5)}`, '']);
  });

  it('tells each file that failed and leaves with 1', async () => {
    const { code, stderr } = await run('aws s3 cp in s3://nobody-has-it --recursive');

    expect(code).toBe(1);
    expect(stderr.split('\n')[0]).toBe(
      'upload failed: in/a.csv to s3://nobody-has-it/a.csv An error occurred (NoSuchBucket) when calling the PutObject operation: The specified bucket does not exist',
    );
  });

  it('signs an address by the page', async () => {
    expect((await run('aws s3 presign $B/k --expires-in 60')).stdout).toBe(
      `https://${bucket.slice(5)}.s3.amazonaws.com/k?X-Amz-Expires=60\n`,
    );
  });
});

describe('a file pattern', () => {
  it.each([
    ['*', 'a/b.csv', true],
    ['*.csv', 'a/b.csv', true],
    ['a?c', 'abc', true],
    ['[!a]b', 'cb', true],
    ['[!a]b', 'ab', false],
    ['[a-c]*', 'bz', true],
    ['a', 'ab', false],
    ['*.csv', 'x.json', false],
    ['a*b*c', 'aXbYbZc', true],
  ])('%s beside %s is %s', (pattern, path, expected) => {
    expect(matches(path, pattern)).toBe(expected);
  });
});
