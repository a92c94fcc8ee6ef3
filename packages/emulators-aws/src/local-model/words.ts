/** English function words: they carry grammar, not what a text is about. */
const STOP_WORDS = new Set(
  `a an the this that these those it its he she they them his her their we us our you your i me my mine who whom whose
which what when where why how is are was were be been being am do does did done doing have has had having will would
shall should can could may might must of to in on at by for from with without into onto over under about between as if
then else than so not no nor and or but also just only very too more most much many some any each every all both few
such same other another there here up down out off again once during before after above below because while until
through against per via please tell me explain describe give show say let get got according based given does
don't doesn't isn't aren't wasn't can't cannot won't i'm it's what's`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words of a text in lower case: letters and digits of any script; `14.5`, `abc-12`, `don't` stay whole. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.'’_-][\p{L}\p{N}]+)*/gu) ?? [];
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

const IRREGULAR: Readonly<Record<string, string>> = {
  bought: 'buy',
  sent: 'send',
  paid: 'pay',
  made: 'make',
  found: 'find',
  took: 'take',
  taken: 'take',
  went: 'go',
  gone: 'go',
  children: 'child',
  people: 'person',
  men: 'man',
  women: 'woman',
  written: 'write',
  wrote: 'write',
  kept: 'keep',
  held: 'hold',
  built: 'build',
  began: 'begin',
  born: 'birth',
  died: 'death',
  dying: 'death',
  better: 'good',
  best: 'good',
};

const SUFFIXES: readonly (readonly [RegExp, string])[] = [
  [/(.{2,})ies$/, '$1y'],
  [/(.{3,})(?:ations?|ating|ated)$/, '$1ate'],
  [/(.{3,})(?:ings?|edly)$/, '$1'],
  [/(.{3,})(ss|x|ch|sh)es$/, '$1$2'],
  [/(.{2,}[^s])s$/, '$1'],
];
const SECOND: readonly (readonly [RegExp, string])[] = [
  [/(.{3,})ment$/, '$1'],
  [/(.{2,})ied$/, '$1y'],
  [/(.{3,})ed$/, '$1'],
  [/(.{4,})ly$/, '$1'],
  [/(.{4,})ers?$/, '$1'],
];

/** A rough stem: `refunds`, `refunded` and `refunding` become one. Meant for comparing, not for showing. */
export function stemOf(word: string): string {
  const plain = word.replace(/['’]s$/, '');
  if (/\d/.test(plain) || plain.length < 4) return IRREGULAR[plain] ?? plain;
  const known = IRREGULAR[plain];
  if (known !== undefined) return known;
  const once = cut(plain, SUFFIXES);
  return cut(once, SECOND)
    .replace(/([bdgklmnprt])\1$/, '$1') // shipp(ing), stopp(ed)
    .replace(/e$/, '');
}

function cut(word: string, rules: readonly (readonly [RegExp, string])[]): string {
  const rule = rules.find(([ending]) => ending.test(word));
  return rule ? word.replace(rule[0], rule[1]) : word;
}

/** Words of every subject: they say something, but little about which text is meant. Stems. */
const GENERAL_STEMS = new Set(
  `take make use go come work day week month year time thing way part kind type number first second third one two three
four five six seven eight nine ten new old good last next long short high low need want know like see look find try
please question answer information detail follow provid includ contain relat exact offer mean company person get record
within long happen possible available different general usual back`
    .split(/\s+/)
    .map((word) => stemOf(word)),
);

/** 1 for a word that tells texts apart, less for one of every subject. */
export function weightOfStem(stem: string): number {
  return GENERAL_STEMS.has(stem) ? 0.35 : 1;
}

/** Stems of the words that carry meaning, in order, with repeats. */
export function termsOf(text: string): readonly string[] {
  return wordsOf(text)
    .filter((word) => !isStopWord(word))
    .map(stemOf);
}

const ABBREVIATION = /(?:\b(?:mr|mrs|ms|dr|prof|inc|ltd|co|corp|no|vs|etc|e\.g|i\.e|st|approx|dept|fig)|\b[A-Z])\.$/i;

/** Sentences of a text; lines that start a list item or end a paragraph end a sentence too. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  for (const block of text.split(/\n\s*\n|\n(?=\s*(?:[-*•#]|\d+[.)])\s)/)) {
    let open = '';
    for (const piece of block.replace(/\s+/g, ' ').split(/(?<=[.!?…][)"'”’\]]?)\s+(?=["'“‘([]?[\p{Lu}\p{N}])/u)) {
      open = open === '' ? piece : `${open} ${piece}`;
      if (ABBREVIATION.test(open)) continue;
      sentences.push(open.trim());
      open = '';
    }
    if (open.trim() !== '') sentences.push(open.trim());
  }
  return sentences.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
