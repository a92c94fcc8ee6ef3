/** The shape of a model's request and response bodies. */
export type BodyFamily =
  | 'anthropic'
  | 'nova'
  | 'titan-text'
  | 'llama'
  | 'titan-embedding-v1'
  | 'titan-embedding-v2'
  | 'cohere-embedding';

export interface FoundationModel {
  readonly id: string;
  readonly name: string;
  readonly provider: 'Amazon' | 'Anthropic' | 'Cohere' | 'Meta';
  readonly body: BodyFamily;
  readonly output: 'TEXT' | 'EMBEDDING';
  /** Without ON_DEMAND the model is only reached through an inference profile. */
  readonly throughput: readonly ('ON_DEMAND' | 'INFERENCE_PROFILE')[];
  /** Regions groups that have an inference profile for it. */
  readonly profiles: readonly string[];
  /** Whether Converse takes `toolConfig` for it. */
  readonly usesTools: boolean;
  readonly takesSystem: boolean;
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  /** Sold through the AWS Marketplace: the first caller must be allowed to subscribe. */
  readonly isOnMarketplace: boolean;
  readonly lifecycle: 'ACTIVE' | 'LEGACY';
}

const text = {
  output: 'TEXT',
  throughput: ['ON_DEMAND'],
  profiles: ['us'],
  usesTools: true,
  takesSystem: true,
  isOnMarketplace: false,
  lifecycle: 'ACTIVE',
} as const;
const embedding = {
  ...text,
  output: 'EMBEDDING',
  profiles: [],
  usesTools: false,
  takesSystem: false,
  maxOutputTokens: 0,
} as const;
const byProfile = { throughput: ['INFERENCE_PROFILE'] } as const;
const anthropic = {
  ...text,
  provider: 'Anthropic',
  body: 'anthropic',
  contextTokens: 200_000,
  isOnMarketplace: true,
} as const;
const nova = { ...text, provider: 'Amazon', body: 'nova', maxOutputTokens: 10_000 } as const;
const titanText = {
  ...text,
  provider: 'Amazon',
  body: 'titan-text',
  profiles: [],
  usesTools: false,
  takesSystem: false,
  lifecycle: 'LEGACY',
} as const;
const llama = { ...text, provider: 'Meta', body: 'llama', profiles: [] } as const;

/**
 * The models that the sandbox plays. Which ids exist, their windows and whether they need a profile are AWS's as of
 * 2026-11 (https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html); from memory.
 */
export const MODELS: readonly FoundationModel[] = [
  { ...nova, id: 'amazon.nova-micro-v1:0', name: 'Nova Micro', contextTokens: 128_000 },
  { ...nova, id: 'amazon.nova-lite-v1:0', name: 'Nova Lite', contextTokens: 300_000 },
  { ...nova, id: 'amazon.nova-pro-v1:0', name: 'Nova Pro', contextTokens: 300_000 },
  {
    ...titanText,
    id: 'amazon.titan-text-lite-v1',
    name: 'Titan Text G1 - Lite',
    contextTokens: 4096,
    maxOutputTokens: 4096,
  },
  {
    ...titanText,
    id: 'amazon.titan-text-express-v1',
    name: 'Titan Text G1 - Express',
    contextTokens: 8192,
    maxOutputTokens: 8192,
  },
  {
    ...embedding,
    id: 'amazon.titan-embed-text-v1',
    name: 'Titan Embeddings G1 - Text',
    provider: 'Amazon',
    body: 'titan-embedding-v1',
    contextTokens: 8192,
  },
  {
    ...embedding,
    id: 'amazon.titan-embed-text-v2:0',
    name: 'Titan Text Embeddings V2',
    provider: 'Amazon',
    body: 'titan-embedding-v2',
    contextTokens: 8192,
  },
  { ...anthropic, id: 'anthropic.claude-3-haiku-20240307-v1:0', name: 'Claude 3 Haiku', maxOutputTokens: 4096 },
  { ...anthropic, id: 'anthropic.claude-3-5-sonnet-20240620-v1:0', name: 'Claude 3.5 Sonnet', maxOutputTokens: 8192 },
  {
    ...anthropic,
    ...byProfile,
    id: 'anthropic.claude-3-5-haiku-20241022-v1:0',
    name: 'Claude 3.5 Haiku',
    maxOutputTokens: 8192,
  },
  {
    ...anthropic,
    ...byProfile,
    id: 'anthropic.claude-sonnet-4-20250514-v1:0',
    name: 'Claude Sonnet 4',
    profiles: ['us', 'eu', 'apac'],
    maxOutputTokens: 64_000,
  },
  {
    ...anthropic,
    ...byProfile,
    id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
    name: 'Claude Haiku 4.5',
    profiles: ['us', 'eu', 'global'],
    maxOutputTokens: 64_000,
  },
  {
    ...embedding,
    id: 'cohere.embed-english-v3',
    name: 'Embed English',
    provider: 'Cohere',
    body: 'cohere-embedding',
    contextTokens: 512,
    isOnMarketplace: true,
  },
  {
    ...embedding,
    id: 'cohere.embed-multilingual-v3',
    name: 'Embed Multilingual',
    provider: 'Cohere',
    body: 'cohere-embedding',
    contextTokens: 512,
    isOnMarketplace: true,
  },
  {
    ...llama,
    id: 'meta.llama3-8b-instruct-v1:0',
    name: 'Llama 3 8B Instruct',
    usesTools: false,
    contextTokens: 8192,
    maxOutputTokens: 2048,
  },
  {
    ...llama,
    ...byProfile,
    id: 'meta.llama3-1-8b-instruct-v1:0',
    name: 'Llama 3.1 8B Instruct',
    profiles: ['us'],
    contextTokens: 128_000,
    maxOutputTokens: 8192,
  },
];

/** A model by its id; undefined for one that the sandbox does not play. */
export const findModel = (id: string): FoundationModel | undefined => MODELS.find((model) => model.id === id);

export const modelArn = (region: string, modelId: string): string =>
  `arn:aws:bedrock:${region}::foundation-model/${modelId}`;
