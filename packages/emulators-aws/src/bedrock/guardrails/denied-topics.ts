import type { GuardrailTopicPolicyAssessment } from '@aws-sdk/client-bedrock-runtime';
import { areRelated } from '../../local-model/concepts.ts';
import { similarity } from '../../local-model/embedding.ts';
import { sentencesOf, termsOf, weightOfStem } from '../../local-model/words.ts';
import { actionOf, type Direction, isEnabled } from './direction.ts';
import type { GuardrailRules } from './guardrail.ts';

type Rules = NonNullable<GuardrailRules['topicPolicyConfig']>;
type Topic = NonNullable<Rules['topicsConfig']>[number];

/** Above it a sentence is taken to be about the topic; found on the examples in the tests. */
const ENOUGH = 0.42;
const DEFINITION_SHARE = 0.9;

export interface TopicFindings {
  readonly assessment: GuardrailTopicPolicyAssessment;
  readonly isBlocked: boolean;
}

/** Looks for denied topics by the nearness of each sentence to their examples and definitions. */
export function findTopics(
  { topicsConfig = [] }: Rules,
  direction: Direction,
  texts: readonly string[],
  isFull: boolean,
): TopicFindings {
  const sentences = texts.flatMap(sentencesOf);
  const topics = topicsConfig
    .filter((topic) => isEnabled(topic, direction))
    .map((topic) => {
      const isDetected = sentences.some((sentence) => nearness(topic, sentence) >= ENOUGH);
      const isStopped = isDetected && actionOf(topic, direction, 'BLOCK') === 'BLOCK';
      return {
        name: topic.name,
        type: 'DENY' as const,
        action: isStopped ? ('BLOCKED' as const) : ('NONE' as const),
        detected: isDetected,
      };
    })
    .filter(({ detected }) => detected || isFull);
  return { assessment: { topics }, isBlocked: topics.some(({ action }) => action === 'BLOCKED') };
}

/** How near a sentence is to a topic, in [0, 1]: half by vectors, half by how many of its words belong there. */
export function nearness({ name = '', definition = '', examples = [] }: Topic, sentence: string): number {
  const byExample = examples.map((example) => closeness(sentence, example));
  return Math.max(0, DEFINITION_SHARE * closeness(sentence, `${name}. ${definition}`), ...byExample);
}

function closeness(sentence: string, about: string): number {
  const known = [...new Set(termsOf(about))];
  const terms = [...new Set(termsOf(sentence))].filter((term) => weightOfStem(term) === 1);
  if (terms.length === 0) return 0;
  const belonging = terms.map(
    (term) => Number(known.includes(term)) || (known.some((one) => areRelated(term, one)) ? 0.6 : 0),
  );
  const share = belonging.reduce((sum, credit) => sum + credit, 0) / terms.length;
  return 0.5 * Math.max(0, similarity(sentence, about)) + 0.5 * share;
}
