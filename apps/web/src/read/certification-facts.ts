import { type Catalog, type Certification, todayEquivalents } from '@cairn/catalog';
import type { Evidence } from '@cairn/ui';
import { evidenceOf } from '../app/evidence.ts';
import { counted, dayInWords, listed, titled, usd } from '../app/words.ts';

export type FactLine = {
  readonly label: string;
  readonly text: string;
  readonly note?: string | undefined;
  readonly evidence: readonly Evidence[];
};

type Fact<T> = {
  readonly value: T | null;
  readonly grade: string;
  readonly sources: readonly string[];
  readonly checkedOn: string;
  readonly note?: string | undefined;
};

const NOT_PUBLISHED = 'not found in any source read';

export function questionsInWords({ exam }: Certification): string | undefined {
  const questions = exam.questions.value;
  if (questions === null) return undefined;
  return questions.kind === 'range' ? `${questions.low}–${questions.high} questions` : `${questions.total} questions`;
}

/** The exam in numbers, each with where it comes from. */
export function examFacts(catalog: Catalog, certification: Certification): readonly FactLine[] {
  const { exam } = certification;
  return [
    factLine(catalog, 'Questions', exam.questions, () => questionsInDetail(certification)),
    factLine(catalog, 'Time', exam.minutes, (minutes) => `${minutes} minutes`),
    factLine(catalog, 'Pass mark', exam.pass, ({ score, min, max }) => `${score} on a scale of ${min} to ${max}`),
    factLine(catalog, 'Price', exam.priceUsd, usd),
    factLine(catalog, 'Languages', certification.languages, (languages) => languagesInWords(languages)),
    factLine(catalog, 'Question types', certification.questionTypes, (kinds) =>
      listed(kinds.map((kind) => kind.replaceAll('-', ' '))),
    ),
  ];
}

/** Before and after the exam: what it asks for, how long it lasts. */
export function standingFacts(catalog: Catalog, certification: Certification): readonly FactLine[] {
  const { validity, renewal, prerequisites, renews } = certification;
  const renewed = renews.length > 0 ? ` Passing it renews ${listed(renews)}.` : '';
  return [
    factLine(catalog, 'Prerequisites', prerequisites, (text) => text),
    factLine(catalog, 'Valid for', validity, (value) =>
      value.kind === 'years' ? counted(value.years, 'year') : 'does not expire',
    ),
    factLine(catalog, 'Renewal', renewal, ({ text }) => `${text}${renewed}`),
  ];
}

function factLine<T>(catalog: Catalog, label: string, fact: Fact<T>, say: (value: T) => string): FactLine {
  const text = fact.value === null ? NOT_PUBLISHED : say(fact.value);
  return { label, text, note: fact.note, evidence: evidenceOf(catalog, fact) };
}

function questionsInDetail({ exam }: Certification): string {
  const questions = exam.questions.value;
  if (questions === null) return NOT_PUBLISHED;
  if (questions.kind === 'range') return `${questions.low} to ${questions.high}`;
  const { total, scored, unscored } = questions;
  return scored === undefined || !unscored ? `${total}` : `${total}: ${scored} scored and ${unscored} not scored`;
}

function languagesInWords({ complete, listed: names }: NonNullable<Certification['languages']['value']>): string {
  const shown = names.map(({ name, from, until }) => {
    const limits = [from && `from ${from}`, until && `last day ${until}`].filter(Boolean).join(', ');
    return limits ? `${name} (${limits})` : name;
  });
  return complete ? listed(shown) : `${shown.join(', ')} and others that no source lists`;
}

export type LifeDate = { readonly on: string; readonly text: string };

/** The dated events in the life of an exam, in order. */
export function lifeDates({ lifecycle }: Certification, today: string): readonly LifeDate[] {
  const { betaFrom, activeFrom, retiresOn, retiredOn } = lifecycle;
  const reported = activeFrom !== undefined && activeFrom > today ? 'Standard exam expected' : 'Standard exam opens';
  const dates = [
    betaFrom && { on: betaFrom, text: 'Beta opens' },
    activeFrom && { on: activeFrom, text: reported },
    retiresOn && { on: retiresOn, text: 'Last exam day' },
    retiredOn && { on: retiredOn, text: 'Last exam day' },
  ];
  return dates.filter((date) => date !== undefined && date !== '').sort((a, b) => a.on.localeCompare(b.on));
}

/** For an exam that is over or ending: what happened, when, and what takes its place. */
export function endingInWords(catalog: Catalog, certification: Certification): string | undefined {
  const { code, status, lifecycle, successorNote } = certification;
  if (status !== 'retired' && status !== 'retiring') return undefined;
  const last = lifecycle.retiredOn ?? lifecycle.retiresOn;
  const heirs = todayEquivalents(catalog, code).filter((heir) => heir.code !== code);
  const when = last === undefined ? 'on a day that no source gives' : `on ${dayInWords(last)}`;
  const end = status === 'retired' ? `${code} was last held ${when}.` : `${code} is last held ${when}.`;
  const next = heirs.length === 0 ? ' Nothing takes its place.' : ` Today's equivalent: ${listed(heirs.map(titled))}.`;
  return `${end}${next}${successorNote ? ` ${successorNote}` : ''}`;
}
