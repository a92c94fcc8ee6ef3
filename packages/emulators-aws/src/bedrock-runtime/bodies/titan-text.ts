import { z } from 'zod';
import type { Answer } from '../../local-model/conversation.ts';
import { promptConversation, type TextBody } from './body.ts';
import { parseBody } from './parse.ts';

const Body = z.strictObject({
  inputText: z.string().min(1),
  textGenerationConfig: z
    .strictObject({
      maxTokenCount: z.number().int().min(0).optional(),
      temperature: z.number().min(0).max(1).optional(),
      topP: z.number().min(0).max(1).optional(),
      stopSequences: z.array(z.string()).optional(),
    })
    .optional(),
});

/** https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html */
export const titanText: TextBody = {
  read: (body, maxOutputTokens) => {
    const { inputText, textGenerationConfig: config = {} } = parseBody(Body, body);
    const sampling = {
      maxTokens: Math.min(config.maxTokenCount ?? 512, maxOutputTokens),
      temperature: config.temperature ?? 0.7,
      stopSequences: config.stopSequences ?? [],
    };
    return { conversation: promptConversation(inputText.replace(/^User: |\nBot:\s*$/g, '')), sampling };
  },
  write: (answer) => ({
    inputTextTokenCount: answer.usage.inputTokens,
    results: [{ tokenCount: answer.usage.outputTokens, outputText: answer.text, completionReason: reasonOf(answer) }],
  }),
  *stream(answer, parts) {
    for (const [at, outputText] of parts.entries()) {
      const isLast = at === parts.length - 1;
      yield {
        outputText,
        index: 0,
        totalOutputTextTokenCount: isLast ? answer.usage.outputTokens : null,
        completionReason: isLast ? reasonOf(answer) : null,
        inputTextTokenCount: at === 0 ? answer.usage.inputTokens : null,
      };
    }
  },
};

const reasonOf = ({ stop }: Answer): string =>
  ({ end: 'FINISH', 'tool-use': 'FINISH', length: 'LENGTH', 'stop-sequence': 'STOP_CRITERIA_MET' })[stop.reason];
