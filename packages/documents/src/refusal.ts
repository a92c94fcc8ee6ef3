/** Why a file gives no text: one sentence for the person who brought it. Never leaves this package as an error. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

const LONGEST_NAME = 80;

/** On one line, and without what a terminal or a page would obey. */
const plain = (text: string): string => text.replace(/[\p{C}\s]+/gu, ' ').trim();

/** The name as it may stand in a sentence: its end kept, because the ending tells most. */
export function quoted(name: string): string {
  const line = plain(name);
  return `“${line.length > LONGEST_NAME ? `…${line.slice(1 - LONGEST_NAME)}` : line}”`;
}

const LISTED_NAMES = 12;
const LISTED_CHARACTERS = 40;

/** Names that stand in a file, as a sentence may list them. */
export const listed = (names: readonly string[]): string =>
  names
    .slice(0, LISTED_NAMES)
    .map((name) => plain(name.slice(0, LISTED_CHARACTERS)))
    .join(', ');

export const counted = (count: number): string => count.toLocaleString('en-US');

export function megabytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${counted(bytes)} bytes` : `${counted(Math.round(bytes / 1024 / 1024))} MB`;
}

export function tooLarge(name: string, limit: number): Refusal {
  return new Refusal(
    `${quoted(name)} is larger than ${megabytes(limit)}, which is the most that is read of such a file; bring only the part with the postings.`,
  );
}

export function empty(name: string): Refusal {
  return new Refusal(`${quoted(name)} is empty; save or download it again.`);
}

/** @param kind as it stands in a sentence: "PDF", "Word document" */
export function damaged(name: string, kind: string): Refusal {
  return new Refusal(`${quoted(name)} is damaged or is no ${kind}; download or save it again.`);
}

export function bomb(name: string): Refusal {
  return new Refusal(
    `${quoted(name)} unpacks to far more than a document needs, as files do that are made to harm; get it from another source.`,
  );
}

export function encrypted(name: string): Refusal {
  return new Refusal(`${quoted(name)} is protected by a password; open it and save it without one.`);
}

export function withoutText(name: string): Refusal {
  return new Refusal(`${quoted(name)} holds no text; open it, select its text, and paste it instead.`);
}
