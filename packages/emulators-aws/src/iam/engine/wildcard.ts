/** Pattern codes: a UTF-16 code unit that stands for itself, or one of two wildcards. */
export const ANY_RUN = -1;
export const ANY_ONE = -2;

const STAR = 42;
const QUESTION = 63;

/** Text to pattern codes. With `hasWildcards` false, `*` and `?` stand for themselves. */
export function patternCodes(text: string, hasWildcards: boolean): number[] {
  return Array.from({ length: text.length }, (_, i) => {
    const code = text.charCodeAt(i);
    if (hasWildcards && code === STAR) return ANY_RUN;
    return hasWildcards && code === QUESTION ? ANY_ONE : code;
  });
}

/**
 * Whether the codes match the whole text.
 *
 * Keeps only the last `*` to come back to, which is enough for this language and rules out the exponential cases of
 * a backtracking regular expression: at most codes × text steps, and codes + text for patterns met in practice.
 */
export function matchesCodes(codes: readonly number[], text: string): boolean {
  let c = 0;
  let t = 0;
  let star = -1; // the last `*`
  let resume = 0; // the text position to retry from after it
  while (t < text.length) {
    const code = codes[c];
    if (code === ANY_RUN) {
      star = c;
      c += 1;
      resume = t;
    } else if (code === ANY_ONE || code === text.charCodeAt(t)) {
      c += 1;
      t += 1;
    } else if (star >= 0) {
      resume += 1;
      c = star + 1;
      t = resume;
    } else return false;
  }
  while (codes[c] === ANY_RUN) c += 1;
  return c === codes.length;
}
