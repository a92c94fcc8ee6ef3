import { decimal, grouped } from '../number-words.ts';
import { breakEven, cheapest, OPTIONS, type Setting, type Verdict, verdictsOf } from './model.ts';

export const TITLE = 'Which endpoint, at which load?';

export const perDay = (costPerHour: number): string => {
  const amount = costPerHour * 24;
  return `$${amount < 10 ? decimal(amount) : grouped(amount)}`;
};

export const duration = (seconds: number): string => {
  if (seconds < 1) return `${decimal(seconds * 1000, 0)} ms`;
  if (seconds < 120) return `${decimal(seconds, seconds < 10 && seconds % 1 !== 0 ? 1 : 0)} s`;
  return seconds < 7200 ? `${decimal(seconds / 60, 0)} min` : `${decimal(seconds / 3600, 0)} h`;
};

export const megabytes = (amount: number): string =>
  amount >= 1000
    ? `${decimal(amount / 1000, amount % 1000 === 0 ? 0 : 1)} GB`
    : `${decimal(amount, amount < 10 ? 1 : 0)} MB`;

/** Why an option is out, or an empty text. */
export function obstacleText({ id, obstacles }: Verdict, setting: Setting): string {
  const option = OPTIONS.find((one) => one.id === id);
  const [first] = obstacles;
  if (!option || first === undefined) return '';
  switch (first) {
    case 'payload':
      return `takes at most ${megabytes(option.mostMegabytes)}`;
    case 'seconds':
      return `stops after ${duration(option.mostSeconds)}`;
    case 'wait':
      return option.delaySeconds === 0
        ? 'the computing alone takes longer than the caller waits'
        : `may answer only after ${duration(setting.secondsEach + option.delaySeconds)}`;
  }
}

export function sentence(setting: Setting): string {
  const verdicts = verdictsOf(setting);
  const best = cheapest(verdicts);
  if (!best) {
    return `Nothing serves this: the caller waits ${duration(setting.waitSeconds)}, one request takes ${duration(setting.secondsEach)} with ${megabytes(setting.payloadMegabytes)}. Let the caller wait longer, or make the model faster or the request smaller.`;
  }
  const possible = verdicts.filter(({ obstacles }) => obstacles.length === 0);
  const begin = `${grouped(setting.requestsPerHour)} requests an hour, ${duration(setting.secondsEach)} each: ${best.name.toLowerCase()}`;
  if (possible.length === 1)
    return `${begin} is the only way that fits, for ${perDay(best.costPerHour)} a day at the example prices.`;
  const others = possible
    .filter(({ id }) => id !== best.id)
    .map(({ name, costPerHour }) => `${name.toLowerCase()} ${perDay(costPerHour)}`);
  return `${begin} costs least of what fits, ${perDay(best.costPerHour)} a day at the example prices (${others.join(', ')}).`;
}

export const rowsOf = (setting: Setting): string[][] =>
  verdictsOf(setting).map((verdict) => [
    verdict.name,
    verdict.obstacles.length === 0 ? 'possible' : obstacleText(verdict, setting),
    perDay(verdict.costPerHour),
  ]);

export function inWords(setting: Setting): string {
  const limits = OPTIONS.filter(({ id }) => id !== 'batch').map(
    ({ name, mostMegabytes, mostSeconds }) =>
      `${name.toLowerCase()} ${megabytes(mostMegabytes)} and ${duration(mostSeconds)}`,
  );
  return `Limits come first, cost second. A request must fit: ${limits.join(', ')} (as the documentation of Amazon SageMaker AI names them; look up today’s quotas), batch reads files of any size. Then ask how long the caller waits: real-time answers at once, serverless may start from nothing first (10 s assumed), asynchronous queues and may start from zero instances (5 min assumed), batch runs as a job (an hour assumed). Of what is left, take the cheapest: a real-time instance costs the same day and night, serverless only computing seconds, so at ${duration(setting.secondsEach)} a request and the example prices one instance is cheaper from ${grouped(breakEven(setting))} requests an hour on, if it can carry them. ${sentence(setting)}`;
}
