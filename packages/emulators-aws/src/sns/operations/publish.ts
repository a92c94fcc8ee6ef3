import type { PublishInput, PublishResponse } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidParameter, notSupported } from '../errors.ts';
import { publish as send } from '../publishing.ts';
import type { SnsState } from '../state.ts';
import { getTopic, onTopic } from '../topics.ts';

export const publish = operation<SnsState, Sent<PublishInput>, PublishResponse>({
  fidelity: 'simplified',
  differs: 'Notifications carry no valid signature, and text messages cannot be sent.',
  needs: ({ TopicArn, TargetArn }, call) => onTopic('Publish')({ TopicArn: TopicArn ?? TargetArn }, call),
  handle: (input, call) => {
    if (input.PhoneNumber !== undefined) throw notSupported('Sending a text message to a PhoneNumber');
    const arn = input.TopicArn ?? input.TargetArn;
    if (arn === undefined) throw invalidParameter('TopicArn or TargetArn', 'no value for required parameter');
    const { messageId, sequenceNumber } = send(call, getTopic(call, arn), input);
    return { MessageId: messageId, ...(sequenceNumber === undefined ? {} : { SequenceNumber: sequenceNumber }) };
  },
});
