import { describe, expect, it } from 'vitest';
import type { Conversation } from './conversation.ts';
import { readRequest } from './passages.ts';
import { DO_NOT_KNOW, findAnswer, sayAnswer } from './question-answering.ts';

const HANDBOOK = [
  '[returns] Refunds are issued within 14 days of receiving the returned item. Items on final sale cannot be returned.',
  '[shipping] Standard delivery takes three to five working days and costs $4.90. Orders above $50 ship free.',
  '[warranty] Every lamp has a warranty of two years. Water damage is not covered.',
  '[leave] Employees have 25 days of annual leave. Unused days expire on 31 March of the next year.',
  '[contact] The support team answers at help@lumen.example from Monday to Friday. Mara Lindt leads the team.',
].join('\n');

const ask = (text: string, more: Partial<Conversation> = {}) => {
  const turns = [{ role: 'user' as const, parts: [{ kind: 'text' as const, text }] }];
  const request = readRequest({ system: [], turns, tools: [], toolChoice: 'auto', answerSchema: undefined, ...more });
  return sayAnswer(findAnswer(request.question, request.passages));
};
const fromHandbook = (question: string) =>
  ask(`Answer the question from the context only.\n\nContext:\n${HANDBOOK}\n\nQuestion: ${question}\nAnswer:`);

describe('a question about a context', () => {
  it.each([
    ['How long does a refund take?', 'within 14 days', '[returns]'],
    ['When do I get my money back?', 'within 14 days', '[returns]'],
    ['What does standard delivery cost?', '$4.90', '[shipping]'],
    ['How long is the warranty of a lamp?', 'two years', '[warranty]'],
    ['How many vacation days do employees have?', '25 days', '[leave]'],
    ['When do unused leave days expire?', '31 March', '[leave]'],
    ['Who leads the support team?', 'Mara Lindt', '[contact]'],
    ['Is water damage covered by the warranty?', 'Water damage is not covered', '[warranty]'],
    ['Can I return items on final sale?', 'cannot be returned', '[returns]'],
  ])('%s is answered from the right passage', (question, words, marker) => {
    const answer = fromHandbook(question);

    expect(answer).toContain(words);
    expect(answer).toContain(marker);
  });

  it.each([
    'What is the capital of France?',
    'Who is the chief executive of the company?',
    'Which colours do the lamps come in?',
    'How tall is Mount Everest?',
    'What is the salary of a support engineer?',
    'Do you sell bicycles?',
  ])('%s is not answered: the context does not say', (question) => {
    expect(fromHandbook(question)).toBe(DO_NOT_KNOW);
  });
});

describe('a prompt', () => {
  it('may give its passages in tags', () => {
    const prompt = `<documents><document index="1"><source>a.md</source>The office opens at nine.</document>
<document index="2">Parking is free for visitors.</document></documents>
<question>When does the office open?</question>`;

    expect(ask(prompt)).toBe('The office opens at nine. [1]');
  });

  it('may give one text without marks, and the question after it', () => {
    const prompt = 'Context: The museum is closed on Mondays. Tickets cost 12 euros.\nQuestion: How much is a ticket?';

    expect(ask(prompt)).toBe('Tickets cost 12 euros.');
  });

  it('may stand on one line', () => {
    expect(ask('Context: The pool opens at seven. Question: When does the pool open?')).toBe(
      'The pool opens at seven.',
    );
  });

  it('may have its context in the system text or in documents', () => {
    const system = ['You answer from this context.\n<context>\nThe pool opens at seven.\n</context>'];
    const text = { kind: 'text' as const, text: 'How many litres does the tank hold?' };
    const document = { kind: 'document' as const, name: 'tank.md', text: 'The tank holds 900 litres.' };

    expect(ask('When does the pool open?', { system })).toBe('The pool opens at seven.');
    expect(ask('', { turns: [{ role: 'user', parts: [document, text] }] })).toBe(
      'The tank holds 900 litres. [tank.md]',
    );
  });

  it('may have a document without a name, whose items are numbered or not', () => {
    const fromSource = (text: string) => {
      const parts = [
        { kind: 'document' as const, name: '', text },
        { kind: 'text' as const, text: 'When does the pool open?' },
      ];
      return ask('', { turns: [{ role: 'user', parts }] });
    };

    expect(fromSource('The pool opens at seven.')).toBe('The pool opens at seven.');
    expect(fromSource('[1] The sauna opens at noon.\n[2] The pool opens at seven.')).toBe(
      'The pool opens at seven. [2]',
    );
  });

  it('without a context is told that there is none to answer from', () => {
    expect(ask('Who wrote Faust?')).toBe(DO_NOT_KNOW);
  });
});
