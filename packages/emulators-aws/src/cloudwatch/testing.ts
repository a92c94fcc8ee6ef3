import { CreateTopicCommand, SetTopicAttributesCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { OpenSandbox } from '../testing.ts';

/** A topic that lets `service` publish, and the queue behind it, to see what arrives. */
export async function topicWithInbox(box: OpenSandbox, service: string) {
  const sns = box.client(SNSClient);
  const sqs = box.client(SQSClient);
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'told' }));
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'inbox' }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  const Policy = allow('sns.amazonaws.com', 'sqs:SendMessage', Attributes?.QueueArn);
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: Attributes?.QueueArn }));
  const AttributeValue = allow(service, 'sns:Publish', TopicArn);
  await sns.send(new SetTopicAttributesCommand({ TopicArn, AttributeName: 'Policy', AttributeValue }));
  const received = async () => {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    return Messages.map(({ Body = '' }) => JSON.parse(Body) as { readonly Subject: string; readonly Message: string });
  };
  return { TopicArn, received };
}

const allow = (Service: string, Action: string, Resource: string | undefined): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service }, Action, Resource }] });
