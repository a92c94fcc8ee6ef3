import type { Need } from '@cairn/emulator-kit';
import type { GlueCall } from './state.ts';

/** What an action on the catalog needs: it is asked of the catalog and of each thing on the way down. */
export function catalogNeeds(call: GlueCall, action: string, ...path: readonly string[]): Need[] {
  const resources = ['catalog', ...path].map((resource) => call.arn(resource));
  return resources.map((resource) => ({ action: `glue:${action}`, resource }));
}

interface NamesDatabase {
  readonly DatabaseName: string | undefined;
}

export const onDatabase =
  (action: string) =>
  ({ Name: name }: { readonly Name: string | undefined }, call: GlueCall): Need[] =>
    catalogNeeds(call, action, `database/${name}`);

export const onTablesOf =
  (action: string) =>
  ({ DatabaseName: database }: NamesDatabase, call: GlueCall): Need[] =>
    catalogNeeds(call, action, `database/${database}`, `table/${database}/*`);

export const tableNeeds = (
  call: GlueCall,
  action: string,
  database: string | undefined,
  table: string | undefined,
): Need[] => catalogNeeds(call, action, `database/${database}`, `table/${database}/${table}`);

export const onTable =
  (action: string) =>
  (
    { DatabaseName: database, Name: name }: NamesDatabase & { readonly Name: string | undefined },
    call: GlueCall,
  ): Need[] =>
    tableNeeds(call, action, database, name);

export const onPartitionsOf =
  (action: string) =>
  (
    { DatabaseName: database, TableName: table }: NamesDatabase & { readonly TableName: string | undefined },
    call: GlueCall,
  ): Need[] =>
    tableNeeds(call, action, database, table);

/** Permission for `glue:<action>` on one crawler, job or ruleset. */
export const onNamed =
  (action: string, kind: string) =>
  (name: string | undefined, call: GlueCall): Need => ({
    action: `glue:${action}`,
    resource: call.arn(`${kind}/${name}`),
  });

/** A role by name or ARN, as crawlers and jobs take it. */
export const roleArnOf = (call: Pick<GlueCall, 'accountId'>, role: string): string =>
  role.startsWith('arn:') ? role : `arn:aws:iam::${call.accountId}:role/${role}`;

/** Throws AccessDeniedException unless the caller may hand `role` to Glue. */
export function demandPassRole(call: GlueCall, role: string): string {
  const resource = roleArnOf(call, role);
  call.demand({ action: 'iam:PassRole', resource, context: { 'iam:PassedToService': 'glue.amazonaws.com' } });
  return resource;
}
