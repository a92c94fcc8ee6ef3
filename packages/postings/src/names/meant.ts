import type { Evidence, NameRule } from './ambiguous/rule.ts';
import type { KnownSpelling, Lexicon } from './build-lexicon.ts';
import { listAround } from './lists.ts';
import { namesInside, type Occurrence } from './occurrences.ts';

/** Characters beside a name that rules look at. */
const REACH = 90;
/** How far another name of the vendor may stand. */
const NEAR_VENDOR = 260;
const LIST_REACH = 12;

/** What is asked of the whole posting again and again, answered once. */
type Posting = {
  readonly text: string;
  readonly names: readonly Occurrence[];
  /** Looked for when first asked for. */
  proofs: Proofs | undefined;
  readonly answers: Map<RegExp, boolean>;
  /** Whether the posting has a namesake of a name, by id. */
  readonly namesakes: Map<string, boolean>;
};

/** Names that prove a vendor, by vendor: ids. */
type Proofs = ReadonlyMap<string, ReadonlySet<string>>;

/** The names that are meant, given all that are written: rules and needs decide on the ambiguous ones. */
export function meantNames(text: string, lexicon: Lexicon, written: readonly Occurrence[]): readonly Occurrence[] {
  if (written.every(({ spelling }) => spelling.isPlain)) return written;
  const first = postingOf(text, written);
  // Names that lean on no vendor are settled first: what is not meant proves nothing.
  const left = written.filter(
    (name, place) => name.spelling.isPlain || name.spelling.leansOnVendor || isMeant(first, place, name),
  );
  const second = postingOf(text, left);
  const meant = new Set(left.filter((name, place) => !name.spelling.leansOnVendor || isMeant(second, place, name)));
  return written.flatMap((name) => {
    if (meant.has(name)) return [name];
    return namesInside(text, lexicon, name).filter(({ spelling }) => spelling.isPlain);
  });
}

function postingOf(text: string, names: readonly Occurrence[]): Posting {
  return { text, names, proofs: undefined, answers: new Map(), namesakes: new Map() };
}

function proofsOf(posting: Posting): Proofs {
  posting.proofs ??= proofsAmong(posting.names);
  return posting.proofs;
}

function proofsAmong(names: readonly Occurrence[]): Proofs {
  const proofs = new Map<string, Set<string>>();
  for (const { spelling } of names) {
    const { vendor, id } = spelling.name;
    if (vendor === undefined || spelling.leansOnVendor) continue;
    const ids = proofs.get(vendor);
    if (ids === undefined) proofs.set(vendor, new Set([id]));
    else ids.add(id);
  }
  return proofs;
}

function saysAnywhere({ text, answers }: Posting, words: RegExp): boolean {
  const known = answers.get(words);
  if (known !== undefined) return known;
  const answer = words.test(text);
  answers.set(words, answer);
  return answer;
}

function isMeant(posting: Posting, place: number, name: Occurrence): boolean {
  const { spelling } = name;
  const { text } = posting;
  const before = text.slice(Math.max(0, name.start - REACH), name.start);
  const after = text.slice(name.end, name.end + REACH);
  const scene: Scene = { posting, text, names: posting.names, place, name, before, after };
  if (!spelling.rules.every((rule) => isAllowed(rule, scene))) return false;
  const only = spelling.rules.flatMap((rule) => rule.only ?? []);
  const evidence = only.length > 0 ? only : needOf(spelling);
  return evidence.length === 0 || evidence.some((one) => hasEvidence(one, scene));
}

type Scene = {
  posting: Posting;
  text: string;
  names: readonly Occurrence[];
  place: number;
  name: Occurrence;
  before: string;
  after: string;
};

function needOf({ needs, name }: KnownSpelling): Evidence[] {
  if (needs === 'vendor' && name.vendor !== undefined) return [{ vendor: 'near' }];
  return needs === undefined ? [] : [{ isListed: true }];
}

function isAllowed({ never, frames, isExact, spellings, namesake }: NameRule, scene: Scene): boolean {
  if (isExact === true && !isAsSpelled(scene, spellings)) return false;
  if (frames?.some(({ before, after }) => before.test(scene.before) && after.test(scene.after)) === false) return false;
  if (namesake !== undefined && isNamesake(namesake, scene)) return false;
  return never === undefined || !(isRuledOutBeside(never, scene) || isRuledOutByPosting(never, scene));
}

/** "Athena is a bank": so is the Athena of the next sentence. */
function isNamesake(of: NonNullable<NameRule['namesake']>, scene: Scene): boolean {
  const { namesakes, names, text } = scene.posting;
  const { id } = scene.name.spelling.name;
  let has = namesakes.get(id);
  if (has === undefined) {
    const isOne = ({ start, end, spelling }: Occurrence) =>
      spelling.name.id === id &&
      (of.after.test(text.slice(end, end + REACH)) || of.before.test(text.slice(Math.max(0, start - REACH), start)));
    has = names.some(isOne);
    namesakes.set(id, has);
  }
  return has && !hasVendor('listed', scene);
}

type Never = NonNullable<NameRule['never']>;

function isRuledOutBeside({ before, after, near }: Never, scene: Scene): boolean {
  if (before?.test(scene.before) === true || after?.test(scene.after) === true) return true;
  return near?.test(surroundings(scene)) === true;
}

