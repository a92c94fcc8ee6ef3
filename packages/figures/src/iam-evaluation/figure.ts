import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN } from './model.ts';
import { inWords, TITLE } from './words.ts';

const Limit = z.enum(['none', 'allows', 'does not allow']);
const Grant = z.enum(['allows', 'does not allow']);

export const iamEvaluation = defineFigure({
  id: 'iam-evaluation',
  title: TITLE,
  params: z.strictObject({
    explicitDeny: z.boolean().default(BEGIN.explicitDeny),
    scp: Grant.default(BEGIN.scp),
    resource: z.enum(['no policy', 'allows the role', 'allows the session']).default(BEGIN.resource),
    identity: Grant.default(BEGIN.identity),
    boundary: Limit.default(BEGIN.boundary),
    session: Limit.default(BEGIN.session),
  }),
  textAlternative: inWords,
});
