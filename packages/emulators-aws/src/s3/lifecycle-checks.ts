import type { LifecycleExpiration, LifecycleRule } from '@aws-sdk/client-s3';
import { invalidArgument, invalidRequest, malformedXml } from './errors.ts';

const MOST_RULES = 1000;
const LONGEST_ID = 255;
/** Objects rest in the frequent class this long before they may go to an infrequent one. */
const FEWEST_DAYS: Readonly<Record<string, number>> = { STANDARD_IA: 30, ONEZONE_IA: 30 };

/** Rules as S3 takes them; ones without an id are given one. Throws S3's errors otherwise. */
export function checkedLifecycleRules(rules: readonly LifecycleRule[], newId: () => string): LifecycleRule[] {
  if (rules.length === 0 || rules.length > MOST_RULES) throw malformedXml();
  const named = rules.map((rule) => ({ ...rule, ID: rule.ID || newId() }));
  if (new Set(named.map(({ ID }) => ID)).size < named.length) {
    throw invalidArgument('Rule ID must be unique. Found same ID for more than one rule');
  }
  for (const rule of named) checkRule(rule);
  return named;
}

function checkRule(rule: LifecycleRule): void {
  if (rule.Status !== 'Enabled' && rule.Status !== 'Disabled') throw malformedXml();
  if ((rule.ID ?? '').length > LONGEST_ID) throw invalidArgument('ID length should not exceed allowed limit of 255');
  checkFilter(rule);
  const actions = [
    rule.Expiration,
    rule.Transitions?.[0],
    rule.NoncurrentVersionExpiration,
    rule.NoncurrentVersionTransitions?.[0],
    rule.AbortIncompleteMultipartUpload,
  ];
  if (actions.every((action) => action === undefined)) {
    throw invalidRequest('At least one action needs to be specified in a rule.');
  }
  if (rule.Expiration) checkExpiration(rule, rule.Expiration);
  checkDays(rule);
  checkTransitions(rule);
}

function checkFilter({ Filter: filter, Prefix: prefix, AbortIncompleteMultipartUpload: abort }: LifecycleRule): void {
  if ((filter === undefined) === (prefix === undefined)) throw malformedXml();
  const named = [filter?.Prefix, filter?.Tag, filter?.And, filter?.ObjectSizeGreaterThan, filter?.ObjectSizeLessThan];
  if (named.filter((part) => part !== undefined).length > 1) throw malformedXml();
  const isByTag = filter?.Tag !== undefined || (filter?.And?.Tags?.length ?? 0) > 0;
  if (abort && isByTag) throw invalidRequest('AbortIncompleteMultipartUpload cannot be specified with Tags.');
}

function checkExpiration(
  rule: LifecycleRule,
  { Days, Date: date, ExpiredObjectDeleteMarker: marker }: LifecycleExpiration,
): void {
  if ([Days, date, marker].filter((part) => part !== undefined).length !== 1) throw malformedXml();
  if (date && date.getTime() % 86_400_000 !== 0) throw invalidArgument("'Date' must be at midnight GMT");
  const isByTag = rule.Filter?.Tag !== undefined || (rule.Filter?.And?.Tags?.length ?? 0) > 0;
  if (marker && isByTag) throw invalidRequest('ExpiredObjectDeleteMarker cannot be specified with Tags.');
}

function checkDays(rule: LifecycleRule): void {
  const { Expiration, NoncurrentVersionExpiration: noncurrent, AbortIncompleteMultipartUpload: abort } = rule;
  demandPositive(Expiration?.Days, "'Days' for Expiration action must be a positive integer");
  demandPositive(
    noncurrent?.NoncurrentDays,
    "'NoncurrentDays' for NoncurrentVersionExpiration action must be a positive integer",
  );
  if (noncurrent && noncurrent.NoncurrentDays === undefined) throw malformedXml();
  demandPositive(
    abort?.DaysAfterInitiation,
    "'DaysAfterInitiation' for AbortIncompleteMultipartUpload action must be a positive integer",
  );
}

function demandPositive(days: number | undefined, message: string): void {
  if (days !== undefined && days <= 0) throw invalidArgument(message);
}

function checkTransitions({
  Transitions: transitions = [],
  NoncurrentVersionTransitions: noncurrent = [],
}: LifecycleRule): void {
  for (const { Days, Date: date, StorageClass: to = '' } of transitions) {
    if ((Days === undefined) === (date === undefined)) throw malformedXml();
    demandRest(Days, to, 'Days', 'Transition');
  }
  for (const { NoncurrentDays, StorageClass: to = '' } of noncurrent) {
    demandRest(NoncurrentDays, to, 'NoncurrentDays', 'NoncurrentVersionTransition');
  }
}

function demandRest(days: number | undefined, to: string, member: string, action: string): void {
  const fewest = FEWEST_DAYS[to] ?? 0;
  if (days !== undefined && days < fewest) {
    throw invalidArgument(
      `'${member}' in ${action} action must be greater than or equal to ${fewest} for storageClass '${to}'`,
    );
  }
}
