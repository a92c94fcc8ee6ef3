import type {
  ContentBlock,
  ConverseRequest,
  ConverseTrace,
  GuardrailStreamConfiguration,
  StopReason,
  TokenUsage,
} from '@aws-sdk/client-bedrock-runtime';
import { chooseModel } from '../bedrock/model-choice.ts';
import type { BedrockCall } from '../bedrock/state.ts';
import type { Answer } from '../local-model/conversation.ts';
import { checkConverse } from './converse-checks.ts';
import { conversationOf, samplingOf } from './converse-input.ts';
import { openGuard } from './guarding.ts';
import { stopReasonOf } from './stop-reason.ts';
import { runText } from './text-run.ts';

export type Converse = Omit<ConverseRequest, 'guardrailConfig' | 'modelId'> & {
  readonly modelId: string;
  readonly guardrailConfig?: GuardrailStreamConfiguration | undefined;
};

/** One answer in a conversation, before it is written whole or as a stream. */
export interface Turnout {
  readonly content: readonly ContentBlock[];
  readonly stopReason: StopReason;
  readonly usage: TokenUsage;
  readonly latencyMs: number;
  readonly trace: ConverseTrace | undefined;
  readonly additional: Readonly<Record<string, string>> | undefined;
}

/** Has the model answer, with the guardrail before and behind it. */
export async function converse(call: BedrockCall, input: Converse): Promise<Turnout> {
  const model = chooseModel(call, input.modelId);
  checkConverse(input, model);
  const sampling = samplingOf(input, model);
  const guard = openGuard(call, input.guardrailConfig);
  const checked = guard?.checkInput(input.messages ?? [], input.system ?? []);
  if (guard && checked?.outcome === 'blocked') return blocked(checked.message, guard.trace());
  const asked = conversationOf({ ...input, messages: [...(checked?.messages ?? input.messages ?? [])] });
  const { answer, latencyMilliseconds } = await runText(call, model, asked, sampling);
  const guarded = answer.text === '' ? undefined : guard?.checkOutput(answer.text);
  const said = guarded?.outcome === 'none' ? answer.text : (guarded?.message ?? answer.text);
  const hasIntervened = guarded !== undefined && guarded.outcome !== 'none';
  return {
    content: contentOf(said, guarded?.outcome === 'blocked' ? [] : answer.toolUses),
    stopReason: hasIntervened ? 'guardrail_intervened' : stopReasonOf(answer),
    usage: usageOf(answer.usage),
    latencyMs: latencyMilliseconds,
    trace: guard?.trace(),
    additional: additionalFields(input, answer),
  };
}

function blocked(message: string, trace: ConverseTrace | undefined): Turnout {
  return {
    content: [{ text: message }],
    stopReason: 'guardrail_intervened',
    usage: usageOf({ inputTokens: 0, outputTokens: 0 }),
    latencyMs: 0,
    trace,
    additional: undefined,
  };
}

function contentOf(text: string, toolUses: Answer['toolUses']): readonly ContentBlock[] {
  const uses = toolUses.map(
    ({ id, name, input }): ContentBlock => ({ toolUse: { toolUseId: id, name, input: { ...input } as never } }),
  ); // plain JSON, which the SDK types as a document
  return text === '' && uses.length > 0 ? uses : [{ text }, ...uses];
}

const usageOf = ({ inputTokens, outputTokens }: Answer['usage']): TokenUsage => ({
  inputTokens,
  outputTokens,
  totalTokens: inputTokens + outputTokens,
});

/** Only the field that the local model can know. */
function additionalFields({ additionalModelResponseFieldPaths = [] }: Converse, { stop }: Answer) {
  if (!additionalModelResponseFieldPaths.includes('/stop_sequence') || stop.reason !== 'stop-sequence')
    return undefined;
  return { stop_sequence: stop.sequence };
}
