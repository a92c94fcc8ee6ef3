import { counted, decimal, grouped } from '../number-words.ts';
import { courseOf, descend, largestRate, type Setting, type Step } from './model.ts';

export const TITLE = 'Gradient descent: how large a step?';

export const lossText = (loss: number): string => {
  if (loss >= 1e9) return 'over a billion';
  if (loss >= 100) return grouped(loss);
  return loss < 0.001 && loss > 0 ? 'under 0.001' : decimal(loss, loss < 0.1 ? 3 : 2);
};

export function sentence(setting: Setting, path: readonly Step[]): string {
  const [first, last] = [path[0], path.at(-1)];
  if (!first || !last) return '';
  const { learningRate, steps } = setting;
  const went = `After ${counted(steps, 'step')} of rate ${decimal(learningRate, 3)} the loss went from ${lossText(first.loss)} to ${lossText(last.loss)}`;
  const limit = decimal(largestRate(setting), 2);
  switch (courseOf(setting, path)) {
    case 'diverges':
      return `${went}: each step jumps across the valley and lands higher. Any rate above ${limit} diverges on this loss.`;
    case 'swings':
      return `${went}: it swings from wall to wall, because the rate is close to ${limit}, where it would diverge.`;
    case 'arrives':
      return `${went}: it has arrived.`;
    case 'crawls':
      return `${went}: safe, but it crawls. Rates up to ${limit} would still converge.`;
    case 'descends':
      return `${went}: down the steep walls first, then slowly along the valley floor.`;
  }
}

export const rowsOf = (path: readonly Step[]): string[][] => {
  const every = Math.max(1, Math.ceil(path.length / 10));
  return path
    .map((step, at) => ({ step, at }))
    .filter(({ at }) => at % every === 0 || at === path.length - 1)
    .map(({ step, at }) => [`${at}`, lossText(Math.abs(step.x)), lossText(Math.abs(step.y)), lossText(step.loss)]);
};

export function inWords(setting: Setting): string {
  const lossAfter = (share: number) => {
    const path = descend({ ...setting, learningRate: share * largestRate(setting), steps: 15 });
    return lossText(path.at(-1)?.loss ?? 0);
  };
  return `A loss shaped like a long valley, ${setting.stretch} times as steep across as along. Gradient descent goes downhill from its start, each step as long as the learning rate times the slope. A small rate crawls: at a tenth of the limit the loss is ${lossAfter(0.1)} after 15 steps. A rate near the limit of ${decimal(largestRate(setting), 2)} swings from wall to wall (${lossAfter(0.95)}). Beyond the limit it diverges: at 1.1 times the limit the loss is ${lossAfter(1.1)}. The more stretched the valley, the smaller the largest rate that works, which is why features are scaled before training.`;
}
