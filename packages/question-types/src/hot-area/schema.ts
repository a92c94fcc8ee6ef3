import { z } from 'zod';
import { Assigned, GivenIds, PublishedLabel, PublishedOption } from '../fields.ts';
import { DropDownsQuestion, Language } from './drop-downs-schema.ts';
import { Arrow, Picture, RegionsQuestion } from './regions-schema.ts';
import { StatementsQuestion } from './statements-schema.ts';

const kind = z.literal('hot-area');

export const HotAreaQuestion = z.discriminatedUnion(
  'variant',
  [StatementsQuestion, DropDownsQuestion, RegionsQuestion],
  { error: 'a hot-area has the variant statements, drop-downs or regions' },
);
export type HotAreaQuestion = z.infer<typeof HotAreaQuestion>;

/** `answers`: statement id → yes or no, or area id → option id. `chosen`: region ids. */
export const HotAreaResponse = z.discriminatedUnion('variant', [
  z.strictObject({ kind, variant: z.literal('statements'), answers: Assigned }),
  z.strictObject({ kind, variant: z.literal('drop-downs'), answers: Assigned }),
  z.strictObject({ kind, variant: z.literal('regions'), chosen: GivenIds }),
]);
export type HotAreaResponse = z.infer<typeof HotAreaResponse>;

const PublishedStatements = z.strictObject({
  kind,
  variant: z.literal('statements'),
  stem: z.string(),
  statements: z.array(PublishedOption),
});
const PublishedDropDowns = z.strictObject({
  kind,
  variant: z.literal('drop-downs'),
  stem: z.string(),
  language: Language,
  body: z.string(),
  areas: z.array(PublishedLabel.extend({ options: z.array(PublishedOption) })),
});
const PublishedRegion = PublishedLabel.extend({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const PublishedRegions = z.strictObject({
  kind,
  variant: z.literal('regions'),
  stem: z.string(),
  choose: z.number().int().min(1),
  picture: Picture,
  regions: z.array(PublishedRegion),
  arrows: z.array(Arrow),
});

export const PublishedHotArea = z.discriminatedUnion('variant', [
  PublishedStatements,
  PublishedDropDowns,
  PublishedRegions,
]);
export type PublishedHotArea = z.infer<typeof PublishedHotArea>;
export type PublishedStatements = z.infer<typeof PublishedStatements>;
export type PublishedDropDowns = z.infer<typeof PublishedDropDowns>;
export type PublishedRegions = z.infer<typeof PublishedRegions>;
