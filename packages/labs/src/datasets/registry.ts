import { cardTransactions } from './card-transactions.ts';
import { churn } from './churn.ts';
import type { Generator } from './generator.ts';
import { leakyLoans } from './leaky-loans.ts';
import { policyDocuments, policyQuestions } from './policies/index.ts';
import { polynomial } from './polynomial.ts';
import { sensor } from './sensor.ts';
import { supportArticles } from './support-articles/index.ts';
import { webEvents } from './web-events.ts';

const ALL: readonly Generator[] = [
  cardTransactions,
  churn,
  webEvents,
  sensor,
  leakyLoans,
  supportArticles,
  policyDocuments,
  policyQuestions,
  polynomial,
];

/** By name. A new dataset is one file and one entry. */
export const GENERATORS: Readonly<Record<string, Generator>> = Object.fromEntries(
  ALL.map((generator) => [generator.name, generator]),
);
