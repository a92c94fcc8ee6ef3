import type { CrawlerTargets, CreateCrawlerRequest } from '@aws-sdk/client-glue';
import type { Need } from '@cairn/emulator-kit';
import { crawlerNotFound, invalidInput, notSupported } from '../errors.ts';
import { onNamed } from '../needs.ts';
import type { CrawlerEntry, GlueCall } from '../state.ts';
import { scheduleOf } from './schedule.ts';

export function getCrawlerEntry({ state }: GlueCall, name: string | undefined): CrawlerEntry {
  const entry = state.crawlers.get(name ?? '');
  if (!entry) throw crawlerNotFound(name ?? '');
  return entry;
}

export const onCrawler =
  (action: string) =>
  ({ Name: name }: { readonly Name: string | undefined }, call: GlueCall): Need =>
    onNamed(action, 'crawler')(name, call);

type Settings = { readonly [Name in keyof CreateCrawlerRequest]?: CreateCrawlerRequest[Name] | undefined };

/** Throws InvalidInputException for settings that would change what a crawl does here and do not. */
export function demandCrawlable({
  Targets,
  Classifiers,
  Configuration,
  LakeFormationConfiguration,
  Schedule,
}: Settings): void {
  if (Targets) demandTargets(Targets);
  if (Classifiers && Classifiers.length > 0) throw notSupported('A custom classifier');
  if (LakeFormationConfiguration?.UseLakeFormationCredentials)
    throw notSupported('Crawling with Lake Formation credentials');
  if (Configuration !== undefined && /"(Grouping|TableLevelConfiguration)"/.test(Configuration))
    throw notSupported('Grouping in a crawler’s Configuration');
  scheduleOf(Schedule);
}

function demandTargets({ S3Targets: s3 = [], ...others }: CrawlerTargets): void {
  const other = Object.entries(others).find(([, targets]) => (targets ?? []).length > 0)?.[0];
  if (other !== undefined) throw notSupported(`The crawler target ${other.replace(/Targets$/, '')}`);
  if (s3.length === 0) throw invalidInput('At least one crawler target must be specified.');
  const wrong = s3.find(({ Path: path }) => !/^s3:\/\/[^/]+/.test(path ?? ''));
  if (wrong) throw invalidInput(`The include path ${wrong.Path} is not valid: write s3://bucket/folder/.`);
  if (s3.some(({ EventQueueArn, ConnectionName }) => EventQueueArn ?? ConnectionName))
    throw notSupported('Crawling by events or through a connection');
}
