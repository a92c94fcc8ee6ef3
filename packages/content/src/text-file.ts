/** A content file is written by hand: half a megabyte is far above any of ours and far below what hurts. */
export const MAX_FILE_BYTES = 524_288;

/** A file of the content, by its path below the root. */
export type TextFile = {
  readonly file: string;
  readonly text: string;
  /** What the text means as YAML, if that is kept from an earlier reading. */
  readonly kept?: unknown;
};
