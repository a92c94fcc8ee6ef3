/** Written for Cairn; the company and its devices are invented. */
export type Article = {
  readonly title: string;
  readonly text: string;
  readonly question: string;
  /** Words of `text` that a right answer must hold. */
  readonly answer: string;
};
