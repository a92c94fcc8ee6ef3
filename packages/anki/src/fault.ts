/** A file that cannot be read as an Anki package. The message is one sentence for the person who chose the file. */
export class AnkiFileFault extends Error {
  override readonly name = 'AnkiFileFault';
}

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/** Thrown by whoever unpacks, however small the packed file is. */
export function tooLarge(limit: number): AnkiFileFault {
  return new AnkiFileFault(
    `The collection in the package unpacks to more than ${megabytes(limit)}; export a smaller deck.`,
  );
}

/** @param what the part that cannot be read, if it is known */
export function damaged(what?: string, cause?: unknown): AnkiFileFault {
  const part = what === undefined ? '' : `: ${what} cannot be read`;
  const message = `The collection in the package is damaged${part}; export the deck again from Anki.`;
  return new AnkiFileFault(message, { cause });
}
