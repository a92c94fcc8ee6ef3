import type { Message } from '@aws-sdk/client-bedrock-runtime';
import { notSupported, validation } from '../bedrock/errors.ts';
import type { FoundationModel } from '../bedrock/models.ts';
import type { ConverseInput } from './converse-input.ts';

/** Refuses a conversation that Bedrock would refuse, in its words. */
export function checkConverse(input: ConverseInput, model: FoundationModel): void {
  if (model.output !== 'TEXT')
    throw validation(
      "This action doesn't support the model that you provided. Try again with a supported text or chat model.",
    );
  if (input.promptVariables !== undefined) throw notSupported('promptVariables');
  if (input.performanceConfig?.latency === 'optimized') throw notSupported('The latency option optimized');
  const messages = input.messages ?? [];
  checkRoles(messages);
  for (const [at, message] of messages.entries()) checkContent(message, at);
  if ((input.system?.length ?? 0) > 0 && !model.takesSystem) {
    throw validation(
      "This model doesn't support the system field that you provided. Remove the system field and try again.",
    );
  }
  checkTools(input, messages, model);
}

function checkRoles(messages: readonly Message[]): void {
  if (messages[0]?.role !== 'user') {
    throw validation(
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
    );
  }
  const isMixed = messages.every(({ role }, at) => at === 0 || role !== messages[at - 1]?.role);
  if (!isMixed) {
    throw validation(
      'A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles and try again.',
    );
  }
}

function checkContent({ content = [] }: Message, at: number): void {
  if (content.length === 0) {
    throw validation(
      `The content field in the Message object at messages.${at} is empty. Add a ContentBlock object to the content field and try again.`,
    );
  }
  const blank = content.findIndex(({ text }) => text !== undefined && text.trim() === '');
  if (blank >= 0) {
    throw validation(
      `The text field in the ContentBlock object at messages.${at}.content.${blank} is blank. Add text to the text field, and try again.`,
    );
  }
}

function checkTools({ toolConfig }: ConverseInput, messages: readonly Message[], model: FoundationModel): void {
  const blocks = messages.flatMap(({ content = [] }) => content);
  const usesTools = blocks.some(({ toolUse, toolResult }) => toolUse !== undefined || toolResult !== undefined);
  if (toolConfig !== undefined && !model.usesTools) {
    throw validation("This model doesn't support tool use. Remove the toolConfig field and try again.");
  }
  if (usesTools && toolConfig === undefined) {
    throw validation('The toolConfig field must be defined when using toolUse and toolResult content blocks.');
  }
  const chosen = toolConfig?.toolChoice?.tool?.name;
  if (chosen !== undefined && !toolConfig?.tools?.some(({ toolSpec }) => toolSpec?.name === chosen)) {
    throw validation(`The tool ${chosen} in toolChoice is not one of the tools in toolConfig.`);
  }
  checkResults(messages);
}

/** Each tool use is answered by a result in the next turn, and no result comes without its use. */
function checkResults(messages: readonly Message[]): void {
  for (const [at, { content = [] }] of messages.entries()) {
    const asked = (messages[at - 1]?.content ?? []).flatMap(({ toolUse }) =>
      toolUse?.toolUseId ? [toolUse.toolUseId] : [],
    );
    const given = content.flatMap(({ toolResult }) => (toolResult?.toolUseId ? [toolResult.toolUseId] : []));
    const open = asked.filter((id) => !given.includes(id));
    if (open.length > 0)
      throw validation(
        `Expected toolResult blocks at messages.${at}.content for the following Ids: ${open.join(', ')}`,
      );
    if (given.length > asked.length) {
      throw validation(
        `The number of toolResult blocks at messages.${at}.content exceeds the number of toolUse blocks of previous turn.`,
      );
    }
  }
}
