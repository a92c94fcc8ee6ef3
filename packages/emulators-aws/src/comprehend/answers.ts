import type { Entity, KeyPhrase, PiiEntity } from '@aws-sdk/client-comprehend';
import { findEntities } from './entities/find.ts';
import { findKeyPhrases } from './key-phrases.ts';
import { findPii } from './pii/find.ts';
import { codePointOffsets } from './tokens.ts';

/** What a find is where, in Comprehend's members: offsets count code points. */
export const entitiesOf = (text: string): Entity[] =>
  located(text, findEntities(text)).map(({ type, ...place }) => ({ Type: type, ...place }));

export const keyPhrasesOf = (text: string): KeyPhrase[] => located(text, findKeyPhrases(text));

export const piiEntitiesOf = (text: string): PiiEntity[] =>
  located(text, findPii(text)).map(({ type, Text: _, ...place }) => ({ Type: type, ...place }));

interface Place {
  readonly Score: number;
  readonly Text: string;
  readonly BeginOffset: number;
  readonly EndOffset: number;
}

type Found = { readonly start: number; readonly end: number; readonly score: number };

function located<Find extends Found>(text: string, finds: readonly Find[]): (Omit<Find, keyof Found> & Place)[] {
  const offset = codePointOffsets(text);
  return finds.map(({ start, end, score, ...rest }) => ({
    ...rest,
    Score: score,
    Text: text.slice(start, end),
    BeginOffset: offset(start),
    EndOffset: offset(end),
  }));
}
