import type { StopReason } from '@aws-sdk/client-bedrock-runtime';
import type { Answer } from '../local-model/conversation.ts';

/** Why an answer ended, as Converse, Claude and Nova say it. */
export function stopReasonOf({
  stop,
}: Answer): Extract<StopReason, 'end_turn' | 'tool_use' | 'max_tokens' | 'stop_sequence'> {
  switch (stop.reason) {
    case 'end':
      return 'end_turn';
    case 'tool-use':
      return 'tool_use';
    case 'length':
      return 'max_tokens';
    case 'stop-sequence':
      return 'stop_sequence';
  }
}
