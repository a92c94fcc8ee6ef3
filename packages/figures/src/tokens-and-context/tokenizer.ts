/**
 * Pieces of a text, about as a byte-pair encoding cuts it: frequent words whole and with the space before them, other
 * words in a stem and endings, long stems in pieces of four, digits in groups of three, signs alone. An approximation
 * whose rules can be read here; the counts of real tokenizers differ by model, mostly by a tenth or two.
 * The pieces joined are the text again.
 */
export function tokenize(text: string): readonly string[] {
  return (text.match(PIECES) ?? []).flatMap(tokensOf);
}

/** Words with the space before them, digits, a script without spaces letter by letter, line ends, the rest sign by sign. */
const PIECES = / ?[A-Za-z]+(?:'[a-z]+)?| ?\p{Nd}+|\n+|[^\S\n]+(?=\S)|[^\S\n]+$| ?\p{P}|./gsu;

function tokensOf(piece: string): readonly string[] {
  if (/^ ?\p{Nd}+$/u.test(piece)) return groupsOf(piece, 3);
  if (/^ ?[A-Za-z]/.test(piece)) return wordTokens(piece);
  return [piece];
}

function wordTokens(word: string): readonly string[] {
  const bare = word.trim();
  const space = word.length - bare.length;
  if (bare.length <= 4 || FREQUENT.has(bare.toLowerCase())) return [word];
  const apostrophe = bare.indexOf("'");
  if (apostrophe > 0) return [...wordTokens(word.slice(0, space + apostrophe)), bare.slice(apostrophe)];
  const lower = bare.toLowerCase();
  const start = STARTS.find((one) => lower.startsWith(one) && bare.length - one.length >= 4);
  if (start) return [word.slice(0, space + start.length), ...wordTokens(bare.slice(start.length))];
  const end = ENDS.find((one) => lower.endsWith(one) && bare.length - one.length >= 3);
  if (end) return [...stemTokens(word.slice(0, word.length - end.length)), bare.slice(bare.length - end.length)];
  return stemTokens(word);
}

/** A stem of up to seven letters is one token. */
function stemTokens(stem: string): readonly string[] {
  return stem.trim().length <= 7 || FREQUENT.has(stem.trim().toLowerCase()) ? [stem] : groupsOf(stem, 4);
}

/** Groups of so many signs from the front; a space before them does not count. */
function groupsOf(piece: string, size: number): readonly string[] {
  const first = piece.startsWith(' ') ? size + 1 : size;
  if (piece.length <= first) return [piece];
  return [piece.slice(0, first), ...groupsOf(piece.slice(first), size)];
}

const STARTS = ['un', 'inter', 'over', 'under', 'anti', 'auto', 'trans'];
const ENDS = [
  'ization',
  'ability',
  'ation',
  'ments',
  'ment',
  'ness',
  'able',
  'ible',
  'ingly',
  'ings',
  'ing',
  'ised',
  'ized',
  'edly',
  'ists',
  'ist',
  'ism',
  'ers',
  'ies',
  'ed',
  'er',
  'ly',
  'es',
  's',
];

const FREQUENT = new Set(
  `about above across action after again against answer anything arrived available because become before
  behind being below better between brought business called cannot change cloud company computer could
  country course customer data delivery different document during early email enough every example family
  first follow found friend further general given going government great group hello house important
  information inside instead interest issue language large later learn learning leave letter level little
  long machine making many market matter member message might model money month more most never night
  nothing number office often order other outside people perhaps person place please point policy power
  present problem process product program public question quite reason received refund request result
  return right school second service several shall should since small social software something state still
  support system taken thank their there these thing things think third those though thought three through
  time today together token tokens toward training under until using value very wanted water week weeks
  well went were what when where whether which while white whole whose with within without woman words work
  working world would write wrong year years yesterday your yours`.split(/\s+/),
);
