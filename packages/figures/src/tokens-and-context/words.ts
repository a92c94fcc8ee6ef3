import { counted, decimal, grouped } from '../number-words.ts';
import { type ContextWindow, fillWindow, type PartId, type Setting } from './model.ts';
import { tokenize } from './tokenizer.ts';

export const TITLE = 'Tokens, and what fits into the window';

export const PART_NAMES: Record<PartId, string> = {
  system: 'System prompt',
  history: 'History',
  passages: 'Passages',
  question: 'Question',
  answer: 'Answer',
};

/** The price of one call, with as many decimals as it needs. */
export const price = (amount: number): string => `$${decimal(amount, amount < 0.1 ? 4 : 2)}`;

export function sentence(setting: Setting, window: ContextWindow): string {
  if (window.excess > 0) {
    return `System prompt, question and answer alone are ${counted(window.excess, 'token')} too many: the service refuses the request. Take a larger window or leave less for the answer.`;
  }
  const costs = `One call costs ${price(window.cost)}, a thousand cost $${decimal(window.cost * 1000)}, at the example prices.`;
  const { turnsCut, passagesCut } = window;
  if (turnsCut + passagesCut === 0) {
    return `Everything fits, and ${counted(window.free, 'token')} of ${grouped(setting.windowTokens)} stay free. ${costs}`;
  }
  const cut = [
    ...(turnsCut > 0 ? [`the ${turnsCut === 1 ? 'oldest exchange' : `${turnsCut} oldest exchanges`}`] : []),
    ...(passagesCut > 0 ? [`the ${passagesCut === 1 ? 'last passage' : `last ${passagesCut} passages`}`] : []),
  ];
  return `It does not all fit: ${cut.join(' and ')} ${turnsCut + passagesCut === 1 ? 'is' : 'are'} left out, and the model never sees ${turnsCut + passagesCut === 1 ? 'it' : 'them'}. ${costs}`;
}

export const rowsOf = ({ parts, free }: ContextWindow): string[][] => [
  ...parts.map(({ id, wanted, kept }) => [PART_NAMES[id], grouped(wanted), grouped(kept)]),
  ['Free', '', grouped(free)],
];

export function inWords(setting: Setting): string {
  const window = fillWindow(setting);
  const tokens = tokenize(setting.text).length;
  const words = setting.text.split(/\s+/).filter((word) => word !== '').length;
  return `A model reads and writes tokens: pieces of words, about four tokens for three English words. The example text has ${counted(words, 'word')} and about ${counted(tokens, 'token')} by a simple tokenizer of our own; each model cuts a little differently. Into the context window of ${grouped(setting.windowTokens)} tokens go system prompt, history, retrieved passages, the question and room for the answer. You pay for what goes in and, usually more, for what comes out: here ${grouped(window.inputTokens)} in and ${grouped(setting.answerTokens)} out make ${price(window.cost)} a call at the example prices. History grows with every exchange, so it is the first thing to cut or to summarise: here ${counted(window.turnsCut, 'exchange')} and ${counted(window.passagesCut, 'passage')} are left out.`;
}
