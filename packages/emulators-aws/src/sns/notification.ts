import type { Attributes, Published, SnsCall, Subscription, Topic } from './state.ts';

/** Signatures cannot be checked here: nobody but AWS has its key. */
const NO_SIGNATURE = 'UNSIGNED';

/**
 * The envelope in which SNS delivers.
 *
 * @see SNS developer guide, "HTTP/HTTPS notification JSON format"
 */
export function notification(call: SnsCall, topic: Topic, subscription: Subscription, published: Published) {
  const attributes = describeAttributes(published.attributes);
  return {
    Type: 'Notification',
    MessageId: published.messageId,
    ...(published.sequenceNumber === undefined ? {} : { SequenceNumber: published.sequenceNumber }),
    TopicArn: topic.arn,
    ...(published.subject === undefined ? {} : { Subject: published.subject }),
    Message: published.message,
    Timestamp: new Date(published.at).toISOString(),
    SignatureVersion: topic.attributes.get('SignatureVersion') ?? '1',
    Signature: NO_SIGNATURE,
    SigningCertURL: certificateUrl(call),
    UnsubscribeURL: unsubscribeUrl(call, subscription),
    ...(Object.keys(attributes).length === 0 ? {} : { MessageAttributes: attributes }),
  };
}

/** What a function receives: the same, in a record. */
export function lambdaEvent(call: SnsCall, topic: Topic, subscription: Subscription, published: Published) {
  const text = published.byProtocol?.lambda ?? published.byProtocol?.default ?? published.message;
  return {
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: subscription.arn,
        Sns: {
          Type: 'Notification',
          MessageId: published.messageId,
          TopicArn: topic.arn,
          Subject: published.subject ?? null,
          Message: text,
          Timestamp: new Date(published.at).toISOString(),
          SignatureVersion: topic.attributes.get('SignatureVersion') ?? '1',
          Signature: NO_SIGNATURE,
          SigningCertUrl: certificateUrl(call),
          UnsubscribeUrl: unsubscribeUrl(call, subscription),
          MessageAttributes: describeAttributes(published.attributes),
        },
      },
    ],
  };
}

const certificateUrl = ({ region }: SnsCall): string =>
  `https://sns.${region}.amazonaws.com/SimpleNotificationService.pem`;

const unsubscribeUrl = ({ endpoint }: SnsCall, { arn }: Subscription): string =>
  `${endpoint}/?Action=Unsubscribe&SubscriptionArn=${arn}`;

function describeAttributes(attributes: Attributes): Record<string, { readonly Type: string; readonly Value: string }> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType = '', StringValue = '', BinaryValue }]) => [
      name,
      { Type: DataType, Value: BinaryValue ? Buffer.from(BinaryValue).toString('base64') : StringValue },
    ]),
  );
}

/** As a queue takes them; String.Array is a type of SNS only. */
export const attributesIn = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      value.DataType === 'String.Array' ? { ...value, DataType: 'String' } : value,
    ]),
  );
