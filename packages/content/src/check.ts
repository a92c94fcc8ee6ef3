import { type ExamProfile, type Item, questionsOf } from '@cairn/exam';
import { blueprintOf } from './blueprints.ts';
import { byPlace, type Fault } from './fault.ts';
import { cardLinks, sameCards } from './lint/cards.ts';
import { type Blueprint, coverage, disjointForms } from './lint/coverage.ts';
import { lintBank } from './lint/index.ts';
import { keyLongestShare } from './lint/key-length.ts';
import { labLinks } from './lint/labs.ts';
import { lessonFaults } from './lint/lessons.ts';
import { blindSolved, itemLinks, kindOfficialOrLabelled, type LinkTargets } from './lint/links.ts';
import type { Bank, LintQuestion } from './lint/lint.ts';
import { namesAreCurrent } from './lint/names.ts';
import { nearDuplicates } from './lint/near-duplicates.ts';
import { diagramFaults, figureFaults } from './lint/pictures.ts';
import { servicesFaults, sheetFaults } from './lint/sheets.ts';
import { chancePercent, type GuessedShare, guessedShares, guessingDoesNotPay } from './lint/test-wise.ts';
import { lintQuestionsOf, readableText } from './lint-questions.ts';
import { type Content, loadContent } from './load.ts';

/** What `cairn content check --json` prints of a bank. */
export type BankReport = {
  readonly certification: string;
  readonly items: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly byDomain: Readonly<Record<string, number>>;
  readonly byLevel: Readonly<Record<string, number>>;
  /** Items whose stem is a scenario with a constraint. */
  readonly scenarios: number;
  /** Angoff ratings of the countable questions: chance that a just-passing candidate is right. */
  readonly angoff: { readonly mean: number; readonly min: number; readonly max: number };
  /** Share of single-key choices whose key is the longest option, beside what chance gives. */
  readonly keyLongestShare: number;
  readonly keyLongestChance: number;
  /** What rules of guessing earn, beside what chance gives, in percent of the points. */
  readonly guessed: readonly GuessedShare[];
  readonly chancePercent: number;
  /** Full forms that can be built without an item in common. */
  readonly forms: number;
  /** Share of items on which a blind solver agreed with the key. */
  readonly blindSolveAgreement: number;
};

export type ContentReport = {
  readonly files: number;
  readonly items: number;
  readonly labs: number;
  readonly lessons: number;
  readonly cards: number;
  readonly faults: readonly Fault[];
  readonly banks: readonly BankReport[];
};

