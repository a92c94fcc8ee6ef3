import type { BodyFamily } from '../../bedrock/models.ts';
import { anthropic } from './anthropic.ts';
import type { TextBody } from './body.ts';
import type { EmbeddingFamily } from './embeddings.ts';
import { llama } from './llama.ts';
import { nova } from './nova.ts';
import { titanText } from './titan-text.ts';

/** How each family of text models is asked by InvokeModel. */
export const TEXT_BODIES: Readonly<Record<Exclude<BodyFamily, EmbeddingFamily>, TextBody>> = {
  anthropic,
  llama,
  nova,
  'titan-text': titanText,
};
