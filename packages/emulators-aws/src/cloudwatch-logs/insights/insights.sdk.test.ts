import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  GetQueryResultsCommand,
  PutLogEventsCommand,
  StartQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OpenSandbox, openSandbox } from '../../testing.ts';

const START = Date.UTC(2026, 0, 5, 12);
const logGroupName = '/app/web';
const logStreamName = 'one';

let box: OpenSandbox;
let logs: CloudWatchLogsClient;

beforeEach(async () => {
  vi.setSystemTime(START); // clients sign with the machine's time
  box = await openSandbox({ id: 'insights' });
  logs = box.client(CloudWatchLogsClient);
  await logs.send(new CreateLogGroupCommand({ logGroupName }));
  await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
});
afterEach(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
  vi.useRealTimers();
});

const put = (messages: readonly string[]) =>
  logs.send(
    new PutLogEventsCommand({
      logGroupName,
      logStreamName,
      logEvents: messages.map((message, index) => ({ timestamp: START - 60_000 + index * 1000, message })),
    }),
  );

describe('Logs Insights', () => {
  const query = async (queryString: string) => {
    const { queryId } = await logs.send(
      new StartQueryCommand({
        logGroupName,
        queryString,
        startTime: (START - 3_600_000) / 1000,
        endTime: START / 1000,
      }),
    );
    await box.settled();
    const { status, results = [] } = await logs.send(new GetQueryResultsCommand({ queryId }));
    expect(status).toBe('Complete');
    return results.map((row) =>
      Object.fromEntries(row.filter(({ field }) => field !== '@ptr').map(({ field = '', value }) => [field, value])),
    );
  };

  beforeEach(() =>
    put([
      '{"level":"info","ms":10,"user":{"id":"a"}}',
      '{"level":"error","ms":30,"user":{"id":"b"}}',
      '{"level":"error","ms":50,"user":{"id":"a"}}',
      'took 75 ms for user c',
    ]),
  );

  it('shows fields of events, newest first', async () => {
    expect(await query('fields @timestamp, level | filter ms >= 30')).toEqual([
      { '@timestamp': '2026-01-05 11:59:02.000', level: 'error' },
      { '@timestamp': '2026-01-05 11:59:01.000', level: 'error' },
    ]);
  });

  it.each([
    [
      'stats count(*) as n, avg(ms) as mean by level | sort n desc, level',
      [
        { level: 'error', n: '2', mean: '40' },
        { n: '1', mean: undefined },
        { level: 'info', n: '1', mean: '10' },
      ],
    ],
    ['stats count(*) by bin(1m)', [{ 'bin(1m)': '2026-01-05 11:59:00.000', 'count(*)': '4' }]],
    [
      'filter ispresent(ms) | stats min(ms), max(ms), sum(ms), pct(ms, 50)',
      [{ 'min(ms)': '10', 'max(ms)': '50', 'sum(ms)': '90', 'pct(ms, 50)': '30' }],
    ],
    [
      'filter @message like /took \\d+/ | parse @message "took * ms for user *" as took, who | display took, who',
      [{ took: '75', who: 'c' }],
    ],
    ['parse @message /took (?<took>\\d+)/ | filter took * 2 > 100 | fields took / 3 as third', [{ third: '25' }]],
    ['fields user.id as who | filter level in ["error"] and not (ms < 40) | limit 5', [{ who: 'a' }]],
    ['fields toupper(level) as l | filter level = "info" or level =~ /^x/', [{ l: 'INFO' }]],
    [
      'filter level not like "err" | fields level | dedup level | sort level',
      [{ level: undefined }, { level: 'info' }],
    ],
    ['stats count_distinct(user.id) as users, latest(level) as last', [{ users: '2', last: 'error' }]],
  ])('%s', async (text, expected) => {
    const rows = await query(text);

    expect(rows).toHaveLength(expected.length);
    for (const [index, row] of expected.entries()) {
      const known = Object.entries(row).filter(([, value]) => value !== undefined);
      expect(rows[index]).toEqual(Object.fromEntries(known));
    }
  });

  it.each(['', 'fields', 'grow x', 'filter a =', 'stats ms', 'limit 0', 'parse @message "* *" as one', 'filter ($'])(
    'refuses %j',
    async (queryString) => {
      const failing = logs.send(new StartQueryCommand({ logGroupName, queryString, startTime: 0, endTime: 1 }));

      await expect(failing).rejects.toMatchObject({ name: 'MalformedQueryException' });
    },
  );
});
