import { z } from 'zod';
import { Vendor } from './certification-file.ts';
import { Provenance, Slug, Text } from './fields.ts';

const RetakeRule = z.strictObject({
  vendor: Vendor,
  waitDays: z
    .array(z.int().positive())
    .min(1)
    .describe('Days to wait after the first failed sitting, after the second, …; the last one repeats'),
  most: z.strictObject({ attempts: z.int().positive(), months: z.int().positive() }).optional(),
  text: Text,
  ...Provenance,
});

const Voucher = z.strictObject({
  vendor: Vendor,
  percent: z.number().min(0).max(100).describe('Taken off the fee of the next exam or renewal after a pass'),
  text: Text,
  ...Provenance,
});

const MaterialPrice = z.strictObject({
  id: Slug,
  vendor: Vendor,
  name: Text,
  priceUsd: z.number().min(0),
  ...Provenance,
});
export type MaterialPrice = z.infer<typeof MaterialPrice>;

export const CostsFile = z.strictObject({
  schema: z.literal('costs/1'),
  note: Text,
  retakes: z.array(RetakeRule),
  vouchers: z.array(Voucher),
  materials: z.array(MaterialPrice).describe('Prices that a source gives; none is counted until somebody asks for it'),
});
export type Costs = z.infer<typeof CostsFile>;
