import { beforeEach, describe, expect, it } from 'vitest';
import type { Send } from '../run/cloud.ts';
import { testModel } from '../testing/models.ts';
import { runAll } from '../testing/run-all.ts';
import { Shell } from './shell.ts';

const ACCOUNT = { Account: '123456789012', UserId: 'u', Arn: 'arn:aws:iam::123456789012:user/learner' };

let shell: Shell;
let slept: number[];
let calls: { readonly name: string; readonly input: unknown; readonly region: string | undefined }[];

const send: Send = async (service, operation, input, { region }) => {
  calls.push({ name: `${service}.${operation}`, input, region });
  if (operation === 'GetCallerIdentity') return ACCOUNT;
  if (operation === 'ListStreams') throw serviceError('AccessDeniedException', 'not allowed', 400);
  return {};
};

function serviceError(name: string, message: string, status: number): Error {
  return Object.assign(new Error(message), { name, $fault: 'client', $metadata: { httpStatusCode: status } });
}

beforeEach(() => {
  calls = [];
  slept = [];
  shell = new Shell({
    models: async (client) => testModel(client),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
    now: () => new Date(0),
    environment: { AWS_DEFAULT_REGION: 'eu-west-1', NAME: 'a  b', EMPTY: '' },
  });
});

describe('a line', () => {
  it.each([
    ['words without quotes', 'echo a   b', 'a b\n'],
    ['quotes that keep spaces', `echo 'a  b' "c  d"`, 'a  b c  d\n'],
    ['quotes inside a word', `echo a'b'"c"\\d`, 'abcd\n'],
    ['no variables in single quotes', `echo '$NAME'`, '$NAME\n'],
    ['variables in double quotes', 'echo "$NAME"', 'a  b\n'],
    ['variables that fall into words', 'echo $NAME', 'a b\n'],
    ['nothing for an empty variable', 'echo x $EMPTY y', 'x y\n'],
    ['an empty word for an empty quote', `echo x "" y`, 'x  y\n'],
    ['braces and defaults', `echo \${NAME} \${NOPE:-other}`, 'a b other\n'],
    ['a dollar alone', 'echo $ 5$', '$ 5$\n'],
    ['comments', 'echo a # b', 'a\n'],
    ['a # inside a word', 'echo a#b', 'a#b\n'],
    ['lines that go on', 'echo a \\\n  b', 'a b\n'],
    ['the exit code', 'false; echo $?', '1\n'],
    ['only on success', 'false && echo a; true && echo b', 'b\n'],
    ['only on failure', 'false || echo a', 'a\n'],
    ['no expansion of stars', 'echo *.csv', '*.csv\n'],
    ['variables of one command', 'NAME=x echo hi; echo "$NAME"', 'hi\na  b\n'],
    ['a command in a command', 'echo "<$(echo $(echo a b))>"', '<a b>\n'],
    ['backquotes', 'echo `echo a`', 'a\n'],
  ])('knows %s', async (_, line, expected) => {
    expect(await runAll(shell, line, send)).toMatchObject({ stdout: expected, stderr: '' });
  });

  it.each([
    ['sleep 1 &', /leave the & out/],
    ['(echo a)', /brackets/],
    ['echo $((1+1))', /no arithmetic/],
    ['echo "a', /double quote .* still open/],
    ['cat <<EOF\na', /end with a line EOF/],
    ['true &&', /expected after &&/],
  ])('answers %s with a sentence', async (line, message) => {
    const { code, stderr, stdout } = await runAll(shell, line, send);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('tells that a file to read is not there', async () => {
    expect(await runAll(shell, 'cat < x', send)).toMatchObject({ code: 1, stderr: 'x: No such file or directory\n' });
  });

  it('tells what was perhaps meant by an unknown command', async () => {
    expect(await runAll(shell, 'histor', send)).toMatchObject({
      code: 127,
      stderr: 'histor: command not found; did you mean history?\n',
    });
  });
});

describe('files', () => {
  it('are written by cat with lines in which variables count', async () => {
    await runAll(shell, 'cat > x/a.txt <<EOF\n1 $NAME\n2 "$(echo q)"\nEOF', send);

    expect(await runAll(shell, 'cat x/a.txt; ls', send)).toMatchObject({ stdout: '1 a  b\n2 "q"\nx/\n' });
  });

  it('keep lines as they are after a quoted end', async () => {
    expect((await runAll(shell, "cat <<'EOF'\n$NAME\nEOF\necho next", send)).stdout).toBe('$NAME\nnext\n');
  });

  it('are appended to, and take what goes wrong', async () => {
    await runAll(shell, 'echo a > f; echo b >> f; nope 2> err; aws kinesis 2>&1 > out', send);

    expect((await runAll(shell, 'cat f err', send)).stdout).toBe(
      'a\nb\nnope: command not found; help lists the commands of this terminal\n',
    );
  });

  it('are found from where one stands', async () => {
    const { stdout } = await runAll(shell, 'mkdir d; cd d; echo a > f; cd ..; cat ./d/../d/f; pwd; cat /nope', send);

    expect(stdout).toBe('a\n/home/learner\n');
  });
});

describe('aws', () => {
  it('gives its answer to a variable', async () => {
    const line = 'ID=$(aws sts get-caller-identity --query Account --output text) && echo "id $ID"';

    expect(await runAll(shell, line, send)).toEqual({ code: 0, stdout: 'id 123456789012\n', stderr: '' });
  });

  it('is called in the region of the environment, or in the one it names', async () => {
    await runAll(shell, 'aws sts get-caller-identity; aws sts get-caller-identity --region us-west-2', send);

    expect(calls.map(({ region }) => region)).toEqual(['eu-west-1', 'us-west-2']);
  });

  it('tells what a service refuses, and leaves with 254', async () => {
    const { code, stderr } = await runAll(shell, 'X=$(aws kinesis list-streams)', send);

    expect(code).toBe(254);
    expect(stderr).toBe(
      '\nAn error occurred (AccessDeniedException) when calling the ListStreams operation: not allowed\n',
    );
  });

  it('sends nothing when the query cannot be read', async () => {
    const { code } = await runAll(shell, "aws sts get-caller-identity --query 'a['", send);

    expect({ code, calls }).toEqual({ code: 252, calls: [] });
  });

  it('refuses profiles and ignores an endpoint, each with a sentence', async () => {
    const profile = await runAll(shell, 'aws sts get-caller-identity --profile x', send);
    const endpoint = await runAll(shell, 'aws sts get-caller-identity --endpoint-url http://x --query Account', send);

    expect(profile).toMatchObject({ code: 255, stderr: expect.stringContaining('no profiles here') });
    expect(endpoint).toMatchObject({ code: 0, stderr: expect.stringContaining('is ignored') });
  });

  it('shows a call without sending it with --dry-run', async () => {
    const { stdout } = await runAll(shell, 'aws kinesis create-stream --stream-name a --dry-run', send);

    expect(stdout).toBe('Would call CreateStream of Kinesis with\n{\n    "StreamName": "a"\n}\nNothing was sent.\n');
    expect(calls).toEqual([]);
  });

  it('puts one metric together from options of its own', async () => {
    const line = 'aws cloudwatch put-metric-data --namespace N --metric-name M --value 1.5 --dimensions A=1,B=2';

    await runAll(shell, line, send);

    const Dimensions = [
      { Name: 'A', Value: '1' },
      { Name: 'B', Value: '2' },
    ];
    expect(calls[0]?.input).toEqual({ Namespace: 'N', MetricData: [{ MetricName: 'M', Value: 1.5, Dimensions }] });
  });

  it('ends a line at once when it is interrupted', async () => {
    const stop = new AbortController();
    const stopping: Send = async () => {
      stop.abort();
      return ACCOUNT;
    };

    const { code } = await runAll(shell, 'aws sts get-caller-identity; echo after', stopping, stop.signal);

    expect(code).toBe(130);
  });
});

describe('waiters', () => {
  it('look until the state is there, in the service’s rhythm', async () => {
    let looks = 0;
    const creating: Send = async () => {
      looks += 1;
      return { StreamDescription: { StreamStatus: looks < 3 ? 'CREATING' : 'ACTIVE' } };
    };

    const outcome = await runAll(shell, 'aws kinesis wait stream-exists --stream-name a', creating);

    expect(outcome).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(slept).toEqual([10_000, 10_000]);
  });

  it('tell the state in which there is no hope', async () => {
    const failed: Send = async () => ({ TrainingJobStatus: 'Failed' });
    const line = 'aws sagemaker wait training-job-completed-or-stopped --training-job-name a';

    expect(await runAll(shell, line, failed)).toEqual({
      code: 255,
      stdout: '',
      stderr:
        '\nWaiter TrainingJobCompletedOrStopped failed: Waiter encountered a terminal failure state: For expression "TrainingJobStatus" we matched expected path: "Failed"\n',
    });
  });

  it('give up after their number of looks', async () => {
    const absent: Send = async () => {
      throw serviceError('NotFound', 'UnknownError', 404);
    };

    const { code, stderr } = await runAll(shell, 'aws s3api wait bucket-exists --bucket a', absent);

    expect({ code, looks: slept.length }).toEqual({ code: 255, looks: 19 });
    expect(stderr).toContain(
      'Max attempts exceeded. Previously accepted state: Matched expected HTTP status code: 404',
    );
  });
});
