/** What a package may cost before it is refused. Media are never unpacked, so they count only as bytes of the file. */
export type ReadLimits = {
  readonly fileBytes: number;
  /** Files in the package; a deck with pictures and sounds has one a picture. */
  readonly entries: number;
  /** The unpacked collection. */
  readonly databaseBytes: number;
  readonly notes: number;
  readonly cards: number;
  readonly reviews: number;
  /** The text of one note with its markup; longer notes are left out and reported. */
  readonly noteBytes: number;
  /** One side of a card once its markup is gone; longer cards are left out and reported. */
  readonly sideCharacters: number;
};

export const USUAL_READ_LIMITS: ReadLimits = {
  fileBytes: 256 * 1024 * 1024,
  entries: 50_000,
  databaseBytes: 128 * 1024 * 1024,
  notes: 50_000,
  cards: 100_000,
  reviews: 1_000_000,
  noteBytes: 128 * 1024,
  sideCharacters: 4000,
};