function countBy<T>(values: readonly T[], key: (value: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[key(value)] = (counts[key(value)] ?? 0) + 1;
  return counts;
}

function targetsOf({ catalog, exams }: Content): LinkTargets {
  const tasks = catalog?.certifications.flatMap(({ domains }) => domains.flatMap((domain) => domain.tasks)) ?? [];
  return {
    tasks: new Set(tasks.map(({ id }) => id)),
    skills: new Set(catalog?.skills.map(({ id }) => id)),
    exams,
  };
}

const bankOf = (item: Item) => item.id.split('/')[0] ?? '';

type WholeBank = Bank & {
  readonly items: readonly Item[];
  readonly profile: ExamProfile;
  /** Absent if the certification is unknown or its weights are not public: no form can be built then. */
  readonly blueprint: Blueprint | undefined;
};

function wholeBanks(content: Content, questions: readonly LintQuestion[]): WholeBank[] {
  return [...content.exams.values()].map((profile) => {
    const domains = content.catalog && blueprintOf(content.catalog, profile);
    return {
      certification: profile.id,
      questions: questions.filter(({ item }) => bankOf(item) === profile.id),
      items: content.items.map(({ item }) => item).filter((item) => bankOf(item) === profile.id),
      profile,
      blueprint: domains && { domains, tasks: domains.flatMap(({ tasks = [] }) => tasks.map(({ id }) => id)) },
    };
  });
}

function angoffOf(items: readonly Item[]): BankReport['angoff'] {
  const ratings = items.flatMap(questionsOf).map(({ angoff }) => angoff);
  if (ratings.length === 0) return { mean: 0, min: 0, max: 0 };
  const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
  return { mean, min: Math.min(...ratings), max: Math.max(...ratings) };
}

function reportOf(bank: WholeBank): BankReport {
  const { share, chance } = keyLongestShare(bank);
  const agreed = bank.items.filter(({ review }) => review?.blindSolve.agreed);
  return {
    certification: bank.profile.code,
    items: bank.items.length,
    byType: countBy(bank.items, ({ question }) => question.kind),
    byDomain: countBy(bank.items.flatMap(questionsOf), ({ tasks }) => tasks[0]?.replace(/\.\d+$/, '') ?? ''),
    byLevel: countBy(bank.items, ({ level }) => level),
    scenarios: bank.items.filter(({ scenario }) => scenario).length,
    angoff: angoffOf(bank.items),
    guessed: guessedShares(bank.profile, bank.items),
    chancePercent: chancePercent(bank.profile, bank.items),
    keyLongestShare: share,
    keyLongestChance: chance,
    forms: bank.blueprint ? disjointForms(bank.profile, bank.blueprint, bank.items) : 0,
    blindSolveAgreement: bank.items.length === 0 ? 0 : agreed.length / bank.items.length,
  };
}

function strayBanks({ items, exams }: Content): Fault[] {
  return items
    .filter(({ item }) => !exams.has(bankOf(item)))
    .map(({ file, item }) => ({
      file,
      line: 1,
      message: `There is no exam profile exams/${bankOf(item)}.yaml for it.`,
    }));
}

function noBlueprint({ id, certification, blueprint = certification }: ExamProfile): Fault {
  const message = `The catalog knows no weights for the domains of "${blueprint}", so no form can be built.`;
  return { file: `exams/${id}.yaml`, line: 1, message };
}

function sheetsFaults({ catalog, exams, sheets, services, names }: Content): Fault[] {
  const domainsOf = (exam: string) => {
    const profile = exams.get(exam);
    return catalog && profile && blueprintOf(catalog, profile);
  };
  return [
    ...servicesFaults(services, names),
    ...[...sheets.values()].flatMap((sheet) => sheetFaults(sheet, { services, names, domainsOf })),
  ];
}

function learningFaults({ catalog, cards, lessons, items, names }: Content, targets: LinkTargets): Fault[] {
  if (catalog === undefined) return [];
  const byId = new Map(items.map(({ item }) => [item.id, item]));
  return [
    ...[...lessons.values()].flatMap((lesson) => [
      ...lessonFaults(lesson, targets, byId),
      ...figureFaults(lesson),
      ...diagramFaults(lesson.file, lesson.text),
      ...namesAreCurrent(lesson.file, lesson.text, names),
    ]),
    ...cards.flatMap((loaded) => [
      ...cardLinks(loaded, targets),
      ...loaded.cards.cards.flatMap(({ front, back }) => namesAreCurrent(loaded.file, `${front} ${back}`, names)),
    ]),
    ...sameCards(cards),
  ];
}

/** Every check of the content guide over what was loaded. */
export function checkContent(content: Content): ContentReport {
  const targets = targetsOf(content);
  const questions = content.items.flatMap(lintQuestionsOf);
  const banks = wholeBanks(content, questions);
  const faults = [
    ...content.faults,
    ...strayBanks(content),
    ...content.items.flatMap((loaded) => [
      ...(content.catalog ? itemLinks(loaded, targets) : []), // one missing file is one fault, not one for each link
      ...kindOfficialOrLabelled(loaded, targets),
      ...blindSolved(loaded),
      ...namesAreCurrent(loaded.file, readableText(loaded), content.names),
      ...diagramFaults(loaded.file, readableText(loaded)).map((fault) => ({
        ...fault,
        line: loaded.lineOf(['question']),
      })),
    ]),
    ...[...content.labs.values()].flatMap((lab) => (content.catalog ? labLinks(lab, targets) : [])),
    ...learningFaults(content, targets),
    ...(content.catalog ? sheetsFaults(content) : []),
    ...banks.flatMap(lintBank),
    ...banks.flatMap(({ profile, blueprint, items }) =>
      blueprint ? coverage(profile, blueprint, items) : [noBlueprint(profile)],
    ),
    ...banks.flatMap(({ profile, items }) => guessingDoesNotPay(profile, items)),
    ...nearDuplicates(questions),
  ];
  return {
    files: content.files,
    items: content.items.length,
    labs: content.labs.size,
    lessons: content.lessons.size,
    cards: content.cards.reduce((sum, { cards }) => sum + cards.cards.length, 0),
    faults: faults.sort(byPlace),
    banks: banks.map(reportOf),
  };
}

/** Reads a content root and checks it. */
export async function checkContentRoot(root: string): Promise<ContentReport> {
  return checkContent(await loadContent(root));
}
