import type { Call, Need } from '@cairn/emulator-kit';
import { entityArn, findGroup, findRole, findUser, iamArn } from './entities.ts';
import { mustNameUser } from './errors.ts';
import type { IamState, PolicyHolder, Tags } from './state.ts';

type IamCall = Pick<Call<IamState>, 'state' | 'accountId' | 'principal'>;
type Context = Record<string, string | readonly string[]>;

/** Name of the user behind a call that names none, as the key that signed it tells. Undefined for root. */
export function callerName({ principal }: Pick<IamCall, 'principal'>): string | undefined {
  if (principal.kind === 'root') return undefined;
  if (principal.kind !== 'user' || principal.userName === undefined) throw mustNameUser();
  return principal.userName;
}

/** What `iam:<operation>` on a user needs; without a name, on the caller. */
export const onUser =
  (operation: string) =>
  (input: { readonly UserName?: string | undefined }, call: IamCall): Need => {
    const name = input.UserName ?? callerName(call);
    const resource = name === undefined ? iamArn(call.accountId, 'root') : userArn(call, name);
    const user = name === undefined ? undefined : findUser(call.state, name);
    return { action: `iam:${operation}`, resource, context: contextOf(user, input) };
  };

export const onGroup =
  (operation: string) =>
  (input: { readonly GroupName: string | undefined }, call: IamCall): Need => {
    const name = String(input.GroupName);
    const group = findGroup(call.state, name);
    const resource = group?.arn ?? entityArn(call.accountId, 'group', '/', name);
    return { action: `iam:${operation}`, resource, context: contextOf(group, input) };
  };

export const onRole =
  (operation: string) =>
  (input: { readonly RoleName: string | undefined }, call: IamCall): Need => {
    const name = String(input.RoleName);
    const role = findRole(call.state, name);
    const resource = role?.arn ?? entityArn(call.accountId, 'role', '/', name);
    return { action: `iam:${operation}`, resource, context: contextOf(role, input) };
  };

export const onPolicy =
  (operation: string) =>
  (input: { readonly PolicyArn: string | undefined }): Need => ({
    action: `iam:${operation}`,
    resource: String(input.PolicyArn),
  });

/** What making `kind` needs, under the path and name it is to have. */
export const onNew =
  (operation: string, kind: PolicyHolder['kind'] | 'policy', nameOf: (input: never) => string | undefined) =>
  (input: { readonly Path?: string | undefined }, call: IamCall): Need => ({
    action: `iam:${operation}`,
    resource: iamArn(call.accountId, `${kind}${input.Path ?? '/'}${nameOf(input as never)}`),
    context: contextOf(undefined, input),
  });

const userArn = ({ state, accountId }: IamCall, name: string): string =>
  findUser(state, name)?.arn ?? entityArn(accountId, 'user', '/', name);

interface Said {
  readonly PolicyArn?: string | undefined;
  readonly PermissionsBoundary?: string | undefined;
  readonly Tags?: readonly { Key: string | undefined; Value: string | undefined }[] | undefined;
  readonly TagKeys?: readonly string[] | undefined;
}

/** Condition keys of IAM's own: what is attached, the boundary asked for or in force, tags. */
function contextOf(entity: PolicyHolder | undefined, input: object): Context {
  const said: Said = input;
  const context: Context = { ...tagContext('aws:RequestTag', said.Tags ?? []) };
  const tagKeys = said.TagKeys ?? said.Tags?.map(({ Key }) => String(Key));
  if (tagKeys) context['aws:TagKeys'] = tagKeys;
  if (said.PolicyArn !== undefined) context['iam:PolicyARN'] = said.PolicyArn;
  const boundary = said.PermissionsBoundary ?? (entity && 'boundary' in entity ? entity.boundary : undefined);
  if (boundary !== undefined) context['iam:PermissionsBoundary'] = boundary;
  if (!entity || entity.kind === 'group') return context;
  const tags = listed(entity.tags);
  return { ...context, ...tagContext('aws:ResourceTag', tags), ...tagContext('iam:ResourceTag', tags) };
}

const listed = (tags: Tags) => [...tags].map(([Key, Value]) => ({ Key, Value }));

const tagContext = (prefix: string, tags: NonNullable<Said['Tags']>): Context =>
  Object.fromEntries(tags.map(({ Key, Value }) => [`${prefix}/${Key}`, String(Value)]));

/** Listings ask for the whole path: `arn:aws:iam::123456789012:user/team/`. */
export const listing =
  (operation: string, kind: PolicyHolder['kind']) =>
  ({ PathPrefix = '/' }: { readonly PathPrefix?: string | undefined }, { accountId }: IamCall): Need => ({
    action: `iam:${operation}`,
    resource: iamArn(accountId, kind + PathPrefix),
  });
