import type { LookupAttribute, LookupEventsRequest } from '@aws-sdk/client-cloudtrail';
import type { JournalEntry } from '@cairn/emulator-kit';
import { invalidLookupAttributes, invalidTimeRange, invalidToken } from './errors.ts';
import { eventSourceOf, isManagementEvent } from './event-source.ts';
import { resourcesOf, userNameOf } from './record.ts';

const NINETY_DAYS_MILLISECONDS = 90 * 86_400_000;
const DEFAULT_EVENTS = 50;

type Filter = (entry: JournalEntry, wanted: string) => boolean;

const FILTERS: Readonly<Record<string, Filter>> = {
  EventId: ({ eventId }, wanted) => eventId === wanted,
  EventName: ({ operation }, wanted) => operation === wanted,
  EventSource: ({ service }, wanted) => eventSourceOf(service) === wanted,
  ReadOnly: ({ isReadOnly }, wanted) => String(isReadOnly) === wanted.toLowerCase(),
  Username: (entry, wanted) => userNameOf(entry) === wanted,
  AccessKeyId: ({ accessKeyId }, wanted) => accessKeyId === wanted,
  ResourceType: (entry, wanted) => resourcesOf(entry).some(({ ResourceType }) => ResourceType === wanted),
  // The record holds the ARN; people look for the bare name.
  ResourceName: (entry, wanted) =>
    resourcesOf(entry).some(({ ResourceName = '' }) => ResourceName === wanted || nameIn(ResourceName) === wanted),
};

const nameIn = (arn: string): string => arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);

/** One page of management events of a region, the newest first. @throws ServiceError for what cannot be looked up */
export function lookUp(
  journal: readonly JournalEntry[],
  request: LookupEventsRequest,
  { region, now }: { readonly region: string; readonly now: number },
): { readonly entries: readonly JournalEntry[]; readonly nextToken: string | undefined } {
  const { MaxResults = DEFAULT_EVENTS, NextToken } = request;
  const start = Math.max(request.StartTime?.getTime() ?? 0, now - NINETY_DAYS_MILLISECONDS);
  const end = request.EndTime?.getTime() ?? now;
  if (request.StartTime && start > end) throw invalidTimeRange();
  const isWanted = filterOf(request.LookupAttributes ?? []);
  const found = journal
    .filter((entry) => entry.region === region && entry.at >= start && entry.at <= end)
    .filter((entry) => isManagementEvent(entry.service, entry.operation) && isWanted(entry))
    .reverse();
  const from = NextToken === undefined ? 0 : placeAfter(found, NextToken);
  const entries = found.slice(from, from + MaxResults);
  const last = entries.at(-1);
  const hasMore = last !== undefined && from + entries.length < found.length;
  return { entries, nextToken: hasMore ? btoa(`after:${last.eventId}`) : undefined };
}

function filterOf(attributes: readonly LookupAttribute[]): (entry: JournalEntry) => boolean {
  const [attribute, ...others] = attributes;
  if (others.length > 0) throw invalidLookupAttributes('Only one lookup attribute can be given: leave the others out.');
  if (!attribute) return () => true;
  const { AttributeKey = '', AttributeValue = '' } = attribute;
  const filter = FILTERS[AttributeKey];
  if (!filter)
    throw invalidLookupAttributes(`${AttributeKey} is no lookup attribute: use ${Object.keys(FILTERS).join(', ')}.`);
  return (entry) => filter(entry, AttributeValue);
}

function placeAfter(found: readonly JournalEntry[], token: string): number {
  const eventId = /^after:(.+)$/.exec(decoded(token))?.[1];
  const place = found.findIndex((entry) => entry.eventId === eventId);
  if (place < 0) throw invalidToken();
  return place + 1;
}

function decoded(token: string): string {
  try {
    return atob(token);
  } catch {
    return ''; // not base64, so not ours
  }
}
