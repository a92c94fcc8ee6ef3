import { parse } from 'yaml';
import { Question } from './index.ts';
import type { SimpleQuestion } from './simple-types.ts';

declare global {
  interface ImportMeta {
    /** Vitest puts the files in; rules themselves read none. */
    readonly glob: (
      pattern: string,
      options: { readonly eager: true; readonly query: '?raw'; readonly import: 'default' },
    ) => Readonly<Record<string, string>>;
  }
}

/** The examples of every kind, read through the schema that authors meet. For tests. */
type Example = { readonly name: string; readonly question: Question };

export const EXAMPLES: readonly Example[] = Object.entries(
  import.meta.glob('./*/examples/*.yaml', { eager: true, query: '?raw', import: 'default' }),
).map(([name, text]) => ({ name, question: Question.parse(parse(text)) }));

/** The examples in the folder of a kind. */
export const examplesOf = (kind: string): Example[] => EXAMPLES.filter(({ question }) => question.kind === kind);

const rotated = <T>(values: readonly T[]): T[] => [...values.slice(1), ...values.slice(0, 1)];
const flipped = (answer: 'yes' | 'no') => (answer === 'yes' ? 'no' : 'yes');

function withNextMarked<T extends { readonly correct?: boolean | undefined }>(entries: readonly T[]): T[] {
  const marks = rotated(entries.map(({ correct }) => correct ?? false));
  return entries.map((entry, index) => ({ ...entry, correct: marks[index] ?? false }));
}

const nextOption = (options: readonly { readonly id: string }[], answer: string): string => {
  const at = options.findIndex(({ id }) => id === answer);
  return options[(at + 1) % options.length]?.id ?? answer;
};

function withOtherSimpleKey(question: SimpleQuestion): SimpleQuestion {
  switch (question.kind) {
    case 'multiple-choice':
    case 'multiple-response':
    case 'multiple-select':
      return { ...question, choices: withNextMarked(question.choices) };
    case 'ordering':
    case 'build-list': {
      const extras = question.extras ?? [];
      const steps = [...question.sequence, ...extras].reverse();
      const sequence = steps.slice(0, question.sequence.length);
      return { ...question, sequence, extras: steps.slice(sequence.length) };
    }
    case 'matching':
      return {
        ...question,
        prompts: question.prompts.map((prompt) => ({
          ...prompt,
          match: nextOption(question.responses, prompt.match),
        })),
      };
    case 'drag-and-drop':
      return {
        ...question,
        targets: question.targets.map((target) => ({ ...target, value: nextOption(question.values, target.value) })),
      };
    case 'hot-area':
      if (question.variant === 'regions') return { ...question, regions: withNextMarked(question.regions) };
      if (question.variant === 'drop-downs') {
        const areas = question.areas.map((area) => ({ ...area, answer: nextOption(area.options, area.answer) }));
        return { ...question, areas };
      }
      return {
        ...question,
        statements: question.statements.map((row) => ({ ...row, answer: flipped(row.answer) })),
      };
    case 'active-screen':
      return {
        ...question,
        fields: question.fields.map((field) =>
          field.control === 'check-box'
            ? { ...field, answer: field.answer === 'checked' ? 'unchecked' : 'checked' }
            : { ...field, answer: nextOption(field.options, field.answer) },
        ),
      };
  }
}

/** The same question with another key: a browser must not be able to tell them apart. */
export function withOtherKey(question: Question): Question {
  if (question.kind === 'solution-series') {
    return {
      ...question,
      solutions: question.solutions.map((entry) => ({ ...entry, answer: flipped(entry.answer) })),
    };
  }
  if (question.kind !== 'case-study') return withOtherSimpleKey(question);
  return {
    ...question,
    questions: question.questions.map((asked) => ({ ...asked, question: withOtherSimpleKey(asked.question) })),
  };
}
