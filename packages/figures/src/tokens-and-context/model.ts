import { tokenize } from './tokenizer.ts';

export const BEGIN = {
  text: 'My order #48213 arrived yesterday, but the headphones are unusable: can I return them?',
  /** What fits into the window, input and answer together. */
  windowTokens: 8000,
  systemTokens: 600,
  /** Earlier exchanges of the conversation, and the tokens of one. */
  turns: 12,
  turnTokens: 250,
  /** Retrieved passages, and the tokens of one. */
  passages: 6,
  passageTokens: 400,
  /** Kept free for the answer. */
  answerTokens: 800,
  /** Example prices for a million tokens, for the learner to replace. */
  priceIn: 2,
  priceOut: 8,
};
export type Setting = typeof BEGIN;

export const PART_IDS = ['system', 'history', 'passages', 'question', 'answer'] as const;
export type PartId = (typeof PART_IDS)[number];

export type WindowPart = { readonly id: PartId; readonly wanted: number; readonly kept: number };

export type ContextWindow = {
  readonly parts: readonly WindowPart[];
  readonly free: number;
  readonly turnsCut: number;
  readonly passagesCut: number;
  /** Tokens by which system prompt, question and answer alone are too long; 0 where the request is possible. */
  readonly excess: number;
  readonly inputTokens: number;
  readonly cost: number;
};

/**
 * What is sent. System prompt, question and room for the answer are never cut; of the rest the oldest exchanges go
 * first, then the passages that were ranked last: what a careful application does before a service refuses the request.
 */
export function fillWindow(setting: Setting): ContextWindow {
  const { windowTokens, systemTokens, answerTokens, priceIn, priceOut } = setting;
  const question = tokenize(setting.text).length;
  const fixed = systemTokens + question + answerTokens;
  const room = Math.max(0, windowTokens - fixed);
  const passagesKept = Math.min(setting.passages, Math.floor(room / setting.passageTokens));
  const left = room - passagesKept * setting.passageTokens;
  const turnsKept = Math.min(setting.turns, Math.floor(left / setting.turnTokens));
  const parts: WindowPart[] = [
    { id: 'system', wanted: systemTokens, kept: systemTokens },
    { id: 'history', wanted: setting.turns * setting.turnTokens, kept: turnsKept * setting.turnTokens },
    { id: 'passages', wanted: setting.passages * setting.passageTokens, kept: passagesKept * setting.passageTokens },
    { id: 'question', wanted: question, kept: question },
    { id: 'answer', wanted: answerTokens, kept: answerTokens },
  ];
  const used = parts.reduce((sum, { kept }) => sum + kept, 0);
  return {
    parts,
    free: Math.max(0, windowTokens - used),
    turnsCut: setting.turns - turnsKept,
    passagesCut: setting.passages - passagesKept,
    excess: Math.max(0, fixed - windowTokens),
    inputTokens: used - answerTokens,
    cost: ((used - answerTokens) * priceIn + answerTokens * priceOut) / 1_000_000,
  };
}
