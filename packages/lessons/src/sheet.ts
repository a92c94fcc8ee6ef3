import { ItemSource } from '@cairn/exam';
import { Day } from '@cairn/kernel';
import { z } from 'zod';

/** A cell or a sentence, with inline Markdown. A sheet is read at a glance. */
const Line = z
  .string()
  .min(1)
  .max(260, 'a sheet holds short lines; a lesson explains')
  .regex(/^[^\n]*$/, 'one line');
const Title = z.string().min(3).max(80);
const Slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/, 'an id is a short slug, such as speech-to-text');
const Sources = z.array(ItemSource).min(1, 'name at least one source').max(6);

const Service = z.strictObject({
  name: z.string().min(2).max(90).describe('Its present name. Closed ones are marked from names.yaml by themselves.'),
  note: Line.optional().describe('What it is for here, if the need does not say it'),
});

/** One decision: what is needed, and what each cloud offers for it. */
export const ServiceNeed = z.strictObject({
  id: Slug,
  need: Line,
  aws: z.array(Service).max(5).describe('Empty where the cloud has none of its own'),
  azure: z.array(Service).max(5),
  decides: Line.optional().describe('What chooses between them, or what is easily confused'),
  sources: Sources,
});
export type ServiceNeed = z.infer<typeof ServiceNeed>;

/** `content/sheets/services.yaml`: needs in groups; sheets name them by their ids. */
export const ServicesFile = z.strictObject({
  schema: z.literal('services/1'),
  reviewBy: Day.describe('Facts are checked again by then.'),
  groups: z.array(z.strictObject({ id: Slug, title: Title, needs: z.array(ServiceNeed).min(1).max(30) })).min(1),
});
export type ServicesFile = z.infer<typeof ServicesFile>;

const SheetTable = z.strictObject({
  kind: z.literal('table'),
  title: Title,
  head: z.array(Line).min(2).max(5),
  rows: z.array(z.array(Line).min(2).max(5)).min(1).max(20),
  sources: Sources,
});

const SheetFormulas = z.strictObject({
  kind: z.literal('formulas'),
  title: Title,
  formulas: z
    .array(z.strictObject({ name: Line, formula: Line, says: Line.describe('What it says, or when to use it') }))
    .min(1)
    .max(16),
  sources: Sources,
});

const SheetDistinctions = z.strictObject({
  kind: z.literal('distinctions'),
  title: Title,
  pairs: z
    .array(z.strictObject({ between: Line, tell: Line.describe('How to tell them apart') }))
    .min(1)
    .max(20),
  sources: Sources,
});

const SheetServices = z.strictObject({
  kind: z.literal('services'),
  title: Title,
  needs: z.array(Slug).min(1).max(20).describe('Ids of services.yaml'),
});

/** `content/sheets/<exam>.yaml`: the decisions that matter, by domain, for two to four printed pages. */
export const SheetFile = z.strictObject({
  schema: z.literal('sheet/1'),
  exam: Slug.describe('The name of the file, without .yaml'),
  reviewBy: Day.describe('Facts are checked again by then.'),
  domains: z
    .array(
      z.strictObject({
        number: z.number().int().min(1).max(12).describe('Of the exam guide'),
        blocks: z
          .array(z.discriminatedUnion('kind', [SheetTable, SheetFormulas, SheetDistinctions, SheetServices]))
          .min(1)
          .max(12),
      }),
    )
    .min(1),
});
export type SheetFile = z.infer<typeof SheetFile>;
