import type { StartQueryRequest } from '@aws-sdk/client-cloudwatch-logs';
import type { Sent } from '../iam/sent.ts';
import { LOGS_SCANNED } from '../prices.ts';
import { invalidParameter, malformedQuery } from './errors.ts';
import { getGroup, nameOfGroup } from './groups.ts';
import { parseQuery } from './insights/parse-query.ts';
import { rowOf } from './insights/rows.ts';
import { runQuery } from './insights/run-query.ts';
import type { LogsCall, Query } from './state.ts';
import { expire } from './writing.ts';

const GIBIBYTE = 1024 ** 3;
/** Results are kept for a week in the cloud; here the last ones. */
const MOST_QUERIES = 50;

export type QueryInput = Sent<StartQueryRequest>;

/** The groups a query is about. Throws InvalidParameterException unless they are given in one way. */
export function groupNamesOf({ logGroupName, logGroupNames, logGroupIdentifiers }: QueryInput): readonly string[] {
  const given = [logGroupName === undefined ? undefined : [logGroupName], logGroupNames, logGroupIdentifiers];
  const [names, ...more] = given.filter((one) => one !== undefined);
  if (!names || more.length > 0) {
    throw invalidParameter('Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must be specified.');
  }
  return names.map(nameOfGroup);
}

/** Checks a query, and runs it behind the answer. */
export function startQuery(call: LogsCall, input: QueryInput): Query {
  const { queryLanguage = 'CWLI', queryString: text } = input;
  if (queryLanguage !== 'CWLI')
    throw malformedQuery(`queryLanguage ${queryLanguage} is not supported in this sandbox.`);
  if (input.startTime > input.endTime) throw invalidParameter('startTime must not be after endTime.');
  const groupNames = groupNamesOf(input);
  for (const name of groupNames) getGroup(call, name);
  parseQuery(text);
  const statistics = { matched: 0, scanned: 0, bytes: 0 };
  const common = { id: call.ids.uuid(), text, groupNames, createdAt: call.now() };
  const query: Query = { ...common, status: 'Running', rows: [], statistics };
  call.state.queries.set(query.id, query);
  const [oldest] = call.state.queries.keys();
  if (call.state.queries.size > MOST_QUERIES && oldest !== undefined) call.state.queries.delete(oldest);
  call.background(async (inside) => run(inside, query, input));
  return query;
}

function run(call: LogsCall, query: Query, input: QueryInput): void {
  if (query.status !== 'Running') return; // stopped meanwhile
  const rows = query.groupNames.flatMap((name) => rowsOf(call, name, input));
  const bytes = rows.reduce((so, row) => so + Buffer.byteLength(String(row.get('@message'))), 0);
  finish(query, { rows, bytes, limit: input.limit });
  call.charge(LOGS_SCANNED, bytes / GIBIBYTE);
}

/** The events of a group in the time of the query; none when the group is gone by now. */
function rowsOf(call: LogsCall, name: string, { startTime, endTime }: QueryInput) {
  const group = call.state.groups.get(name);
  if (!group) return [];
  expire(call, group);
  const [from, to] = [millisecondsOf(startTime), millisecondsOf(endTime, true)];
  return [...group.streams.values()].flatMap((stream) => {
    const place = { accountId: call.accountId, group: name, stream: stream.name };
    return stream.events.filter(({ at }) => at >= from && at <= to).map((event) => rowOf(event, place));
  });
}

function finish(
  query: Query,
  { rows, bytes, limit }: { rows: Parameters<typeof runQuery>[1]; bytes: number; limit: number | undefined },
): void {
  const scanned = rows.length;
  try {
    const outcome = runQuery(parseQuery(query.text), rows, limit);
    query.rows = outcome.rows;
    query.statistics = { matched: outcome.matched, scanned, bytes };
    query.status = 'Complete';
  } catch (error) {
    query.status = 'Failed'; // a function that is unknown, met when it was to be used
    if (!(error instanceof Error) || error.name !== 'ServiceError') throw error;
  }
}

/** Times are given in seconds; the cloud takes milliseconds as well. */
function millisecondsOf(time: number, isEnd = false): number {
  if (time > 1e11) return time;
  return time * 1000 + (isEnd ? 999 : 0);
}
