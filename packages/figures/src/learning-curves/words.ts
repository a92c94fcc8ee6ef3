import { counted, decimal } from '../number-words.ts';
import { EPOCHS, type EpochLoss, type Setting, type Stop, stopOf, train } from './model.ts';

export const TITLE = 'Learning curves and early stopping';

export const lossText = (loss: number): string => (loss > 99 ? 'over 99' : decimal(loss));

/** A loss beyond this multiple of where it began has run away. */
export const hasDiverged = (losses: readonly EpochLoss[]): boolean =>
  (losses.at(-1)?.training ?? 0) > 5 * (losses[0]?.training ?? 1);

export function sentence({ patience, learningRate }: Setting, losses: readonly EpochLoss[], stop: Stop): string {
  const end = losses.at(-1) ?? stop.last;
  if (hasDiverged(losses))
    return `With a learning rate of ${learningRate} each step overshoots: the loss grows instead of falling. Take a smaller one.`;
  const keeps = `keeps the weights of epoch ${stop.best.epoch}, with a validation loss of ${lossText(stop.best.validation)}`;
  if (!stop.isEarly)
    return `With patience ${patience} training runs through all ${EPOCHS} epochs and ${keeps}. It did not stop early.`;
  const least = losses.reduce((low, one) => (one.validation < low.validation ? one : low));
  const stops = `With patience ${patience} training stops after epoch ${stop.last.epoch} and ${keeps}.`;
  if (least.validation < stop.best.validation * 0.95)
    return `${stops} That was impatient: epoch ${least.epoch} would have reached ${lossText(least.validation)}.`;
  return `${stops} Going on to ${end.epoch} would bring the training loss to ${lossText(end.training)} and the validation loss to ${lossText(end.validation)}.`;
}

const TOLD: readonly number[] = [0, 2, 5, 10, 20, 40, 60, 80, 100, 120];

export const rowsOf = (losses: readonly EpochLoss[]): string[][] =>
  losses
    .filter(({ epoch }) => TOLD.includes(epoch))
    .map(({ epoch, training, validation }) => [`${epoch}`, lossText(training), lossText(validation)]);

export function inWords(setting: Setting, losses: readonly EpochLoss[] = train(setting)): string {
  const stop = stopOf(losses, setting.patience);
  const end = losses.at(-1) ?? stop.last;
  return `A linear model with 40 features, 32 of them useless, learns from ${counted(setting.rows, 'row')} by stochastic gradient descent. The training loss falls from epoch to epoch, to ${lossText(end.training)} after ${end.epoch}. The loss on validation rows, of which each epoch sees another part so that it wanders a little, falls with it at first, is least near epoch ${stop.best.epoch} (${lossText(stop.best.validation)}) and then rises to ${lossText(end.validation)}: from there on the model learns these rows by heart. Early stopping waits for some epochs without improvement (patience), stops and takes the best weights back. With more rows the gap between the curves closes.`;
}
