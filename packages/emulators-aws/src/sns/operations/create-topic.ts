import type { CreateTopicInput, CreateTopicResponse } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { requestTags } from '../../messaging/needs.ts';
import { checkTopicAttribute, setTopicAttribute, topicAttributes } from '../attributes.ts';
import { invalidParameter, notSupported } from '../errors.ts';
import type { SnsCall, SnsState, Topic } from '../state.ts';
import { addTags, pairsOf } from '../tags.ts';
import { topicNeed } from '../topics.ts';

type Input = Sent<CreateTopicInput>;

export const createTopic = operation<SnsState, Input, CreateTopicResponse>({
  fidelity: 'simplified',
  differs: 'Keys, delivery policies and delivery logging are remembered and have no effect.',
  needs: ({ Name: name, Tags: tags }, call) =>
    topicNeed(call, 'CreateTopic', call.arn(name), requestTags(pairsOf(tags))),
  handle: (input, call) => {
    if (input.DataProtectionPolicy) throw notSupported('A data protection policy');
    const { FifoTopic: fifo, ...attributes } = input.Attributes ?? {};
    const isFifo = fifo === 'true';
    checkName(input.Name, isFifo);
    for (const [name, value] of Object.entries(attributes)) checkTopicAttribute(name, value, isFifo);
    const existing = call.state.topics.get(input.Name);
    if (existing) demandSame(call, existing, input, attributes);
    else call.state.topics.set(input.Name, newTopic(call, input, isFifo, attributes));
    return { TopicArn: call.arn(input.Name) };
  },
});

function newTopic(
  call: SnsCall,
  { Name: name, Tags: tags = [] }: Input,
  isFifo: boolean,
  attributes: Attributes,
): Topic {
  const topic: Topic = {
    name,
    arn: call.arn(name),
    isFifo,
    attributes: new Map(),
    tags: new Map(),
    subscriptions: new Map(),
    deletedSubscriptions: 0,
    duplicates: new Map(),
    nextSequence: 0,
  };
  for (const [attribute, value] of Object.entries(attributes)) setTopicAttribute(topic, attribute, value);
  addTags(topic, tags);
  return topic;
}

type Attributes = Readonly<Record<string, string>>;

function checkName(name: string, isFifo: boolean): void {
  if (isFifo && !name.endsWith('.fifo')) throw invalidParameter('Topic Name', 'FIFO topic names must end with .fifo');
  const stem = isFifo ? name.slice(0, -'.fifo'.length) : name;
  if (!/^[A-Za-z0-9_-]+$/.test(stem) || name.length > 256) throw invalidParameter('Topic Name');
}

/** The same request again answers the topic that is there; another one is refused. */
function demandSame(call: SnsCall, topic: Topic, { Tags: tags }: Input, attributes: Attributes): void {
  const present = topicAttributes(call, topic);
  if (Object.entries(attributes).some(([name, value]) => present[name] !== value)) {
    throw invalidParameter('Attributes', 'Topic already exists with different attributes');
  }
  if (tags && pairsOf(tags).some(([key, value]) => topic.tags.get(key) !== value)) {
    throw invalidParameter('Tags', 'Topic already exists with different tags');
  }
}