function isRuledOutByPosting({ posting, postingAlone, otherClouds }: Never, scene: Scene): boolean {
  if (posting !== undefined && saysAnywhere(scene.posting, posting)) return true;
  if (postingAlone !== undefined && saysAnywhere(scene.posting, postingAlone) && !hasVendor('anywhere', scene))
    return true;
  return otherClouds === true && namesOtherCloudsOnly(scene);
}

/** One slice: what is put together of three would be copied for the regular expression. */
function surroundings({ text, name }: Scene): string {
  return text.slice(Math.max(0, name.start - REACH), name.end + REACH);
}

/** Capitals as in the spelling, or as in another one that the rule is about. */
function isAsSpelled({ text, name }: Scene, spellings: readonly string[] = []): boolean {
  const found = lettersOf(text.slice(name.start, name.end));
  return [name.spelling.alias, ...spellings].some((spelling) => lettersOf(spelling) === found);
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function namesOtherCloudsOnly({ posting, name }: Scene): boolean {
  const hasCloud = (vendor: string, id: string) => proofsOf(posting).get(vendor)?.has(id) === true;
  const clouds = CLOUDS.filter(([vendor, id]) => hasCloud(vendor, id));
  return clouds.length > 0 && !clouds.some(([vendor]) => vendor === name.spelling.name.vendor);
}

const CLOUDS = [
  ['AWS', 'amazon-web-services'],
  ['Azure', 'microsoft-azure'],
  ['GCP', 'google-cloud-platform'],
] as const;

function hasEvidence(evidence: Evidence, scene: Scene): boolean {
  const { before, after } = scene;
  if (evidence.isListed === true && isListed(scene)) return true; // soonest answered, and most often yes
  if (evidence.before?.test(before) === true || evidence.after?.test(after) === true) return true;
  if (evidence.near?.test(surroundings(scene)) === true) return true;
  if (evidence.isExact === true && isAsSpelled(scene)) return true;
  if (evidence.posting !== undefined && saysAnywhere(scene.posting, evidence.posting)) return true;
  return evidence.vendor !== undefined && hasVendor(evidence.vendor, scene);
}

/** In a list with a name that needs no proof itself. */
function isListed(scene: Scene): boolean {
  const { text, names, place } = scene;
  if (isGluedTo(scene, names[place - 1]) || isGluedTo(scene, names[place + 1])) return true;
  const [first, last] = listAround(text, names, place, LIST_REACH);
  const from = first < place && beginsOwnItem(scene, first) ? place : first;
  for (let at = from; at <= last; at += 1) if (isOther(scene, names[at])) return true;
  return false;
}

function isOther({ name }: Scene, one: Occurrence | undefined): boolean {
  return one !== undefined && one.spelling.name !== name.spelling.name && one.spelling.needs === undefined;
}

/** "SQLExcelPython": names without anything between are a list whose line breaks are lost. */
function isGluedTo(scene: Scene, one: Occurrence | undefined): boolean {
  const { name } = scene;
  return (one?.end === name.start || one?.start === name.end) && isOther(scene, one);
}

/**
 * "- Care for our Python" and below it "- Go with nurses": the end of one item and the start of the next are no list,
 * unless one of the two lines is nothing but names.
 */
function beginsOwnItem({ text, names, place, name, after }: Scene, first: number): boolean {
  const above = names[place - 1];
  if (
    above === undefined ||
    !BREAKS_OFF.test(text.slice(above.end, Math.min(name.start, above.end + LONGEST_BREAK))) ||
    ENDS_ITEM.test(after)
  )
    return false;
  if ((names[place + 1]?.start ?? text.length) - name.end <= LONGEST_LINK) return false;
  const line = text.lastIndexOf('\n', above.start) + 1;
  const isOfLine = ({ start }: Occurrence) => start >= line;
  const head = names.slice(first, place).find(isOfLine) ?? above;
  return head.start - line > LONGEST_BULLET;
}

/** "Go with gRPC": what follows is a name, too. */
const LONGEST_LINK = 8;
const LONGEST_BULLET = 6;
const LONGEST_BREAK = 20;
const BREAKS_OFF = /^[^\S\n]*[.;]?[^\S\n]*\n/;
const ENDS_ITEM = /^(?:\s*(?:[,/(&|;:+]|$)|[^\S\n]*\n|\s+(?:and|or|plus)\b)/;

function hasVendor(where: 'listed' | 'near' | 'anywhere', scene: Scene): boolean {
  const { vendor, id } = scene.name.spelling.name;
  const ids = vendor === undefined ? undefined : proofsOf(scene.posting).get(vendor);
  if (ids === undefined || (ids.size === 1 && ids.has(id))) return false;
  if (where === 'anywhere') return true;
  const { names, place, text } = scene;
  const [first, last] = where === 'listed' ? listAround(text, names, place, LIST_REACH) : [0, names.length - 1];
  return hasProofTowards(scene, first, -1) || hasProofTowards(scene, last, 1);
}

/** Looks from the name towards the place `to`, as far as names are near. */
function hasProofTowards({ names, place, name }: Scene, to: number, step: 1 | -1): boolean {
  for (let at = place + step; step < 0 ? at >= to : at <= to; at += step) {
    const other = names[at];
    if (other === undefined || Math.abs(other.start - name.start) > NEAR_VENDOR) return false;
    if (isProof(other, name)) return true;
  }
  return false;
}

function isProof(other: Occurrence | undefined, wanted: Occurrence): boolean {
  if (other === undefined || other.spelling.leansOnVendor) return false;
  const { vendor, id } = other.spelling.name;
  return vendor === wanted.spelling.name.vendor && id !== wanted.spelling.name.id;
}
