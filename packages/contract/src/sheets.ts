import { createRoute, z } from '@hono/zod-openapi';
import { answers } from './answers.ts';

/** Decision tables over both clouds, and sheets to print. */

const Source = z.strictObject({ url: z.string(), title: z.string(), checkedOn: z.string() });

const OfferedService = z.strictObject({
  name: z.string(),
  note: z.string().nullable(),
  closed: z
    .strictObject({ status: z.string(), source: z.string(), checkedOn: z.string() })
    .nullable()
    .describe('Set for a service that new customers can no longer start with'),
});

export const ServiceDecision = z.strictObject({
  id: z.string(),
  need: z.string(),
  aws: z.array(OfferedService),
  azure: z.array(OfferedService),
  decides: z.string().nullable(),
  sources: z.array(Source),
});

export const ServiceTables = z.strictObject({
  reviewBy: z.string().nullable().describe('null if no table is installed'),
  groups: z.array(z.strictObject({ id: z.string(), title: z.string(), needs: z.array(ServiceDecision) })),
});

const sources = z.array(Source);
const SheetBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('services'), title: z.string(), needs: z.array(ServiceDecision) }),
  z.strictObject({
    kind: z.literal('table'),
    title: z.string(),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    sources,
  }),
  z.strictObject({
    kind: z.literal('formulas'),
    title: z.string(),
    formulas: z.array(z.strictObject({ name: z.string(), formula: z.string(), says: z.string() })),
    sources,
  }),
  z.strictObject({
    kind: z.literal('distinctions'),
    title: z.string(),
    pairs: z.array(z.strictObject({ between: z.string(), tell: z.string() })),
    sources,
  }),
]);

export const Sheet = z.strictObject({
  exam: z.string(),
  code: z.string(),
  title: z.string(),
  reviewBy: z.string(),
  domains: z.array(
    z.strictObject({
      number: z.number().int(),
      name: z.string(),
      weightPercent: z.number(),
      blocks: z.array(SheetBlock),
    }),
  ),
});

export const getServiceTables = createRoute({
  method: 'get',
  path: '/api/services',
  summary: 'What each cloud offers for a need, closed services marked',
  responses: answers(ServiceTables, 'Decision tables'),
});

export const getSheet = createRoute({
  method: 'get',
  path: '/api/sheets/{exam}',
  summary: 'The cheat sheet of an exam: decisions, formulas and distinctions by domain',
  request: { params: z.object({ exam: z.string().max(40) }) },
  responses: answers(Sheet, 'The sheet'),
});

export type ServiceDecision = z.infer<typeof ServiceDecision>;
export type ServiceTables = z.infer<typeof ServiceTables>;
export type SheetBlock = z.infer<typeof SheetBlock>;
export type Sheet = z.infer<typeof Sheet>;
