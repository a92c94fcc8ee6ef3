export type {
  AnkiDeck,
  AnkiLoss,
  AnkiLossKind,
  AnkiNote,
  AnkiReview,
  AnkiSchedule,
  ReadAnkiNote,
  ReadAnkiPackage,
} from './deck.ts';
export { AnkiFileFault } from './fault.ts';
export { type ReadLimits, USUAL_READ_LIMITS } from './limits.ts';
export { guidOf } from './note-type.ts';
export { readApkg } from './read/read-apkg.ts';
export { writeApkg } from './write/write-apkg.ts';
