import type { Salary } from '../schema/reference-files.ts';
import { SALARY_BASES, type SalaryBasis } from '../vocabulary.ts';

/** Why a figure of this basis is what it is, beside those of other bases. */
export const BASIS_REASONS: Readonly<Record<SalaryBasis, string>> = {
  'employer-survey':
    'An employer survey counts a whole occupation, which is wider than the role, beginners and cheap places included; hardly any shares are in it, and it is published late.',
  'posted-range':
    'A posted range is what an employer is ready to offer for a new hire, often wide. It counts jobs that are open, not people who hold one.',
  'self-report':
    'A self-report counts those who chose to answer, and all that they call pay; the groups are small, so another year may tell otherwise.',
  'vacancy-median':
    'A median of vacancies weighs each advertisement alike, so whoever hires often counts more, and jobs filled without one not at all.',
  'salary-index':
    'This index mixes self-reports with both ends of posted ranges entered as two rows, and many rows are duplicates: it leans to postings.',
  'pay-scale': 'A pay scale is what the rules allow for a grade. It says nothing about the private market.',
  'article-range': 'The article gives a range without saying who was asked, how, or when.',
};

export type PayDifferences = {
  /** Currency and period: only figures that share both are compared. */
  readonly unit: string;
  /** How far apart the middles are; absent with fewer than two. */
  readonly spread?: {
    readonly low: Salary;
    readonly high: Salary;
    /** By how much the higher exceeds the lower, 0.5 is 50 %. */
    readonly share: number;
  };
  /** Each basis with what it gives here and how that lies to the reference, in words. */
  readonly notes: readonly { readonly basis: SalaryBasis; readonly sentence: string; readonly reason: string }[];
};

/** How the figures of one cell of role and region differ, and why. Nothing is averaged over them. */
export function payDifferences(figures: readonly Salary[]): readonly PayDifferences[] {
  const units = new Map<string, Salary[]>();
  for (const one of figures) {
    const unit = `${one.currency} a ${one.period}`;
    units.set(unit, [...(units.get(unit) ?? []), one]);
  }
  return [...units].map(([unit, own]) => ({ unit, ...spreadOf(own), notes: notesOf(own) }));
}

const middleOf = ({ p50, mean, highP50 }: Salary): number | undefined =>
  highP50 === undefined ? (p50 ?? mean) : undefined;

function spreadOf(figures: readonly Salary[]): Pick<PayDifferences, 'spread'> {
  const ranked = figures
    .flatMap((salary) => {
      const middle = middleOf(salary);
      return middle === undefined ? [] : [{ salary, middle }];
    })
    .sort((a, b) => a.middle - b.middle);
  const [low, high] = [ranked[0], ranked.at(-1)];
  if (!low || !high || low === high) return {};
  return { spread: { low: low.salary, high: high.salary, share: high.middle / low.middle - 1 } };
}

/** The first of these with a median is what the others are held against: it asks the most people. */
const bases = Object.keys(SALARY_BASES) as SalaryBasis[]; // a constant's own keys

function notesOf(figures: readonly Salary[]): PayDifferences['notes'] {
  const reference = bases
    .flatMap((basis) => figures.filter((one) => one.basis === basis))
    .find((one) => middleOf(one) !== undefined);
  return bases.flatMap((basis) => {
    const own = figures.filter((one) => one.basis === basis);
    if (own.length === 0) return [];
    const sentence = own.map((one) => sentenceOf(one, reference)).join(' ');
    return [{ basis, sentence, reason: BASIS_REASONS[basis] }];
  });
}

function sentenceOf(salary: Salary, reference: Salary | undefined): string {
  const given = givenBy(salary);
  const base = reference === undefined ? undefined : middleOf(reference);
  if (reference === undefined || base === undefined || reference === salary) return `${given}.`;
  const against = `the ${middleWord(reference)} of ${reference.sourceName} (${reference.reference})`;
  const middle = middleOf(salary);
  if (middle !== undefined) return `${given}: ${shareWords(middle / base - 1)} ${against}.`;
  const [low, high] = endsOf(salary);
  if (low === undefined || high === undefined) return `${given}.`;
  if (low > base) return `${given}: all of it lies above ${against}, from ${percent(low / base - 1)} on.`;
  if (high < base) return `${given}: all of it lies below ${against}.`;
  return `${given}: it runs from ${percent(1 - low / base)} below to ${percent(high / base - 1)} above ${against}.`;
}

const middleWord = ({ p50 }: Salary): string => (p50 === undefined ? 'mean' : 'median');

function endsOf({ low, high, p50, highP50 }: Salary): readonly [number | undefined, number | undefined] {
  return highP50 === undefined ? [low, high] : [p50, highP50];
}

const amount = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 });

function givenBy(salary: Salary): string {
  const { sourceName, label, highP50 } = salary;
  const who = sourceName === label ? label : `${sourceName}, ${label}`;
  const middle = middleOf(salary);
  if (middle !== undefined) return `${who}: ${middleWord(salary)} ${amount(middle)}`;
  const [low, high] = endsOf(salary);
  if (low === undefined || high === undefined) return `${who}: no middle given`;
  return `${who}: ${highP50 === undefined ? '' : 'half-way ends of the offers '}${amount(low)} to ${amount(high)}`;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function shareWords(share: number): string {
  if (Math.abs(share) < 0.005) return 'the same as';
  return share > 0 ? `${percent(share)} above` : `${percent(-share)} below`;
}
