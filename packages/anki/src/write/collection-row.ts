import { createHash } from 'node:crypto';
import { NOTE_TYPE_ID, noteType } from '../note-type.ts';

/** Numbers for decks begin here; below lie the ids that Anki gave out when it was young. */
const DECK_ID_BASE = 1_600_000_000_000;
const DECK_ID_SPAN = 100_000_000_000;

/** The same name has the same number in every package. */
export function deckIdOf(name: string): number {
  const hash = createHash('sha256').update(`cairn-deck:${name}`).digest().readUIntBE(0, 6);
  return DECK_ID_BASE + (hash % DECK_ID_SPAN);
}

const deckOf = (id: number, name: string, mod: number) => ({
  id,
  name,
  mod,
  usn: -1,
  newToday: [0, 0],
  revToday: [0, 0],
  lrnToday: [0, 0],
  timeToday: [0, 0],
  collapsed: false,
  browserCollapsed: false,
  desc: '',
  dyn: 0,
  conf: 1,
  extendNew: 10,
  extendRev: 50,
});

const OPTIONS = {
  id: 1,
  name: 'Default',
  mod: 0,
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  dyn: false,
  new: { delays: [1, 10], ints: [1, 4, 7], initialFactor: 2500, separate: true, order: 1, perDay: 20, bury: false },
  rev: { perDay: 200, ease4: 1.3, fuzz: 0.05, minSpace: 1, ivlFct: 1, maxIvl: 36500, bury: false, hardFactor: 1.2 },
  lapse: { delays: [10], mult: 0, minInt: 1, leechFails: 8, leechAction: 0 },
};

const configOf = (deckId: number, nextPosition: number) => ({
  // The second scheduler: as the first, Anki would read the ratings of first reviews one button off.
  schedVer: 2,
  creationOffset: 0, // the collection was made in UTC
  curDeck: deckId,
  activeDecks: [deckId],
  curModel: String(NOTE_TYPE_ID),
  nextPos: nextPosition,
  sortType: 'noteFld',
  sortBackwards: false,
  estTimes: true,
  dueCounts: true,
  addToCur: true,
  newSpread: 0,
  collapseTime: 1200,
  timeLim: 0,
  newBury: true,
});

/** Decks need those above them in some versions. */
function decksOf(name: string, mod: number): Record<string, object> {
  const levels = name.split('::');
  const names = levels.map((_, depth) => levels.slice(0, depth + 1).join('::'));
  const own = names.map((each) => [String(deckIdOf(each)), deckOf(deckIdOf(each), each, mod)] as const);
  return { '1': deckOf(1, 'Default', 0), ...Object.fromEntries(own) };
}

export type CollectionRow = {
  readonly deckName: string;
  readonly createdAtSeconds: number;
  readonly now: number;
  readonly notes: number;
};

/** The one row of `col`, in the order of its columns. */
export function collectionRow({ deckName, createdAtSeconds, now, notes }: CollectionRow): (string | number)[] {
  const deckId = deckIdOf(deckName);
  const texts = [
    configOf(deckId, notes + 1),
    { [NOTE_TYPE_ID]: noteType(deckId) },
    decksOf(deckName, Math.floor(now / 1000)),
    { '1': OPTIONS },
    {},
  ];
  return [1, createdAtSeconds, now, now, 11, 0, 0, 0, ...texts.map((value) => JSON.stringify(value))];
}
