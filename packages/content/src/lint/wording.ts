import { contentWords } from '../tokens.ts';
import { type BankRule, bankFault, faultOf, type QuestionRule, singleKeyGroups } from './lint.ts';

const POSITION =
  /\b(?:option|answer|choice)s?\s+[A-F]\b|\b(?:first|second|third|fourth|fifth|last)\s+(?:option|answer|choice)\b/i;
const CATCH_ALL = /\b(?:all|none|both|neither)\s+of\s+(?:the\s+)?(?:above|these|options)\b/i;
const NEGATIVE = /\b(?:which|what)\b[^.?]*\b(not|except|least likely)\b[^.?]*\?/i;
const ABSOLUTE = /\b(always|never|only|all|must|every|none|guarantees?)\b/i;

/** Options are shuffled: a rationale that names a letter or a place is wrong for most readers. */
export const noPositionNamed: QuestionRule = ({ stem, groups }) => {
  const texts = [stem, ...groups.flatMap(({ options }) => options.flatMap(({ text, why }) => [text, why]))];
  const named = texts.map((text) => POSITION.exec(text)?.[0]).find((match) => match !== undefined);
  return named === undefined ? [] : [`"${named}" names a letter or a position, but options are shuffled.`];
};

export const noCatchAll: QuestionRule = ({ groups }) =>
  groups.flatMap(({ options }) =>
    options
      .filter(({ text }) => CATCH_ALL.test(text))
      .map(({ id }) => `The option "${id}" is a catch-all ("all of the above"); write a real one.`),
  );

export const negativeEmphasised: QuestionRule = ({ stem }) => {
  const found = NEGATIVE.exec(stem)?.[1];
  if (
    found === undefined ||
    /\*\*[^*]*(not|except|least)[^*]*\*\*|\bNOT\b|\bEXCEPT\b/i.test(stem.replace(/\bnot\b/g, ''))
  )
    return [];
  return /\*\*(not|except|least likely)\*\*|\bNOT\b|\bEXCEPT\b/.test(stem)
    ? []
    : [`The stem asks in the negative; emphasise **${found}**.`];
};

export const everyOptionExplained: QuestionRule = ({ groups }) =>
  groups.flatMap(({ options }) =>
    options.filter(({ why }) => why.trim().length < 12).map(({ id }) => `The option "${id}" lacks a rationale.`),
  );

export const optionsDiffer: QuestionRule = ({ groups }) =>
  groups.flatMap(({ options }) => {
    const seen = new Map<string, string>();
    return options.flatMap(({ id, text }) => {
      const plain = text.toLowerCase().replace(/\W+/g, ' ').trim();
      const twin = seen.get(plain);
      seen.set(plain, id);
      return twin === undefined || plain === '' ? [] : [`The options "${twin}" and "${id}" say the same.`];
    });
  });

/** A gap in the use of absolute words this unlikely by chance (two-proportion z) is a cue. */
const CUE_Z = 2.58;

export const absoluteWordsGiveNothingAway: BankRule = (bank) => {
  const options = bank.questions.flatMap(({ groups }) => groups.flatMap((group) => group.options));
  const rate = (isKey: boolean) => {
    const side = options.filter((option) => option.isKey === isKey);
    return { count: side.filter(({ text }) => ABSOLUTE.test(text)).length, total: side.length };
  };
  const [keys, distractors] = [rate(true), rate(false)];
  if (keys.total === 0 || distractors.total === 0) return [];
  const pooled = (keys.count + distractors.count) / (keys.total + distractors.total);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / keys.total + 1 / distractors.total));
  const gap = distractors.count / distractors.total - keys.count / keys.total;
  if (error === 0 || Math.abs(gap) / error < CUE_Z) return [];
  const more = gap > 0 ? 'distractors' : 'keys';
  return [
    bankFault(
      bank,
      `Absolute words (always, never, only, all, must …) stand in ${distractors.count} of ${distractors.total} distractors and ${keys.count} of ${keys.total} keys: a cue; take them out of the ${more}.`,
    ),
  ];
};

/** A word is striking when this share of the bank's stems or less hold it. */
const STRIKING_SHARE = 0.03;

/** A rare word that stem and key share, and no distractor, lets a guesser match words instead of knowing. */
export const noEchoOfTheStem: BankRule = (bank) => {
  const stems = bank.questions.map(({ stem }) => new Set(contentWords(stem)));
  const frequency = new Map<string, number>();
  for (const words of stems) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const limit = Math.max(2, stems.length * STRIKING_SHARE);
  return singleKeyGroups(bank.questions).flatMap(({ question, group }) => {
    if (question.kind !== 'multiple-choice') return [];
    const elsewhere = new Set(
      group.options.filter((option) => !option.isKey).flatMap(({ text }) => contentWords(text)),
    );
    const key = group.options.find((option) => option.isKey);
    const stem = new Set(contentWords(question.stem));
    const echoes = [...new Set(contentWords(key?.text ?? ''))].filter(
      (word) => word.length > 4 && stem.has(word) && !elsewhere.has(word) && (frequency.get(word) ?? 0) <= limit,
    );
    return echoes.length === 0
      ? []
      : [faultOf(question, `The word "${echoes[0]}…" of the stem returns in the key alone; reword one of them.`)];
  });
};
