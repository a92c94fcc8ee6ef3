/** Something an author can mend. Collected, never thrown; the program goes on with the files that are sound. */
export type Fault = {
  /** Path relative to the content root, with `/`. */
  readonly file: string;
  /** From 1; the line of the value at fault, or of its nearest parent that exists. */
  readonly line: number;
  /** One sentence: what is wrong and what to do. */
  readonly message: string;
};

export function byPlace(a: Fault, b: Fault): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.message.localeCompare(b.message);
}
