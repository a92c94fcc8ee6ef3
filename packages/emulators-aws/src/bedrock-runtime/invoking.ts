import type { ContentBlock, ConverseTrace, InvokeModelRequest, Message } from '@aws-sdk/client-bedrock-runtime';
import { notSupported, validation } from '../bedrock/errors.ts';
import { chooseModel } from '../bedrock/model-choice.ts';
import type { FoundationModel } from '../bedrock/models.ts';
import type { BedrockCall } from '../bedrock/state.ts';
import type { Sent } from '../iam/sent.ts';
import type { Answer, Conversation, Part } from '../local-model/conversation.ts';
import type { TextBody } from './bodies/body.ts';
import { type Embedded, embedBody } from './bodies/embeddings.ts';
import { readJson } from './bodies/parse.ts';
import { TEXT_BODIES } from './bodies/registry.ts';
import { type Guard, openGuard } from './guarding.ts';
import { spendTokens } from './quota.ts';
import { account, runText } from './text-run.ts';

export type Invoke = Sent<InvokeModelRequest>;

export type Invoked =
  | { readonly kind: 'embedding'; readonly body: Embedded['body'] }
  | {
      readonly kind: 'text';
      readonly model: FoundationModel;
      readonly form: TextBody;
      readonly id: string;
      readonly answer: Answer;
      readonly latencyMilliseconds: number;
      /** Members that a guardrail adds to the body. */
      readonly guarded: Readonly<Record<string, unknown>>;
    };

const EMBEDDING_MILLISECONDS = 40;
/** Bodies and tags of guardrails in a prompt. */
const GUARDRAIL_MEMBER = 'amazon-bedrock-guardrailConfig';

/** Has a model answer a body of its own kind. */
export async function invoke(call: BedrockCall, input: Invoke): Promise<Invoked> {
  const model = chooseModel(call, input.modelId);
  if (input.performanceConfigLatency === 'optimized') throw notSupported('The latency option optimized');
  checkType(input.contentType, 'content type');
  checkType(input.accept, 'accept');
  const { [GUARDRAIL_MEMBER]: marks, ...body } = readJson(input.body);
  const { body: family } = model;
  if (family === 'titan-embedding-v1' || family === 'titan-embedding-v2' || family === 'cohere-embedding') {
    const { body: written, inputTokens } = embedBody(family, body, model.contextTokens, call.ids.uuid());
    spendTokens(call, model, inputTokens);
    account(call, model, { inputTokens, outputTokens: 0 }, EMBEDDING_MILLISECONDS);
    return { kind: 'embedding', body: written };
  }
  return invokeText(call, input, { model, form: TEXT_BODIES[family], body, suffix: suffixIn(marks) });
}

function checkType(type: string | undefined, what: string): void {
  // clients send octet-stream when nobody set a type
  if (type === undefined || /^(?:\*\/\*|application\/(?:json|octet-stream))/.test(type)) return;
  throw validation(`The ${what} ${type} is not one that the model takes: use application/json.`);
}

interface TextInvocation {
  readonly model: FoundationModel;
  readonly form: TextBody;
  readonly body: Readonly<Record<string, unknown>>;
  readonly suffix: string | undefined;
}

async function invokeText(
  call: BedrockCall,
  input: Invoke,
  { model, form, body, suffix }: TextInvocation,
): Promise<Invoked> {
  const { conversation, sampling } = form.read(body, model.maxOutputTokens);
  if (conversation.tools.length > 0 && !model.usesTools) throw validation("This model doesn't support tool use.");
  const guard = openGuard(call, guardConfig(input));
  const rest = { kind: 'text', model, form, id: call.ids.hex(24) } as const;
  const checked = guard?.checkInput(messagesOf(conversation, suffix), []);
  if (guard && checked?.outcome === 'blocked') {
    return { ...rest, answer: said(checked.message), latencyMilliseconds: 0, guarded: membersOf(true, guard.trace()) };
  }
  const asked = { ...conversation, turns: checked ? withTexts(conversation, checked.messages) : conversation.turns };
  const { answer, latencyMilliseconds } = await runText(call, model, asked, sampling);
  if (!guard) return { ...rest, answer, latencyMilliseconds, guarded: {} };
  const { shown, hasIntervened } = guardAnswer(guard, answer);
  return { ...rest, answer: shown, latencyMilliseconds, guarded: membersOf(hasIntervened, guard.trace()) };
}

