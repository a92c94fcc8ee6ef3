import type { Prediction, Predictor } from '../algorithms/algorithm.ts';
import { parseContentType } from '../data/content-type.ts';
import { UserFault } from '../data/user-fault.ts';

const ANSWER_TYPES = ['text/csv', 'application/json', 'application/jsonlines'];

/** A finite number as JSON, anything else as JSON's null. */
const jsonOf = (value: unknown): string => JSON.stringify(value) ?? 'null';

/** What CSV shows of a prediction: its first member, a list in brackets as XGBoost's container writes it. */
function csvOf(prediction: Prediction): string {
  const [first = ''] = Object.values(prediction);
  return typeof first === 'object' ? `[${first.join(', ')}]` : String(first);
}

export interface Answer {
  readonly contentType: string;
  readonly body: string;
}

/**
 * Predictions in the form that was asked for.
 *
 * @param accept  left out, `*` or `*⁄*`: what the algorithm answers by default
 * @param isBatch a line a row even where the endpoint's CSV has all in one line
 */
export function writeAnswer(
  { listName, defaultAccept, algorithm }: Predictor,
  predictions: readonly Prediction[],
  accept: string | undefined,
  isBatch = false,
): Answer {
  const wanted = accept === undefined || accept === '' || accept.startsWith('*') ? defaultAccept : accept;
  const { type } = parseContentType(wanted);
  switch (type) {
    case 'text/csv': {
      // XGBoost's container joins by commas at an endpoint and by lines in a batch.
      const isLine = algorithm === 'xgboost' && !isBatch;
      const rows = predictions.map(csvOf);
      return { contentType: 'text/csv; charset=utf-8', body: isLine ? rows.join(',') : `${rows.join('\n')}\n` };
    }
    case 'application/json':
      return { contentType: type, body: `{"${listName}": [${predictions.map(jsonOf).join(', ')}]}` };
    case 'application/jsonlines':
      return { contentType: type, body: `${predictions.map(jsonOf).join('\n')}\n` };
    default:
      throw new UserFault(`Accept type ${wanted} not supported. Supported accept type is ${ANSWER_TYPES.join(', ')}.`);
  }
}
