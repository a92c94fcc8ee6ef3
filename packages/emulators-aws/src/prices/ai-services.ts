import type { Charge, PriceSource } from '@cairn/emulator-kit';
import { per, seen } from './source.ts';

/** On-demand prices of us-east-1; see ../prices.ts. */

/** USD for a thousand tokens. */
interface TokenPrice {
  readonly input: number;
  readonly output: number;
  /** Left out: from memory. */
  readonly source?: PriceSource;
}

const OLDER_MODELS = seen('https://inventivehq.com/blog/aws-bedrock-pricing-guide', '2026-11-21');
const CLAUDE_3_5 = seen('https://tokenmix.ai/blog/aws-bedrock-pricing', '2026-11-21');
const NOVA = seen('https://pristren.com/blog/amazon-nova-micro-ultra-fast', '2026-11-21');
const USD_PER_THOUSAND_TOKENS: Readonly<Record<string, TokenPrice>> = {
  'anthropic.claude-3-haiku': { input: 0.00025, output: 0.00125, source: OLDER_MODELS },
  'anthropic.claude-3-5-haiku': { input: 0.0008, output: 0.004, source: CLAUDE_3_5 },
  'anthropic.claude-3-sonnet': { input: 0.003, output: 0.015, source: OLDER_MODELS },
  'anthropic.claude-3-5-sonnet': { input: 0.003, output: 0.015, source: CLAUDE_3_5 },
  'amazon.nova-micro': { input: 0.000035, output: 0.00014, source: NOVA },
  'amazon.nova-lite': { input: 0.00006, output: 0.00024, source: NOVA },
  'amazon.nova-pro': { input: 0.0008, output: 0.0032, source: NOVA },
  'amazon.titan-text-lite': { input: 0.00015, output: 0.0002, source: OLDER_MODELS },
  'amazon.titan-text-express': { input: 0.0002, output: 0.0006, source: OLDER_MODELS },
  'amazon.titan-embed-text-v2': { input: 0.00002, output: 0, source: OLDER_MODELS },
  'amazon.titan-embed-text-v1': { input: 0.0001, output: 0 },
  'anthropic.claude-sonnet-4': { input: 0.003, output: 0.015 },
  'anthropic.claude-haiku-4-5': { input: 0.001, output: 0.005 },
  'cohere.embed': { input: 0.0001, output: 0 },
  'meta.llama3-8b': { input: 0.0003, output: 0.0006 },
  'meta.llama3-1-8b': { input: 0.00022, output: 0.00022 },
};

/** Charges of a Bedrock model, by id with or without version and region prefix; undefined when the table lacks it. */
export function bedrockTokens(modelId: string): { readonly input: Charge; readonly output: Charge } | undefined {
  const family = Object.keys(USD_PER_THOUSAND_TOKENS).find((name) =>
    modelId.replace(/^(us|eu|apac|global)\./, '').startsWith(name),
  );
  const price = family === undefined ? undefined : USD_PER_THOUSAND_TOKENS[family];
  if (!price) return undefined;
  const charge = per('Bedrock', '1,000 tokens');
  return {
    input: charge(`${family} input`, price.input, price.source),
    output: charge(`${family} output`, price.output, price.source),
  };
}

/** A unit is 100 characters; a request counts three at least. */
const COMPREHEND_GUIDE = seen('https://www.cloudzero.com/blog/amazon-comprehend-pricing/', '2026-11-21');
export const COMPREHEND_UNIT = per('Comprehend', 'unit')('Natural language processing', 0.0001, COMPREHEND_GUIDE);
export const COMPREHEND_PII_UNIT = per('Comprehend', 'unit')('Detect PII', 0.0001, COMPREHEND_GUIDE);
export const COMPREHEND_SYNTAX_UNIT = per('Comprehend', 'unit')('Syntax analysis', 0.00005, COMPREHEND_GUIDE);
// https://aws.amazon.com/comprehend/pricing/ fills its tables by script; from memory
export const COMPREHEND_CONTAINS_PII_UNIT = per('Comprehend', 'unit')('Contains PII', 0.000002);
const LANGUAGE_TABLES = seen('public cost tables: 15 USD a million characters, 0.024 USD a minute', '2026-11-21');
export const TRANSLATE_CHARACTER = per('Translate', 'character')(
  'Standard text translation',
  0.000015,
  LANGUAGE_TABLES,
);
/** Fifteen seconds a request at least. */
export const TRANSCRIBE_MINUTE = per('Transcribe', 'minute')('Standard batch transcription', 0.024, LANGUAGE_TABLES);
export const TRANSCRIBE_REDACTED_MINUTE = per('Transcribe', 'minute')('PII redaction', 0.0024);

/** A text unit is 1,000 characters; words, patterns and what nobody configured are free. */
const GUARDRAIL_GUIDE = seen(
  'https://hivebook.wiki/wiki/aws-bedrock-guardrails-content-filters-pii-masking-grounding-checks-for-fms',
  '2026-11-21',
);
const guardrail = per('Bedrock', '1,000 text units');
export const GUARDRAIL_UNITS = {
  topics: guardrail('Guardrails, denied topics', 0.15, GUARDRAIL_GUIDE),
  content: guardrail('Guardrails, content filters', 0.15, GUARDRAIL_GUIDE),
  sensitive: guardrail('Guardrails, sensitive information', 0.1, GUARDRAIL_GUIDE),
  grounding: guardrail('Guardrails, contextual grounding', 0.1),
} as const;