const TRACES = { ENABLED: 'enabled', ENABLED_FULL: 'enabled_full', DISABLED: 'disabled' } as const;

function guardConfig({ guardrailIdentifier, guardrailVersion, trace = 'DISABLED' }: Invoke) {
  return guardrailIdentifier === undefined
    ? undefined
    : { guardrailIdentifier, guardrailVersion, trace: TRACES[trace] };
}

function guardAnswer(guard: Guard, answer: Answer): { readonly shown: Answer; readonly hasIntervened: boolean } {
  if (answer.text === '') return { shown: answer, hasIntervened: false };
  const { outcome, message } = guard.checkOutput(answer.text);
  if (outcome === 'none') return { shown: answer, hasIntervened: false };
  const toolUses = outcome === 'blocked' ? [] : answer.toolUses;
  return { shown: { ...answer, text: message, toolUses }, hasIntervened: true };
}

const said = (text: string): Answer => ({
  text,
  toolUses: [],
  stop: { reason: 'end' },
  usage: { inputTokens: 0, outputTokens: 0 },
});

function membersOf(hasIntervened: boolean, trace: ConverseTrace | undefined): Readonly<Record<string, unknown>> {
  const { inputAssessment, outputAssessments, modelOutput } = trace?.guardrail ?? {};
  const outputs = Object.entries(outputAssessments ?? {}).map(([id, [first]]) => ({ [id]: first }));
  return {
    'amazon-bedrock-guardrailAction': hasIntervened ? 'INTERVENED' : 'NONE',
    ...(trace ? { 'amazon-bedrock-trace': { guardrail: { modelOutput, input: inputAssessment, outputs } } } : {}),
  };
}

function suffixIn(marks: unknown): string | undefined {
  return typeof marks === 'object' && marks !== null && 'tagSuffix' in marks && typeof marks.tagSuffix === 'string'
    ? marks.tagSuffix
    : undefined;
}

const tagged = (suffix: string): RegExp => {
  const tag = `amazon-bedrock-guardrails-guardContent_${suffix.replace(/\W/g, '')}`;
  return new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`);
};

/** The texts of a conversation, with what stands in guardrail tags as guarded content. */
function messagesOf({ turns }: Conversation, suffix: string | undefined): readonly Message[] {
  return turns.map(({ role, parts }) => ({
    role,
    content: parts.flatMap((part) => (part.kind === 'text' ? blocksOf(part.text, suffix) : [])),
  }));
}

function blocksOf(text: string, suffix: string | undefined): readonly ContentBlock[] {
  if (suffix === undefined) return [{ text }];
  return text
    .split(tagged(suffix))
    .map((piece, at): ContentBlock => (at % 2 === 0 ? { text: piece } : { guardContent: { text: { text: piece } } }));
}

/** The turns again, with the texts as the guardrail lets them through. */
function withTexts({ turns }: Conversation, messages: readonly Message[]): Conversation['turns'] {
  return turns.map((turn, at) => {
    const shown = (messages[at]?.content ?? [])
      .map(({ text, guardContent }) => text ?? guardContent?.text?.text ?? '')
      .join('');
    const others = turn.parts.filter(({ kind }) => kind !== 'text');
    const own: readonly Part[] = shown === '' ? [] : [{ kind: 'text', text: shown }];
    return { ...turn, parts: [...others, ...own] };
  });
}
