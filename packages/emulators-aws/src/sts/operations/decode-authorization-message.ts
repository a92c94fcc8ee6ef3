import type { DecodeAuthorizationMessageRequest, DecodeAuthorizationMessageResponse } from '@aws-sdk/client-sts';
import { type JournalEntry, operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { IamState } from '../../iam/state.ts';
import { invalidAuthorizationMessage } from '../errors.ts';

export const decodeAuthorizationMessage = operation<
  IamState,
  Sent<DecodeAuthorizationMessageRequest>,
  DecodeAuthorizationMessageResponse
>({
  fidelity: 'simplified',
  differs:
    'No service here answers with an encoded message: give the request id of a denied call, and the answer tells which policy decided.',
  handle: ({ EncodedMessage }, { journal }) => {
    const entry = journal.findLast(({ requestId }) => requestId === EncodedMessage.trim());
    if (!entry?.decision || entry.decision.decision === 'allow') throw invalidAuthorizationMessage();
    return { DecodedMessage: JSON.stringify(messageOf(entry, entry.decision)) };
  },
});

/** The members of the cloud's own message, and `why` in a sentence. */
function messageOf(entry: JournalEntry, { decision, action, why }: NonNullable<JournalEntry['decision']>) {
  return {
    allowed: false,
    explicitDeny: decision === 'explicitDeny',
    why,
    context: {
      principal: { arn: entry.principalArn },
      action,
      resource: entry.resources.at(-1) ?? '*',
    },
  };
}
