import type { ItemSource } from '@cairn/exam';
import type { AdaptiveDefinition, LearnerModel } from '@cairn/psychometrics';
import type { CreditRule, Question } from '@cairn/question-types';
import { z } from 'zod';

/** A question as it was when the diagnosis began. */
export type FrozenQuestion = {
  readonly itemId: string;
  readonly version: number;
  readonly question: Question;
  readonly domain: number;
  readonly task: string;
  readonly skills: readonly string[];
  readonly angoff: number;
  readonly sources: readonly ItemSource[];
  /** Absent in diagnoses that began before it was kept. */
  readonly reviewBy?: string;
};

/** What `diagnoses.frozen` holds. Nothing that happens to the bank later changes what a diagnosis asks or says. */
export type Frozen = {
  readonly schema: 'diagnosis/1';
  readonly exam: string;
  readonly certification: string;
  readonly code: string;
  readonly credit: CreditRule;
  readonly domains: readonly { readonly number: number; readonly name: string; readonly weight: number }[];
  readonly learner: LearnerModel;
  readonly questions: readonly FrozenQuestion[];
  readonly definition: AdaptiveDefinition;
};

const Tag = z.looseObject({
  schema: z.literal('diagnosis/1'),
  questions: z.array(z.unknown()),
  definition: z.looseObject({}),
});

/** It was checked when it was frozen; only the tag that says which program can read it is checked again. */
export const Frozen = z.custom<Frozen>((value) => Tag.safeParse(value).success, 'a diagnosis of another program');
