import { tokenize } from '../tokens-and-context/tokenizer.ts';

export const PART_IDS = ['role', 'task', 'context', 'examples', 'format'] as const;
export type PartId = (typeof PART_IDS)[number];

type Part = {
  readonly id: PartId;
  readonly name: string;
  readonly text: string;
  /** What goes wrong without it. */
  readonly failure: string;
};

export const PARTS: readonly Part[] = [
  {
    id: 'role',
    name: 'Role',
    text: 'You sort messages for the help desk of a headphone shop. You are brief and never promise a refund.',
    failure: 'Tone and limits are left to chance: it chats, and promises what the shop does not.',
  },
  {
    id: 'task',
    name: 'Task',
    text: 'Read the message and give its category and its urgency.',
    failure: 'It answers the customer instead of sorting the message.',
  },
  {
    id: 'context',
    name: 'Context',
    text: 'Categories: delivery, returns, payment, account, product. Urgent means: money was lost, or the customer cannot sign in.',
    failure: 'It invents categories and its own idea of urgent.',
  },
  {
    id: 'examples',
    name: 'Examples',
    text: 'Message: "I was charged twice for order 7." → payment, urgent\nMessage: "The box was torn; can I send it back?" → returns, not urgent',
    failure: 'Border cases come out now one way, now the other: a late refund is sorted as returns.',
  },
  {
    id: 'format',
    name: 'Format',
    text: 'Answer only with JSON: {"category": "...", "urgent": true or false}',
    failure: 'The answer is a sentence that the next program cannot read.',
  },
];

export const MESSAGE = 'Message: "My refund is three weeks late. I sent the headphones back in May."';

export const BEGIN = { role: true, task: true, context: false, examples: false, format: false };
export type Setting = typeof BEGIN;

export type Anatomy = {
  readonly parts: readonly (Part & { readonly isOn: boolean; readonly tokens: number })[];
  readonly messageTokens: number;
  /** All tokens of the prompt, the message included. */
  readonly tokens: number;
  readonly answer: string;
};

export function anatomyOf(setting: Setting): Anatomy {
  const parts = PARTS.map((part) => ({ ...part, isOn: setting[part.id], tokens: tokenize(part.text).length }));
  const messageTokens = tokenize(MESSAGE).length;
  const tokens = parts.reduce((sum, part) => sum + (part.isOn ? part.tokens : 0), messageTokens);
  return { parts, messageTokens, tokens, answer: answerTo(setting) };
}

/** What typically comes back: written by hand for each combination of parts, not by a model. */
function answerTo(setting: Setting): string {
  if (!setting.task) return withoutTask(setting);
  const category = categoryOf(setting);
  const isUrgent = setting.context;
  if (setting.format) return JSON.stringify({ category, urgent: isUrgent });
  const urgency = isUrgent ? 'urgent, because money is missing' : 'of normal urgency';
  const words = `The message belongs to “${category}” and is ${urgency}.`;
  return setting.role ? words : `Happy to help! ${words} Shall I write a reply for you?`;
}

function withoutTask({ role, format }: Setting): string {
  if (format) return JSON.stringify({ category: 'reply', urgent: false });
  return role
    ? 'Thank you for your message. We look into your refund.'
    : 'I am so sorry! Your refund will be on your card tomorrow, I promise.';
}

/** Without the list it makes a category up; without examples the border case goes to the word that was read last. */
function categoryOf({ context, examples }: Setting): string {
  if (examples) return 'payment';
  return context ? 'returns' : 'customer complaint';
}
