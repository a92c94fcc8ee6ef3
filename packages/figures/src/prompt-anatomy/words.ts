import { counted } from '../number-words.ts';
import { type Anatomy, anatomyOf, PARTS, type Setting } from './model.ts';

export const TITLE = 'What each part of a prompt does';

/** The answer that the next program can use. */
export const WANTED = JSON.stringify({ category: 'payment', urgent: true });

export function sentence({ parts, tokens, answer }: Anatomy): string {
  const missing = parts.filter(({ isOn }) => !isOn);
  const size = `${counted(tokens, 'token')} in all.`;
  if (answer === WANTED && missing.length === 0)
    return `Every part earns its tokens: the answer is right and a program can read it. ${size}`;
  if (answer === WANTED) {
    return `The answer is right even without ${missing.map(({ name }) => name.toLowerCase()).join(' and ')}, this time. ${missing[0]?.failure ?? ''} ${size}`;
  }
  const [first] = missing;
  const names = missing.map(({ name }) => name.toLowerCase()).join(', ');
  return `Left out: ${names}. ${first?.failure ?? ''} ${first?.name ?? ''} would add ${counted(first?.tokens ?? 0, 'token')} to ${tokens}.`;
}

export const rowsOf = ({ parts }: Anatomy): string[][] =>
  parts.map(({ name, isOn, tokens, failure }) => [name, isOn ? 'on' : 'off', String(tokens), failure]);

export function inWords(setting: Setting): string {
  const { tokens, parts, answer } = anatomyOf(setting);
  const all = anatomyOf({ role: true, task: true, context: true, examples: true, format: true });
  return `A prompt that sorts messages has five parts: ${PARTS.map(({ name, failure }) => `${name.toLowerCase()} (without it: ${failure.charAt(0).toLowerCase()}${failure.slice(1, -1)})`).join('; ')}. They take ${parts.map(({ name, tokens: own }) => `${name.toLowerCase()} ${own}`).join(', ')} tokens by a simple tokenizer of our own; all with the message ${all.tokens}, now ${tokens}. The answer now is “${answer}”. The answers are examples written by hand for each combination; a model’s own vary. Examples cost most and settle border cases that a description cannot.`;
}
