/**
 * Pieces of a text, about as a byte-pair encoding cuts it: short words whole and with the space before them, longer
 * ones in a beginning, a stem and endings, what is still long in pieces of five, digits in groups of three, signs and
 * letters of other scripts alone. An approximation whose rules can be read here; real tokenizers differ by model.
 * The pieces joined are the text again.
 */
export function tokenize(text: string): readonly string[] {
  return (text.match(PIECES) ?? []).flatMap(tokensOf);
}

/** Words and digits with the space before them, an apostrophe with its letters, white space, the rest sign by sign. */
const PIECES = / ?\p{Script=Latin}+|'\p{Script=Latin}{1,2}\b| ?\p{Nd}+|\n+|[^\S\n]+(?=[^\S\n])|[^\S\n]+$| ?\S|./gsu;

function tokensOf(piece: string): readonly string[] {
  if (/^ ?\p{Nd}+$/u.test(piece)) return groupsOf(piece, 3);
  if (/^ ?\p{Script=Latin}{2}/u.test(piece)) return wordTokens(piece);
  return [piece];
}

const WHOLE_WORD = 7;
const WHOLE_STEM = 9;

function wordTokens(word: string): readonly string[] {
  const bare = word.trimStart();
  if (bare.length <= WHOLE_WORD) return [word];
  const lower = bare.toLowerCase();
  const start = STARTS.find((one) => lower.startsWith(one) && bare.length - one.length >= 4);
  if (start) {
    const at = word.length - bare.length + start.length;
    return [word.slice(0, at), ...wordTokens(word.slice(at))];
  }
  const end = ENDS.find((one) => lower.endsWith(one) && bare.length - one.length >= 4);
  if (end) return [...stemTokens(word.slice(0, -end.length)), word.slice(-end.length)];
  return stemTokens(word);
}

const stemTokens = (stem: string): readonly string[] =>
  stem.trimStart().length <= WHOLE_STEM ? [stem] : groupsOf(stem, 5);

/** Groups of so many letters from the front; a space before them does not count. */
function groupsOf(piece: string, size: number): readonly string[] {
  const letters = [...piece];
  const first = piece.startsWith(' ') ? size + 1 : size;
  if (letters.length <= first) return [piece];
  return [letters.slice(0, first).join(''), ...groupsOf(letters.slice(first).join(''), size)];
}

const STARTS = ['inter', 'under', 'trans', 'over', 'anti', 'auto', 'un'];
const ENDS = [
  'ization',
  'isation',
  'ability',
  'ments',
  'ment',
  'ness',
  'able',
  'ible',
  'ally',
  'ings',
  'ing',
  'ized',
  'ised',
  'edly',
  'ists',
  'ist',
  'ism',
  'ers',
  'ed',
  'er',
  'ly',
  's',
];
