/** What a text model is asked, whatever the body it came in. */
export interface Conversation {
  readonly system: readonly string[];
  readonly turns: readonly Turn[];
  readonly tools: readonly Tool[];
  /** Which tool must be used: `any` of them, one by name, or as the model sees fit. */
  readonly toolChoice: 'auto' | 'any' | { readonly name: string };
  /** JSON schema that the answer has to follow, if one was asked for. */
  readonly answerSchema: JsonSchema | undefined;
}

export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly parts: readonly Part[];
}

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'document'; readonly name: string; readonly text: string }
  | ToolUse
  | {
      readonly kind: 'tool-result';
      readonly id: string;
      readonly content: readonly unknown[];
      readonly isError: boolean;
    };

export interface ToolUse {
  readonly kind: 'tool-use';
  readonly id: string;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly schema: JsonSchema;
}

/** The part of JSON Schema that is looked at. */
export interface JsonSchema {
  readonly type?: string | undefined;
  readonly description?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: JsonSchema | undefined;
}

export interface Sampling {
  readonly maxTokens: number;
  /** 0: always the same words; above it the wording varies, with `next`. */
  readonly temperature: number;
  readonly stopSequences: readonly string[];
}

/** What a text model answers. */
export interface Answer {
  readonly text: string;
  readonly toolUses: readonly ToolUse[];
  readonly stop:
    | { readonly reason: 'end' | 'tool-use' | 'length' }
    | { readonly reason: 'stop-sequence'; readonly sequence: string };
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number };
}

/** The text of a turn's parts of kind text, a blank line between them. */
export function textOf({ parts }: Turn): string {
  return parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n\n');
}
