import type { Answer, Conversation, Sampling } from '../../local-model/conversation.ts';

/** How a family of text models is asked and answers in InvokeModel. */
export interface TextBody {
  /** @throws ServiceError in the words of a model that cannot read its request */
  readonly read: (body: Readonly<Record<string, unknown>>, maxOutputTokens: number) => TextRequest;
  /** The whole answer. */
  readonly write: (answer: Answer, modelId: string, id: string) => Readonly<Record<string, unknown>>;
  /** The answer as the events of a stream, without the metrics that come with the last one. */
  readonly stream: (
    answer: Answer,
    parts: readonly string[],
    modelId: string,
    id: string,
  ) => Iterable<Readonly<Record<string, unknown>>>;
}

export interface TextRequest {
  readonly conversation: Conversation;
  readonly sampling: Sampling;
}

/** One user turn, for models that take a bare prompt. */
export const promptConversation = (text: string): Conversation => ({
  system: [],
  turns: [{ role: 'user', parts: [{ kind: 'text', text }] }],
  tools: [],
  toolChoice: 'auto',
  answerSchema: undefined,
});
