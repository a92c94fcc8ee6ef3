import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN } from './model.ts';
import { inWords, TITLE } from './words.ts';

const Coordinate = z.number().min(-1).max(1);

export const embeddingsNeighbours = defineFigure({
  id: 'embeddings-neighbours',
  title: TITLE,
  params: z.strictObject({
    x: Coordinate.default(BEGIN.x),
    y: Coordinate.default(BEGIN.y),
    k: z.int().min(1).max(8).default(BEGIN.k),
    measure: z.enum(['cosine', 'euclidean']).default(BEGIN.measure),
  }),
  textAlternative: inWords,
});
