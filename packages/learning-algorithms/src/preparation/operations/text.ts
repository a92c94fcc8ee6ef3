import { type ActionParameters, type Operation, withColumn, withSource } from '../operation.ts';

/** A step that changes each text of a column, in the rows in which its conditions hold. */
const eachText =
  (change: (value: string, parameters: ActionParameters) => string): Operation =>
  (table, parameters, holds) =>
    withSource(table, parameters, (column, name) =>
      withColumn(
        table,
        name,
        column.map((value, i) => (holds(i) ? change(value, parameters) : value)),
      ),
    );

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The cleanings of REMOVE_COMBINED, in the order in which they are applied. */
const CLEANINGS: readonly (readonly [parameter: string, clean: (value: string) => string])[] = [
  ['removeAllQuotes', (value) => value.replaceAll(/["'`]/g, '')],
  ['removeAllPunctuation', (value) => value.replaceAll(/\p{P}/gu, '')],
  ['removeSpecialCharacters', (value) => value.replaceAll(/[^\p{L}\p{N}\s]/gu, '')],
  ['removeLetters', (value) => value.replaceAll(/\p{L}/gu, '')],
  ['removeNumbers', (value) => value.replaceAll(/\p{N}/gu, '')],
  ['removeAllWhitespace', (value) => value.replaceAll(/\s/g, '')],
  ['collapseConsecutiveWhitespace', (value) => value.replaceAll(/\s+/g, ' ')],
  ['removeLeadingAndTrailingPunctuation', (value) => value.replaceAll(/^\p{P}+|\p{P}+$/gu, '')],
  ['removeLeadingAndTrailingQuotes', (value) => value.replaceAll(/^["'`]+|["'`]+$/g, '')],
  ['removeLeadingAndTrailingWhitespace', (value) => value.trim()],
];

const clean = (value: string, parameters: ActionParameters): string =>
  CLEANINGS.reduce((text, [name, change]) => (parameters[name] === 'true' ? change(text) : text), value);

const replaceText: Operation = (table, parameters, holds) => {
  const { pattern = '', value = '' } = parameters;
  if (pattern === '') return 'the parameter pattern is missing';
  return eachText((text) => text.replaceAll(pattern, value))(table, parameters, holds);
};

export const TEXT_OPERATIONS = {
  UPPER_CASE: eachText((value) => value.toUpperCase()),
  LOWER_CASE: eachText((value) => value.toLowerCase()),
  SENTENCE_CASE: eachText((value) => capitalise(value.toLowerCase())),
  CAPITAL_CASE: eachText((value) => value.toLowerCase().split(' ').map(capitalise).join(' ')),
  REMOVE_COMBINED: eachText(clean),
  REPLACE_TEXT: replaceText,
} satisfies Readonly<Record<string, Operation>>;
