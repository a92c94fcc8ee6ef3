import { type CompiledStatement, compiled } from './compile.ts';
import type { AttachedPolicy, StatementReference } from './policy.ts';
import { matchesCodes, patternCodes } from './wildcard.ts';

/** One thing that was done, as the journal of an account records it. */
export type JournalEntry = { readonly action: string; readonly resource: string };

/** An action or resource pattern of an Allow that nothing in the journal needed. */
export type UnusedGrant = StatementReference & { readonly element: 'Action' | 'Resource'; readonly pattern: string };

/** A grant that reaches far beyond what was done. */
export type WideGrant = StatementReference & {
  readonly kind: 'every-action' | 'every-action-of-a-service' | 'all-but-some-actions' | 'every-resource';
  readonly pattern: string;
  /** What of it was needed: the distinct actions, or for `every-resource` the distinct resources. */
  readonly needed: readonly string[];
};

export type PrivilegeReport = { readonly unused: readonly UnusedGrant[]; readonly wide: readonly WideGrant[] };

type Grants = {
  readonly reference: StatementReference;
  readonly statement: CompiledStatement;
  /** Journal entries that this statement grants; its conditions are taken as met. */
  readonly used: readonly JournalEntry[];
};

const distinct = (texts: readonly string[]) => [...new Set(texts)].sort();

/** A `${variable}` in a resource is taken as any text: the journal does not say who asked. */
const withoutVariables = (pattern: string) => pattern.replace(/\$\{[^}]*\}/g, '*');

const covers = (pattern: string, text: string) => matchesCodes(patternCodes(pattern, true), text);
const resourceCovers = (pattern: string, resource: string) => covers(withoutVariables(pattern), resource);
const actionCovers = (pattern: string, action: string) => covers(pattern.toLowerCase(), action.toLowerCase());

function isCovered(statement: CompiledStatement, entry: JournalEntry): boolean {
  const { actions, notActions, resources, notResources } = statement.source;
  const isAction = (actions ?? notActions ?? []).some((pattern) => actionCovers(pattern, entry.action));
  const isResource = (resources ?? notResources ?? ['*']).some((pattern) => resourceCovers(pattern, entry.resource));
  return isAction !== (notActions !== undefined) && isResource !== (notResources !== undefined);
}

function unusedOf({ reference, statement, used }: Grants): UnusedGrant[] {
  const { actions = [], resources = [] } = statement.source;
  const idleActions = actions.filter((pattern) => !used.some(({ action }) => actionCovers(pattern, action)));
  const idleResources = resources.filter((pattern) => !used.some(({ resource }) => resourceCovers(pattern, resource)));
  return [
    ...idleActions.map((pattern) => ({ ...reference, element: 'Action' as const, pattern })),
    ...idleResources.map((pattern) => ({ ...reference, element: 'Resource' as const, pattern })),
  ];
}

function actionWidth(pattern: string): WideGrant['kind'] | undefined {
  if (/^\*+(:\*+)?$/.test(pattern)) return 'every-action';
  return /:\*+$/.test(pattern) ? 'every-action-of-a-service' : undefined;
}

function wideActions({ reference, statement, used }: Grants): WideGrant[] {
  const { actions = [], notActions } = statement.source;
  if (notActions) {
    const needed = distinct(used.map(({ action }) => action));
    return [{ ...reference, kind: 'all-but-some-actions', pattern: notActions.join(', '), needed }];
  }
  return actions.flatMap((pattern) => {
    const kind = actionWidth(pattern);
    const needed = used.filter(({ action }) => actionCovers(pattern, action)).map(({ action }) => action);
    return kind === undefined ? [] : [{ ...reference, kind, pattern, needed: distinct(needed) }];
  });
}

/** `*` is right for actions that have no resource, so it counts as wide only when no such action was done. */
function wideResources({ reference, statement, used }: Grants): WideGrant[] {
  const { resources = [], notResources } = statement.source;
  const isNeeded = used.some(({ resource }) => resource === '*');
  const isWide = notResources !== undefined || resources.some((pattern) => /^\*+$/.test(pattern));
  if (!isWide || isNeeded) return [];
  const needed = distinct(used.map(({ resource }) => resource));
  return [{ ...reference, kind: 'every-resource', pattern: notResources ? notResources.join(', ') : '*', needed }];
}

function grantsOf({ policyId, policy }: AttachedPolicy, journal: readonly JournalEntry[]): Grants[] {
  return compiled(policy).flatMap((statement, statementIndex) => {
    const { effect, sid } = statement.source;
    if (effect === 'Deny') return [];
    const reference = { policyId, policyKind: policy.kind, statementIndex, ...(sid === undefined ? {} : { sid }) };
    return [{ reference, statement, used: journal.filter((entry) => isCovered(statement, entry)) }];
  });
}

/**
 * What of the granted was never needed, and what reaches wider than the work did: for "tighten this policy" labs.
 *
 * @param policies Allow statements of all of them are weighed, each on its own
 * @param journal  what was done successfully
 */
export function unusedGrants(policies: readonly AttachedPolicy[], journal: readonly JournalEntry[]): PrivilegeReport {
  const grants = policies.flatMap((attached) => grantsOf(attached, journal));
  return {
    unused: grants.flatMap(unusedOf),
    wide: grants.flatMap((grant) => [...wideActions(grant), ...wideResources(grant)]),
  };
}
