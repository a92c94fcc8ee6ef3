import { counted, decimal } from '../number-words.ts';
import { type DegreeErrors, type Setting, type Study, studyOf, verdictOf } from './model.ts';

export const TITLE = 'Bias and variance: how flexible should the model be?';

const errorsAt = ({ errors, best }: Study, degree: number): DegreeErrors =>
  errors.find((one) => one.degree === degree) ?? best;

/** An error that ran away is a number of no meaning. */
export const errorText = (error: number): string => (error > 99 ? 'over 99' : decimal(error));

export function sentence({ degree, noise }: Setting, study: Study): string {
  const { training, validation } = errorsAt(study, degree);
  const misses = `Degree ${degree} misses its training points by ${errorText(training)} (root mean square) and new points by ${errorText(validation)}`;
  switch (verdictOf(study, degree)) {
    case 'too simple':
      return `${misses}: both are high, the curve cannot bend enough. That is bias; more data will not mend it.`;
    case 'too flexible':
      return `${misses}: it has learned the noise of these points. That is variance; degree ${study.best.degree} reaches ${errorText(study.best.validation)} on new points.`;
    case 'about right':
      return `${misses}: about as good as it gets, for the noise alone is ${decimal(noise)}.`;
  }
}

export const rowsOf = ({ errors }: Study): string[][] =>
  errors.map(({ degree, training, validation }) => [`${degree}`, errorText(training), errorText(validation)]);

export function inWords(setting: Setting, study: Study = studyOf(setting)): string {
  const [first, last] = [errorsAt(study, 1), errorsAt(study, 12)];
  return `A polynomial is fitted to ${counted(setting.points, 'noisy point')} of a wave. A low degree is too stiff to follow it: training and validation error are both high (degree 1: ${errorText(first.training)} and ${errorText(first.validation)}). A high degree follows every point, noise included: the training error keeps falling (degree 12: ${errorText(last.training)}) while the validation error rises (${errorText(last.validation)}). Degree ${study.best.degree} does best on new points, with ${errorText(study.best.validation)}. More points push the best degree up and the two curves together; more noise pushes it down.`;
}
