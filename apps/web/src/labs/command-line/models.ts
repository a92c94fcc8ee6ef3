import { loadPack, type ServiceModel, type ServicePack } from '@cairn/aws-command';
import { ApiProblem } from '../../api.ts';

/** Addresses of the packs: what each service takes and answers, a file a service. */
const PACKS = import.meta.glob<string>('../../../../../packages/emulators-aws/packs/*.json', {
  query: '?url',
  import: 'default',
  eager: true,
});

const loading = new Map<string, Promise<ServiceModel>>();
const loaded = new Map<string, ServiceModel>();

/** Fetches the model of a client when it is first asked for. */
export function fetchModel(client: string): Promise<ServiceModel> {
  const known = loading.get(client);
  if (known) return known;
  const model = readModel(client);
  loading.set(client, model);
  model.catch(() => loading.delete(client)); // the next command tries again
  return model;
}

/** What is there already. */
export const findModel = (client: string): ServiceModel | undefined => loaded.get(client);

async function readModel(client: string): Promise<ServiceModel> {
  const address = Object.entries(PACKS).find(([path]) => path.endsWith(`/${client}.json`))?.[1];
  if (address === undefined) throw new RangeError(`there is no model of ${client}`);
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) throw new ApiProblem(0, 'unreachable', `What ${client} can do could not be read. Is Cairn running?`);
  const model = loadPack((await answer.json()) as ServicePack); // a file of this build
  loaded.set(client, model);
  return model;
}
