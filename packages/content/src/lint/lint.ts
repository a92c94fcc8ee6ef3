import type { Item } from '@cairn/exam';
import type { Question } from '@cairn/question-types';
import type { Fault } from '../fault.ts';

/** One option of a choice, with what an author says of it. */
export type LintOption = { readonly id: string; readonly text: string; readonly isKey: boolean; readonly why: string };

/** Options that compete with one another: one choice, one drop-down, one matching prompt. */
export type OptionGroup = { readonly group: string; readonly options: readonly LintOption[] };

/** A countable question of an item, laid open for the rules. */
export type LintQuestion = {
  readonly item: Item;
  readonly file: string;
  readonly line: number;
  readonly kind: Question['kind'];
  readonly stem: string;
  readonly groups: readonly OptionGroup[];
};

/** All questions of one certification. */
export type Bank = { readonly certification: string; readonly questions: readonly LintQuestion[] };

export type QuestionRule = (question: LintQuestion) => readonly string[];
export type BankRule = (bank: Bank) => readonly Fault[];

export function faultOf({ file, line }: LintQuestion, message: string): Fault {
  return { file, line, message };
}

/** Fault about a bank as a whole: filed under its folder. */
export function bankFault(bank: Bank, message: string): Fault {
  return { file: `items/${bank.certification}`, line: 1, message };
}

/** Groups with exactly one key and at least three options: where a guesser could use a cue. */
export function singleKeyGroups(questions: readonly LintQuestion[]): { question: LintQuestion; group: OptionGroup }[] {
  return questions.flatMap((question) =>
    question.groups
      .filter(({ options }) => options.length >= 3 && options.filter((option) => option.isKey).length === 1)
      .map((group) => ({ question, group })),
  );
}
