import { nearestName } from '@cairn/kernel';
import { CLIENT_MODULES } from '../../command-line/client-modules.ts';
import { relayHandler } from '../../command-line/relay-handler.ts';
import type { ProgramAccount, ProgramFault } from '../messages.ts';
import type { Errands } from './errands.ts';
import { nodeModules } from './node-modules.ts';
import { withPresets } from './preset-clients.ts';
import type { Import } from './read-program.ts';

export type Module = Readonly<Record<string, unknown>>;
export type ModuleLoaders = Readonly<Record<string, () => Promise<Module>>>;

const CLIENT = '@aws-sdk/client-';
const NODE = 'node:';

/** Everything that a program may import, by name. */
export function moduleLoaders(account: ProgramAccount, errands: Errands): ModuleLoaders {
  const { endpoint, region, accessKeyId, secretAccessKey } = account;
  const presets = { endpoint, region, credentials: { accessKeyId, secretAccessKey }, forcePathStyle: true };
  // the one way out of the worker, whatever a program sets
  const requestHandler = relayHandler((request) => errands.ask({ kind: 'relay', request }));
  const forced = { requestHandler, disableHostPrefix: true };
  const clients = Object.entries(CLIENT_MODULES).map(([service, load]): [string, () => Promise<Module>] => [
    `${CLIENT}${service}`,
    async () => withPresets((await load()) as Module, presets, forced), // every official client is such a module
  ]);
  const node = Object.entries(nodeModules(errands)).flatMap(([name, load]) => [
    [name, load] as const,
    [`${NODE}${name}`, load] as const,
  ]);
  const jmespath = async (): Promise<Module> => import('@jmespath-community/jmespath');
  return Object.fromEntries([...clients, ...node, ['@jmespath-community/jmespath', jmespath]]);
}

export type Loaded =
  | { readonly kind: 'modules'; readonly modules: ReadonlyMap<string, Module> }
  | { readonly kind: 'fault'; readonly fault: ProgramFault };

/** Loads what a program imports, and looks whether there is what it asks for. */
export async function loadModules(imports: readonly Import[], loaders: ModuleLoaders): Promise<Loaded> {
  const modules = new Map<string, Module>();
  for (const { module: name, names, place } of imports) {
    const load = loaders[name];
    if (load === undefined) return { kind: 'fault', fault: { message: noModule(name, loaders), place } };
    const module = modules.get(name) ?? (await load());
    modules.set(name, module);
    const missing = names.find((one) => one.name !== 'default' && !(one.name in module));
    if (missing) {
      return { kind: 'fault', fault: { message: noName(name, missing.name, module), place: missing.place } };
    }
  }
  return { kind: 'modules', modules };
}

function noName(module: string, name: string, { ...names }: Module): string {
  const nearest = nearestName(name, Object.keys(names));
  return `"${module}" has no ${name}${nearest === undefined ? '' : `; did you mean ${nearest}?`}`;
}

function noModule(name: string, loaders: ModuleLoaders): string {
  const known = Object.keys(loaders);
  const nearest = nearestName(name, known);
  if (nearest !== undefined) return `There is no module "${name}"; did you mean "${nearest}"?`;
  const others = known.filter((one) => !one.startsWith(CLIENT) && !one.startsWith(NODE)).join(', ');
  return `There is no module "${name}" here; there are the clients of AWS (${CLIENT}…) and ${others}`;
}
