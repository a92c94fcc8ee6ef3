import type { Slot } from '../assignments.ts';
import { publicOption } from '../mixing.ts';
import type { Option } from '../question-type.ts';
import type { PublishedStatements } from './schema.ts';
import type { StatementsQuestion } from './statements-schema.ts';

/** Rows stay in authored order: each is judged for itself, so their order says nothing about the key. */
export const publishStatements = ({ stem, statements }: StatementsQuestion): PublishedStatements => ({
  kind: 'hot-area',
  variant: 'statements',
  stem,
  statements: statements.map(publicOption),
});

export const statementSlots = ({ statements }: StatementsQuestion): Slot[] =>
  statements.map(({ id, answer }) => ({ id, allowed: ['yes', 'no'], key: answer }));

export const optionsOfStatements = ({ statements }: StatementsQuestion): Option[] =>
  statements.flatMap(({ id: group, answer, why }) => [
    { group, id: 'yes', text: 'Yes', isKey: answer === 'yes', why },
    { group, id: 'no', text: 'No', isKey: answer === 'no', why },
  ]);
