export const BEGIN = {
  /** Requests an hour, spread evenly. */
  requestsPerHour: 200,
  /** Computing time of one request. */
  secondsEach: 0.5,
  payloadMegabytes: 0.2,
  /** How long the caller can wait for an answer, in seconds. */
  waitSeconds: 30,
  /** Example prices, for the learner to replace. */
  instanceHourPrice: 0.5,
  serverlessSecondPrice: 0.0002,
};
export type Setting = typeof BEGIN;

export const OPTION_IDS = ['real-time', 'serverless', 'asynchronous', 'batch'] as const;
export type OptionId = (typeof OPTION_IDS)[number];

type Option = {
  readonly id: OptionId;
  readonly name: string;
  readonly mostSeconds: number;
  readonly mostMegabytes: number;
  /** The longest that a caller waits beyond the computing time: a start from nothing, a queue, a job. */
  readonly delaySeconds: number;
};

const HOUR = 3600;

/**
 * What each way takes, as the documentation of Amazon SageMaker AI gives it (serverless: 4 MB and 60 s; asynchronous:
 * 1 GB and one hour; real-time: 60 s). The delays are our round assumptions. Batch reads whole files from storage.
 */
export const OPTIONS: readonly Option[] = [
  { id: 'real-time', name: 'Real-time', mostSeconds: 60, mostMegabytes: 6, delaySeconds: 0 },
  { id: 'serverless', name: 'Serverless', mostSeconds: 60, mostMegabytes: 4, delaySeconds: 10 },
  { id: 'asynchronous', name: 'Asynchronous', mostSeconds: HOUR, mostMegabytes: 1000, delaySeconds: 300 },
  { id: 'batch', name: 'Batch', mostSeconds: 24 * HOUR, mostMegabytes: Number.POSITIVE_INFINITY, delaySeconds: HOUR },
];

export type Verdict = {
  readonly id: OptionId;
  readonly name: string;
  /** Why it cannot be used; empty where it can. */
  readonly obstacles: readonly ('payload' | 'seconds' | 'wait')[];
  /** For an average hour, in the currency of the example prices. */
  readonly costPerHour: number;
};

export const verdictsOf = (setting: Setting): readonly Verdict[] =>
  OPTIONS.map((option) => ({
    id: option.id,
    name: option.name,
    obstacles: obstaclesOf(option, setting),
    costPerHour: costPerHour(option.id, setting),
  }));

function obstaclesOf(option: Option, { secondsEach, payloadMegabytes, waitSeconds }: Setting): Verdict['obstacles'] {
  return [
    ...(payloadMegabytes > option.mostMegabytes ? (['payload'] as const) : []),
    ...(secondsEach > option.mostSeconds ? (['seconds'] as const) : []),
    ...(secondsEach + option.delaySeconds > waitSeconds ? (['wait'] as const) : []),
  ];
}

/** Share of an instance's time that is planned to be busy: the rest absorbs peaks. */
const BUSY = { steady: 0.7, queued: 0.9 } as const;
/** Hours between the runs of a batch job, and what starting the instance costs each time. */
const BATCH = { everyHours: 24, startHours: 0.1 } as const;
/** A queue that empties lets the instance run a little longer before it is taken away. */
const IDLE_HOURS_A_DAY = 1;

/**
 * An endpoint pays for whole instances around the clock, serverless for computing seconds, asynchronous for busy
 * instances and some idling that ends at zero, batch for one job a day.
 */
export function costPerHour(id: OptionId, setting: Setting): number {
  const { requestsPerHour, secondsEach, instanceHourPrice, serverlessSecondPrice } = setting;
  const busyHours = (requestsPerHour * secondsEach) / HOUR; // of one instance, in one hour
  switch (id) {
    case 'real-time':
      return Math.max(1, Math.ceil(busyHours / BUSY.steady)) * instanceHourPrice;
    case 'serverless':
      return requestsPerHour * secondsEach * serverlessSecondPrice;
    case 'asynchronous':
      return (busyHours / BUSY.queued + (requestsPerHour > 0 ? IDLE_HOURS_A_DAY / 24 : 0)) * instanceHourPrice;
    case 'batch':
      return (busyHours + (requestsPerHour > 0 ? BATCH.startHours / BATCH.everyHours : 0)) * instanceHourPrice;
  }
}

/** The cheapest of what is possible; at the same price the one that answers sooner. */
export function cheapest(verdicts: readonly Verdict[]): Verdict | undefined {
  const possible = verdicts.filter(({ obstacles }) => obstacles.length === 0);
  return possible.reduce<Verdict | undefined>(
    (best, one) => (best === undefined || one.costPerHour < best.costPerHour ? one : best),
    undefined,
  );
}

/** Requests an hour from which one instance around the clock costs less than serverless. */
export const breakEven = ({ secondsEach, instanceHourPrice, serverlessSecondPrice }: Setting): number =>
  instanceHourPrice / (secondsEach * serverlessSecondPrice);

export const LOADS = { low: 1, high: 100_000 } as const;

export type CostPoint = { readonly load: number; readonly cost: number };

/** Cost over load, at points that are even on a logarithmic axis. */
export function costCurve(id: OptionId, setting: Setting, points = 121): readonly CostPoint[] {
  const span = Math.log10(LOADS.high / LOADS.low);
  return Array.from({ length: points }, (_, index) => {
    const load = LOADS.low * 10 ** ((span * index) / (points - 1));
    return { load, cost: costPerHour(id, { ...setting, requestsPerHour: load }) };
  });
}
