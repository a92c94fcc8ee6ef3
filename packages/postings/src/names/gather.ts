import { type NameFinding, type PlatformFinding, STRENGTHS, type Strength } from '../posting.ts';
import type { KnownName, Lexicon } from './build-lexicon.ts';
import type { Occurrence } from './occurrences.ts';

/** The names of the catalog in a posting, each once, with its strongest mention as quote. */
export type FoundNames = {
  readonly platforms: PlatformFinding[];
  readonly services: NameFinding[];
  readonly skills: NameFinding[];
  readonly certifications: NameFinding[];
};

export type Mention = Occurrence & { readonly strength: Strength };

/** Names that are also named by another: Azure Databricks is Databricks, GovCloud is AWS. */
const ALSO: ReadonlyMap<string, string> = new Map([
  ['azure-databricks', 'databricks'],
  ['aws-govcloud', 'amazon-web-services'],
]);

const CLOUD_OF: ReadonlyMap<string, string> = new Map([
  ['AWS', 'amazon-web-services'],
  ['Azure', 'microsoft-azure'],
  ['GCP', 'google-cloud-platform'],
]);

type Best = { name: KnownName; mention: Mention; via: 'name' | 'service'; mentions: number };

/** Each name once, with its strongest mention (the first of them) and how often it stands there. */
export function gather(text: string, { names }: Lexicon, mentions: readonly Mention[]): FoundNames {
  const best = new Map<string, Best>();
  for (const mention of mentions) {
    const { name } = mention.spelling;
    note(best, name, mention, 'name');
    const also = ALSO.get(name.id);
    if (also !== undefined) note(best, names.get(also), mention, 'name');
    if (name.kind === 'service') note(best, names.get(CLOUD_OF.get(name.vendor ?? '') ?? ''), mention, 'service');
  }
  return sorted(text, [...best.values()]);
}

function sorted(text: string, all: Best[]): FoundNames {
  const found: FoundNames = { platforms: [], services: [], skills: [], certifications: [] };
  const lists = { service: found.services, skill: found.skills, certification: found.certifications };
  for (const one of all.sort((a, b) => a.mention.start - b.mention.start)) {
    const { kind } = one.name;
    const { strength } = one.mention;
    if (kind === 'platform') found.platforms.push(platformOf(text, one));
    else if (strength !== 'boilerplate') lists[kind].push(findingOf(text, one, strength));
  }
  return found;
}

function rank(strength: Strength, via: 'name' | 'service'): number {
  return STRENGTHS.indexOf(strength) * 2 + (via === 'name' ? 0 : 1);
}

function note(best: Map<string, Best>, name: KnownName | undefined, mention: Mention, via: 'name' | 'service'): void {
  if (name === undefined) return;
  const known = best.get(name.id);
  if (known === undefined) {
    best.set(name.id, { name, mention, via, mentions: 1 });
    return;
  }
  known.mentions += 1;
  if (rank(mention.strength, via) < rank(known.mention.strength, known.via)) {
    known.mention = mention;
    known.via = via;
  }
}

function findingOf<S extends Strength>(text: string, { name, mention, mentions }: Best, strength: S): NameFinding<S> {
  const { start, end } = mention;
  return { id: name.id, canonical: name.canonical, strength, mentions, quote: text.slice(start, end), start, end };
}

function platformOf(text: string, { name, mention, via, mentions }: Best): PlatformFinding {
  const { id, canonical, vendor = canonical } = name;
  const { start, end, strength } = mention;
  return { id, canonical, strength, mentions, quote: text.slice(start, end), start, end, vendor, via };
}
