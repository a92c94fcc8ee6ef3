import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { answer } from './answering.ts';
import type { Conversation, Tool, Turn } from './conversation.ts';
import { countTokens, piecesOf } from './tokens.ts';

const say = (text: string, more: Partial<Conversation> = {}, temperature = 0, seed = 1) => {
  const turns: Turn[] = [{ role: 'user', parts: [{ kind: 'text', text }] }];
  const conversation = { system: [], turns, tools: [], toolChoice: 'auto' as const, answerSchema: undefined, ...more };
  const rng = seededRng(seed);
  return answer(
    conversation,
    { maxTokens: 500, temperature, stopSequences: [] },
    { rng: () => rng, toolUseId: () => 'use-1' },
  );
};

describe('the local model classifies', () => {
  it.each([
    [
      'Classify the sentiment of the review as positive, negative or neutral.\n\nReview: The lamp broke after a day, awful.',
      'negative',
    ],
    [
      'Classify the sentiment of the review as positive, negative or neutral.\n\nReview: I love it, great light!',
      'positive',
    ],
    ['Classify the sentiment of the review as positive, negative or neutral.\n\nReview: Not good at all.', 'negative'],
    [
      'Classify the message into one of these categories: shipping, billing, login.\n\nMessage: I was charged twice on my invoice.',
      'billing',
    ],
    [
      'Classify the message into one of these categories: shipping, billing, login.\n\nMessage: I forgot my password.',
      'login',
    ],
    [
      'Text: My parcel is late\nLabel: A\n\nText: The invoice is wrong\nLabel: B\n\nText: Where is my delivery?\nLabel:',
      'A',
    ],
  ])('%s', (prompt, label) => {
    expect(say(prompt).text).toBe(label);
  });
});

describe('the local model fills JSON', () => {
  it('with the keys that are asked for, and null for what the text does not say', () => {
    const prompt = `Extract the fields as JSON with the keys name, email, order_id, total, phone.

Text: My name is Ann Berg (ann@example.com). Order AB-1234 came to $59.90.`;

    expect(JSON.parse(say(prompt).text)).toEqual({
      name: 'Ann Berg',
      email: 'ann@example.com',
      order_id: 'AB-1234',
      total: '59.90',
      phone: null,
    });
  });

  it('after a template or a schema, with the right types', () => {
    const text = '<text>Invoice date: 2026-03-01. The total is 120.50 EUR. Priority is high.</text>';
    const template = 'Return JSON like {"date": "…", "total": <number>, "priority": "low|medium|high"}\n';
    const properties = { total: { type: 'number' }, priority: { enum: ['low', 'high'] } };

    expect(JSON.parse(say(template + text).text)).toEqual({ date: '2026-03-01', total: 120.5, priority: 'high' });
    expect(JSON.parse(say(text, { answerSchema: { type: 'object', properties } }).text)).toEqual({
      total: 120.5,
      priority: 'high',
    });
  });

  it('with an answer and its sources', () => {
    const prompt =
      'Answer as JSON with the keys "answer" and "sources".\nContext:\n[a] The pool opens at seven.\n[b] Tickets cost 5 euros.\nQuestion: When does the pool open?';

    expect(JSON.parse(say(prompt).text)).toEqual({ answer: 'The pool opens at seven.', sources: ['a'] });
  });
});

it('the local model summarises in as many sentences as are wanted', () => {
  const text =
    'The library lends books to students. Students may keep books for four weeks. Late books cost a fee. The cafe sells cake.';
  const { text: summary } = say(`Summarize in two sentences:\n\n${text}`);

  expect(summary.match(/\./g)).toHaveLength(2);
  expect(summary).toContain('books');
  expect(summary).not.toContain('cake');
});

describe('the local model uses tools', () => {
  const tool = (name: string, description: string, properties: NonNullable<Tool['schema']['properties']>): Tool => ({
    name,
    description,
    schema: { type: 'object', properties, required: Object.keys(properties) },
  });
  const tools = [
    tool('get_order_status', 'Look up the status of an order', { order_id: { type: 'string' } }),
    tool('get_weather', 'Current weather of a city', {
      city: { type: 'string' },
      unit: { enum: ['celsius', 'fahrenheit'] },
    }),
    tool('calculator', 'Do arithmetic', { expression: { type: 'string' } }),
  ];

  it.each([
    ['Where is my order AB-1234?', 'get_order_status', { order_id: 'AB-1234' }],
    ['What is the weather in New York in celsius?', 'get_weather', { city: 'New York', unit: 'celsius' }],
    ['What is 12 * (3 + 4)?', 'calculator', { expression: '12 * (3 + 4)' }],
  ])('%s', (text, name, input) => {
    expect(say(text, { tools }).toolUses).toEqual([{ kind: 'tool-use', id: 'use-1', name, input }]);
  });

  it('only when the request is one for them, and asks for what is missing', () => {
    expect(say('Context: The pool opens at seven.\nQuestion: When does the pool open?', { tools }).text).toBe(
      'The pool opens at seven.',
    );
    expect(say('What is the status of my order?', { tools }).text).toBe(
      'To use get_order_status I need to know: order_id.',
    );
  });
});

describe('the wording', () => {
  const prompt = 'Context: The pool opens at seven.\nQuestion: When does the pool open?';
  const said = (temperature: number) =>
    new Set(Array.from({ length: 12 }, (_, seed) => say(prompt, {}, temperature, seed).text));

  it('is always the same at temperature 0, and varies by the seed above it', () => {
    expect([...said(0)]).toEqual(['The pool opens at seven.']);
    expect(said(1).size).toBeGreaterThan(1);
    expect([...said(1)].every((text) => text.includes('The pool opens at seven.'))).toBe(true);
    expect(say(prompt, {}, 1, 5)).toEqual(say(prompt, {}, 1, 5));
  });
});

it('reads a prompt as long as its window in a moment', () => {
  const long = 'word '.repeat(60_000);

  expect(say(`Context: ${long}. The pool opens at seven.\nQuestion: When does the pool open?`).text).toContain('seven');
  expect(say(long).text).toContain("I don't know");
});

it('tokens join to their text, and a hundred words are some hundred and thirty tokens', () => {
  const text =
    'Amazon SageMaker trains, tunes and deploys machine learning models; prices start at $0.05 an hour. '.repeat(7);

  expect(piecesOf(text).join('')).toBe(text);
  expect(countTokens(text) / text.trim().split(/\s+/).length).toBeGreaterThan(1.1);
  expect(countTokens(text) / text.trim().split(/\s+/).length).toBeLessThan(1.9);
});
