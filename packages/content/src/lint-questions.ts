import { type CountableQuestion, questionsOf } from '@cairn/exam';
import { contextOf, optionsOf, stemOf } from '@cairn/question-types';
import type { LoadedItem } from './lint/links.ts';
import type { LintOption, LintQuestion, OptionGroup } from './lint/lint.ts';

function groupsOf({ question }: CountableQuestion): OptionGroup[] {
  const groups = new Map<string, LintOption[]>();
  for (const { group, ...option } of optionsOf(question)) groups.set(group, [...(groups.get(group) ?? []), option]);
  return [...groups].map(([group, options]) => ({ group, options }));
}

/** Lays an item open for the rules: one entry for each question that an exam would count. */
export function lintQuestionsOf({ item, file, lineOf }: LoadedItem): LintQuestion[] {
  return questionsOf(item).map((counted) => ({
    item,
    file,
    line: lineOf(['question']),
    kind: item.question.kind === 'solution-series' ? 'solution-series' : counted.question.kind,
    stem: stemOf(counted.question),
    groups: groupsOf(counted),
  }));
}

/** Everything that a reader of the item sees, for checks of names. */
export function readableText({ item }: LoadedItem): string {
  const context = contextOf(item.question)?.tabs.map(({ text }) => text) ?? [];
  const questions = questionsOf(item).flatMap((counted) => [
    stemOf(counted.question),
    ...optionsOf(counted.question).flatMap(({ text, why }) => [text, why]),
  ]);
  return [...context, ...questions].join('\n');
}
