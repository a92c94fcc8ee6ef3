import type { Fault } from '../fault.ts';
import { keyNotLongestByHabit, keyNotMuchLonger } from './key-length.ts';
import { keyPositionsBalanced } from './key-position.ts';
import type { Bank, BankRule, QuestionRule } from './lint.ts';
import { faultOf } from './lint.ts';
import { statedCountEqualsKey } from './stated-count.ts';
import {
  absoluteWordsGiveNothingAway,
  everyOptionExplained,
  negativeEmphasised,
  noCatchAll,
  noEchoOfTheStem,
  noPositionNamed,
  optionsDiffer,
} from './wording.ts';

const QUESTION_RULES: readonly QuestionRule[] = [
  statedCountEqualsKey,
  keyNotMuchLonger,
  noPositionNamed,
  noCatchAll,
  negativeEmphasised,
  everyOptionExplained,
  optionsDiffer,
];

const BANK_RULES: readonly BankRule[] = [
  keyNotLongestByHabit,
  keyPositionsBalanced,
  absoluteWordsGiveNothingAway,
  noEchoOfTheStem,
];

/** The guide's rules for one bank: question by question, then over the bank. */
export function lintBank(bank: Bank): Fault[] {
  const single = bank.questions.flatMap((question) =>
    QUESTION_RULES.flatMap((rule) => rule(question).map((message) => faultOf(question, message))),
  );
  return [...single, ...BANK_RULES.flatMap((rule) => rule(bank))];
}
