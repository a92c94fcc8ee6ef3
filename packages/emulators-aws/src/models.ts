import { readFileSync } from 'node:fs';
import { loadPack, type ServiceModel } from '@cairn/emulator-kit';
import { packageFile } from './places.ts';

const loaded = new Map<string, ServiceModel>();

/** The model of a service by the name of its SDK client: `modelOf('cloudwatch-logs')`. Read once, on first use. */
export function modelOf(client: string): ServiceModel {
  const known = loaded.get(client);
  if (known) return known;
  const model = loadPack(JSON.parse(readFileSync(packageFile(`packs/${client}.json`), 'utf8')));
  loaded.set(client, model);
  return model;
}
