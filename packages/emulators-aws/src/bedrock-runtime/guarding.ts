import type {
  ConverseTrace,
  GuardrailAssessment,
  GuardrailStreamConfiguration,
  Message,
  SystemContentBlock,
} from '@aws-sdk/client-bedrock-runtime';
import { validation } from '../bedrock/errors.ts';
import { type Assessed, assess, type GuardedText } from '../bedrock/guardrails/assess.ts';
import { findVersion } from '../bedrock/guardrails/find.ts';
import type { BedrockCall } from '../bedrock/state.ts';

/** A guardrail around one exchange with a model. */
export interface Guard {
  checkInput(messages: readonly Message[], system: readonly SystemContentBlock[]): CheckedInput;
  checkOutput(text: string): CheckedText;
  /** What was found, if the request asked for it. */
  trace(): ConverseTrace | undefined;
}

export interface CheckedText {
  readonly outcome: Assessed['outcome'];
  /** What to show: the text itself, with masks, or the guardrail's own message. */
  readonly message: string;
}

export interface CheckedInput extends CheckedText {
  /** The messages as the model may see them. */
  readonly messages: readonly Message[];
}

/** The guardrail that a request names; undefined when it names none. */
export function openGuard(call: BedrockCall, config: GuardrailStreamConfiguration | undefined): Guard | undefined {
  if (config?.guardrailIdentifier === undefined) return undefined;
  if (config.guardrailVersion === undefined) throw validation('guardrailVersion is required with guardrailIdentifier.');
  const { guardrail, version } = findVersion(call, config.guardrailIdentifier, config.guardrailVersion);
  const { rules } = version;
  const seen: Seen = { input: undefined, outputs: [], modelOutput: [], reason: undefined, context: [] };
  const run = (source: 'INPUT' | 'OUTPUT', texts: readonly GuardedText[]) => {
    const result = assess(call, { guardrail, version, isFull: config.trace === 'enabled_full' }, source, texts);
    if (result.outcome !== 'none') seen.reason = result.reason;
    return result;
  };
  return {
    checkInput: (messages, system) => {
      const texts = textsOf(messages, system);
      seen.context = texts.filter(isContext).map(asContextOnly);
      const result = run('INPUT', texts);
      seen.input = result.assessment;
      const shown = result.outcome === 'masked' ? withTexts(messages, result.texts) : messages;
      return { outcome: result.outcome, message: rules.blockedInputMessaging, messages: shown };
    },
    checkOutput: (text) => {
      const result = run('OUTPUT', [...seen.context, { text, qualifiers: ['guard_content'] }]);
      seen.outputs.push(result.assessment);
      seen.modelOutput.push(text);
      const masked = result.texts[0] ?? text;
      return {
        outcome: result.outcome,
        message: result.outcome === 'blocked' ? rules.blockedOutputsMessaging : masked,
      };
    },
    trace: () => (config.trace === undefined || config.trace === 'disabled' ? undefined : traceOf(guardrail.id, seen)),
  };
}

interface Seen {
  input: GuardrailAssessment | undefined;
  readonly outputs: GuardrailAssessment[];
  readonly modelOutput: string[];
  reason: string | undefined;
  /** Grounding sources and the query of the request. */
  context: readonly GuardedText[];
}

function traceOf(id: string, { input, outputs, modelOutput, reason }: Seen): ConverseTrace {
  return {
    guardrail: {
      ...(modelOutput.length > 0 ? { modelOutput } : {}),
      ...(input ? { inputAssessment: { [id]: input } } : {}),
      ...(outputs.length > 0 ? { outputAssessments: { [id]: outputs } } : {}),
      ...(reason === undefined ? {} : { actionReason: reason }),
    },
  };
}

const isContext = ({ qualifiers }: GuardedText): boolean =>
  qualifiers.includes('grounding_source') || qualifiers.includes('query');

/** A question that is guarded on its way in is no part of the answer. */
const asContextOnly = ({ text, qualifiers }: GuardedText): GuardedText => ({
  text,
  qualifiers: qualifiers.filter((qualifier) => qualifier !== 'guard_content'),
});

/** What is checked of a request: the guarded blocks if it marks any, else every text of its messages. */
function textsOf(messages: readonly Message[], system: readonly SystemContentBlock[]): readonly GuardedText[] {
  const blocks = messages.flatMap(({ content = [] }) => content);
  const guarded = [...blocks, ...system].flatMap(({ guardContent }) =>
    guardContent?.text?.text === undefined ? [] : [guardedText(guardContent.text.text, guardContent.text.qualifiers)],
  );
  if (guarded.length > 0) return guarded;
  return blocks.flatMap(({ text }) => (text === undefined ? [] : [guardedText(text, undefined)]));
}

const guardedText = (
  text: string,
  qualifiers: readonly GuardedText['qualifiers'][number][] | undefined,
): GuardedText => ({
  text,
  qualifiers: qualifiers && qualifiers.length > 0 ? qualifiers : ['guard_content'],
});

/** The messages with masked texts in the places that were checked. */
function withTexts(messages: readonly Message[], texts: readonly string[]): readonly Message[] {
  const left = [...texts];
  const marks = messages.some(({ content = [] }) => content.some(({ guardContent }) => guardContent !== undefined));
  return messages.map((message) => ({
    ...message,
    content: (message.content ?? []).map((block) => {
      if (!marks && block.text !== undefined) return { text: left.shift() ?? block.text };
      const text = block.guardContent?.text;
      if (text?.text === undefined || isContextOnly(text.qualifiers)) return block;
      return { guardContent: { text: { ...text, text: left.shift() ?? text.text } } };
    }),
  }));
}

const isContextOnly = (qualifiers: readonly string[] | undefined): boolean =>
  qualifiers !== undefined && qualifiers.length > 0 && !qualifiers.includes('guard_content');
