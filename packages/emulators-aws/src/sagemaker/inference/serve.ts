import type { Predictor } from '../algorithms/algorithm.ts';
import { type Answer, writeAnswer } from './answer.ts';
import { readRequest } from './payload.ts';

export interface ServeRequest {
  readonly contentType: string;
  readonly accept: string | undefined;
  readonly body: Uint8Array;
  /** Of a transform job: CSV answers have a line for each row. */
  readonly isBatch?: boolean;
}

/** What a model container answers to one request. Throws UserFault or RangeError for a request that it refuses. */
export function serveRequest(predictor: Predictor, { contentType, accept, body, isBatch }: ServeRequest): Answer {
  const table = readRequest(predictor, contentType, body);
  return writeAnswer(predictor, predictor.predict(table), accept, isBatch ?? false);
}
