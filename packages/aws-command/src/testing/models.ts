import { readFileSync } from 'node:fs';
import { loadPack, type ServiceModel } from '@cairn/emulator-kit/schema';

const PACKS = new URL('../../../emulators-aws/packs/', import.meta.url);
const loaded = new Map<string, ServiceModel>();

/** The model of a client, as a page fetches it. */
export function testModel(client: string): ServiceModel {
  const model = loaded.get(client) ?? loadPack(JSON.parse(readFileSync(new URL(`${client}.json`, PACKS), 'utf8')));
  loaded.set(client, model);
  return model;
}
