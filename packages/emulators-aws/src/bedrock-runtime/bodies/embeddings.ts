import { z } from 'zod';
import { validation } from '../../bedrock/errors.ts';
import type { BodyFamily } from '../../bedrock/models.ts';
import { embed } from '../../local-model/embedding.ts';
import { countTokens, piecesOf } from '../../local-model/tokens.ts';
import { parseBody } from './parse.ts';

export interface Embedded {
  readonly body: Readonly<Record<string, unknown>>;
  readonly inputTokens: number;
}

export type EmbeddingFamily = Extract<BodyFamily, `${string}embedding${string}`>;

/** Reads a body, embeds its texts, and writes the model's own answer. */
export function embedBody(
  family: EmbeddingFamily,
  body: Readonly<Record<string, unknown>>,
  contextTokens: number,
  id: string,
): Embedded {
  switch (family) {
    case 'titan-embedding-v1':
      return titanV1(body, contextTokens);
    case 'titan-embedding-v2':
      return titanV2(body, contextTokens);
    case 'cohere-embedding':
      return cohere(body, contextTokens, id);
  }
}

const TitanV1 = z.strictObject({ inputText: z.string().min(1) });
const TITAN_V1_DIMENSIONS = 1536;

function titanV1(body: unknown, contextTokens: number): Embedded {
  const { inputText } = parseBody(TitanV1, body);
  const inputTokens = countWithin(inputText, contextTokens);
  return {
    body: { embedding: ofAnotherModel(embed(inputText, TITAN_V1_DIMENSIONS)), inputTextTokenCount: inputTokens },
    inputTokens,
  };
}

const TitanV2 = z.strictObject({
  inputText: z.string().min(1),
  dimensions: z.union([z.literal(256), z.literal(512), z.literal(1024)]).default(1024),
  normalize: z.boolean().default(true),
  embeddingTypes: z
    .array(z.enum(['float', 'binary']))
    .min(1)
    .default(['float']),
});

/** https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html */
function titanV2(body: unknown, contextTokens: number): Embedded {
  const { inputText, dimensions, normalize, embeddingTypes } = parseBody(TitanV2, body);
  const inputTokens = countWithin(inputText, contextTokens);
  const embedding = [...embed(inputText, dimensions, normalize)];
  const binary = embeddingTypes.includes('binary') ? { binary: embedding.map((value) => (value > 0 ? 1 : 0)) } : {};
  const float = embeddingTypes.includes('float') || embeddingTypes.length === 0 ? { float: embedding } : {};
  return {
    body: {
      ...('float' in float ? { embedding } : {}),
      embeddingsByType: { ...binary, ...float },
      inputTextTokenCount: inputTokens,
    },
    inputTokens,
  };
}

/** Each model has a space of its own: vectors of two models have nothing in common, whatever their length. */
const ofAnotherModel = (vector: Float64Array): number[] => [...vector].reverse();

function countWithin(text: string, contextTokens: number): number {
  const tokens = countTokens(text);
  if (tokens > contextTokens) {
    throw validation(
      `400 Bad Request: Too many input tokens. Max input tokens: ${contextTokens}, request input token count: ${tokens} `,
    );
  }
  return tokens;
}

const COHERE_DIMENSIONS = 1024;
const Cohere = z.strictObject({
  texts: z.array(z.string()).min(1).max(96),
  input_type: z.enum(['search_document', 'search_query', 'classification', 'clustering']),
  truncate: z.enum(['NONE', 'START', 'END', 'LEFT', 'RIGHT']).default('NONE'),
  embedding_types: z.array(z.enum(['float', 'int8', 'uint8', 'binary', 'ubinary'])).optional(),
});

/** https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed.html */
function cohere(body: unknown, contextTokens: number, id: string): Embedded {
  const { texts, truncate, embedding_types: types } = parseBody(Cohere, body);
  const odd = types?.find((type) => type !== 'float' && type !== 'int8');
  if (odd) throw validation(`The embedding type ${odd} is not supported in this sandbox.`);
  const counts = texts.map(countTokens);
  const long = counts.findIndex((count) => count > contextTokens);
  if (long >= 0 && truncate === 'NONE') {
    throw validation(`too long: total number of tokens exceeds the limit of ${contextTokens} in texts[${long}]`);
  }
  const floats = texts.map((text) => ofAnotherModel(embed(cut(text, truncate, contextTokens), COHERE_DIMENSIONS)));
  const int8 = types?.includes('int8')
    ? { int8: floats.map((vector) => vector.map((value) => Math.round(127 * value))) }
    : {};
  const embeddings = types ? { ...(types.includes('float') ? { float: floats } : {}), ...int8 } : floats;
  return {
    body: { id, texts, response_type: types ? 'embeddings_by_type' : 'embeddings_floats', embeddings },
    inputTokens: counts.reduce((sum, count) => sum + Math.min(count, contextTokens), 0),
  };
}

/** A text that is too long loses its start or its end. */
function cut(text: string, truncate: string, tokens: number): string {
  const pieces = piecesOf(text);
  return (truncate === 'START' || truncate === 'LEFT' ? pieces.slice(-tokens) : pieces.slice(0, tokens)).join('');
}
