import type { Rng } from '@cairn/kernel';
import { classify } from './classification.ts';
import type { Answer, Conversation, Sampling, ToolUse } from './conversation.ts';
import { textOf } from './conversation.ts';
import { answerJson } from './json-answer.ts';
import { type Request, readRequest } from './passages.ts';
import { DO_NOT_KNOW, findAnswer, sayAnswer } from './question-answering.ts';
import { summarize } from './summary.ts';
import { countTokens, piecesOf } from './tokens.ts';
import { chooseTool } from './tool-choice.ts';
import { answerFromResults } from './tool-results.ts';

const GREETING = /^\s*(?:hi|hello|hey|good (?:morning|afternoon|evening))\b[^?]{0,30}$/i;
const TRANSLATION = /\btranslate\b/i;
const LEADS = ['According to the context: ', 'The context says: ', 'From what is given: '];
/** Tokens that a turn costs beside its text. */
const TOKENS_PER_TURN = 4;

/** Where the model takes its variation and its ids from. */
export interface Source {
  readonly rng: () => Rng;
  readonly toolUseId: () => string;
}

/**
 * Answers a conversation from the text that is in it: results of tools, a tool to use, JSON, a label, a summary, or the
 * sentences that answer the question. It knows nothing else and says so. The same conversation at temperature 0 gives
 * the same answer; above it the wording follows `source.rng`.
 */
export function answer(conversation: Conversation, sampling: Sampling, source: Source): Answer {
  const inputTokens = countInput(conversation);
  const decided = conversation.tools.length > 0 ? decideOnTool(conversation) : undefined;
  if (decided && 'uses' in decided) return useTools(decided.uses, inputTokens, source);
  const said = decided?.text ?? answerFromResults(conversation) ?? compose(conversation, sampling, source);
  return { ...cut(continued(conversation, said), sampling), toolUses: [], usage: usageOf(inputTokens, said, sampling) };
}

/** Tokens of everything the model reads. */
export function countInput({ system, turns, tools }: Conversation): number {
  const spoken = turns.flatMap(({ parts }) => parts.map((part) => ('text' in part ? part.text : JSON.stringify(part))));
  const described = tools.map((tool) => JSON.stringify(tool));
  const tokens = [...system, ...spoken, ...described].reduce((sum, text) => sum + countTokens(text), 0);
  return tokens + TOKENS_PER_TURN * turns.length;
}

type Decided = { readonly uses: readonly Omit<ToolUse, 'id'>[] } | { readonly text: string };

function decideOnTool(conversation: Conversation): Decided | undefined {
  const hasResult = conversation.turns.at(-1)?.parts.some(({ kind }) => kind === 'tool-result') ?? false;
  const decision = hasResult ? undefined : chooseTool(conversation);
  if (!decision) return undefined;
  if (decision.kind === 'use') return { uses: decision.uses };
  return { text: `To use ${decision.tool} I need to know: ${decision.missing.join(', ')}.` };
}

function useTools(uses: readonly Omit<ToolUse, 'id'>[], inputTokens: number, { toolUseId }: Source): Answer {
  const toolUses = uses.map((use) => ({ ...use, id: toolUseId() }));
  const outputTokens = toolUses.reduce((sum, use) => sum + countTokens(JSON.stringify(use)), 0);
  return { text: '', toolUses, stop: { reason: 'tool-use' }, usage: { inputTokens, outputTokens } };
}

function compose(conversation: Conversation, { temperature }: Sampling, { rng }: Source): string {
  const request = readRequest(conversation);
  const { instruction, passages } = request;
  const done = answerJson(conversation, request) ?? classify(request)?.label ?? summarize(request);
  if (done !== undefined) return done;
  if (TRANSLATION.test(instruction)) return 'This local model cannot translate; Amazon Translate of this sandbox can.';
  if (passages.length === 0 && GREETING.test(request.question)) return 'Hello! Give me a text and ask me about it.';
  return answerQuestion(request, temperature > 0 ? rng() : undefined);
}

function answerQuestion({ question, passages }: Request, rng: Rng | undefined): string {
  const evidence = findAnswer(question, passages);
  if (passages.length === 0) return `${DO_NOT_KNOW} This local model knows only the text that a prompt brings.`;
  const said = sayAnswer(evidence);
  if (!rng || evidence.length === 0 || rng.next() < 0.5) return said;
  return `${LEADS[rng.below(LEADS.length)] ?? ''}${said}`;
}

/** When the last turn is the model's own beginning, the answer goes on after it. */
function continued({ turns }: Conversation, said: string): string {
  const last = turns.at(-1);
  const begun = last?.role === 'assistant' ? textOf(last).trimEnd() : '';
  return begun !== '' && said.startsWith(begun) ? said.slice(begun.length) : said;
}

type Cut = Pick<Answer, 'text' | 'stop'>;

function cut(text: string, { maxTokens, stopSequences }: Sampling): Cut {
  const pieces = piecesOf(text);
  const long = pieces.length > maxTokens ? pieces.slice(0, maxTokens).join('') : undefined;
  const whole = long ?? text;
  const stops = stopSequences.filter((sequence) => sequence !== '' && whole.includes(sequence));
  const first = stops.sort((a, b) => whole.indexOf(a) - whole.indexOf(b))[0];
  if (first !== undefined) {
    return { text: whole.slice(0, whole.indexOf(first)), stop: { reason: 'stop-sequence', sequence: first } };
  }
  return { text: whole, stop: { reason: long === undefined ? 'end' : 'length' } };
}

function usageOf(inputTokens: number, said: string, sampling: Sampling): Answer['usage'] {
  return { inputTokens, outputTokens: countTokens(cut(said, sampling).text) };
}
