/** Where a price was read, and when. */
export interface PriceSource {
  /** An address, or what it was in words. */
  readonly from: string;
  /** `2026-11-21`. */
  readonly seenOn: string;
}

/** What something would have cost: never charged, shown so that the lesson of the bill is still learnt. */
export interface Charge {
  readonly service: string;
  /** What is counted, such as `Inference on ml.m5.large`. */
  readonly item: string;
  /** `hour`, `GB-month`, `request` … */
  readonly unit: string;
  readonly usdPerUnit: number;
  /** Left out: from memory, not checked, and shown as that. */
  readonly source?: PriceSource | undefined;
}

export interface BillLine extends Charge {
  readonly quantity: number;
  readonly usd: number;
  /** Still running: grows with every hour. */
  readonly isRunning: boolean;
}

/** Something that costs by time until it is stopped, such as an endpoint. */
interface Meter extends Charge {
  readonly resource: string;
  readonly startedAt: number;
  readonly unitsPerHour: number;
}

export interface BillRecord {
  readonly totals: ReadonlyMap<string, BillLine>;
  readonly meters: ReadonlyMap<string, Meter>;
}

const HOUR_MILLISECONDS = 3_600_000;

export class Bill {
  #totals: Map<string, BillLine>;
  #meters: Map<string, Meter>;

  constructor(record?: BillRecord) {
    this.#totals = new Map(record?.totals);
    this.#meters = new Map(record?.meters);
  }

  add(charge: Charge, quantity: number): void {
    const key = keyOf(charge);
    const before = this.#totals.get(key)?.quantity ?? 0;
    this.#totals.set(key, line(charge, before + quantity, false));
  }

  /** Starts to count `unitsPerHour` of `charge` for `resource`; a meter that runs for it already is closed first. */
  start(resource: string, charge: Charge, unitsPerHour: number, now: number): void {
    this.stop(resource, now);
    this.#meters.set(resource, { ...charge, resource, startedAt: now, unitsPerHour });
  }

  stop(resource: string, now: number): void {
    const meter = this.#meters.get(resource);
    if (!meter) return;
    this.#meters.delete(resource);
    this.add(meter, runUnits(meter, now));
  }

  /** Lines in the order of their cost, running meters counted up to `now`. */
  lines(now: number): readonly BillLine[] {
    const sums = new Map([...this.#totals].map(([key, total]) => [key, { ...total }]));
    for (const meter of this.#meters.values()) {
      const key = keyOf(meter);
      const quantity = (sums.get(key)?.quantity ?? 0) + runUnits(meter, now);
      sums.set(key, line(meter, quantity, true));
    }
    return [...sums.values()].sort((a, b) => b.usd - a.usd);
  }

  get record(): BillRecord {
    return { totals: this.#totals, meters: this.#meters };
  }
}

const keyOf = ({ service, item, unit }: Charge): string => `${service}/${item}/${unit}`;

const runUnits = ({ startedAt, unitsPerHour }: Meter, now: number): number =>
  (Math.max(0, now - startedAt) / HOUR_MILLISECONDS) * unitsPerHour;

function line(charge: Charge, quantity: number, isRunning: boolean): BillLine {
  const { service, item, unit, usdPerUnit, source } = charge;
  return { service, item, unit, usdPerUnit, source, quantity, usd: quantity * usdPerUnit, isRunning };
}
