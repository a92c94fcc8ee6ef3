import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN } from './model.ts';
import { inWords, TITLE } from './words.ts';

const Tokens = z.int().min(1).max(1_000_000);

export const tokensAndContext = defineFigure({
  id: 'tokens-and-context',
  title: TITLE,
  params: z.strictObject({
    text: z.string().min(1).max(2000).default(BEGIN.text),
    windowTokens: z.int().min(2000).max(32_000).default(BEGIN.windowTokens),
    systemTokens: Tokens.default(BEGIN.systemTokens),
    turns: z.int().min(0).max(60).default(BEGIN.turns),
    turnTokens: Tokens.default(BEGIN.turnTokens),
    passages: z.int().min(0).max(20).default(BEGIN.passages),
    passageTokens: Tokens.default(BEGIN.passageTokens),
    answerTokens: z.int().min(100).max(4000).default(BEGIN.answerTokens),
    priceIn: z.number().min(0).max(1000).default(BEGIN.priceIn),
    priceOut: z.number().min(0).max(1000).default(BEGIN.priceOut),
  }),
  textAlternative: inWords,
});
