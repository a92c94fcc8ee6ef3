import { similarity } from './embedding.ts';
import { type Evidence, rankEvidence } from './evidence.ts';
import type { Passage } from './passages.ts';

/** Said when the context does not hold the answer; always these words, so that a program can look for them. */
export const DO_NOT_KNOW = "I don't know based on the given context.";

/** Below it a sentence is not taken for an answer. */
const ENOUGH = 0.42;
/** Others are added when they are nearly as good as the best. */
const NEARLY = 0.86;
const SAME_SAYING = 0.9;
const MOST_SENTENCES = 3;

/** The sentences of the passages that answer a question, in their order; none when the context lacks the answer. */
export function findAnswer(question: string, passages: readonly Passage[], most = MOST_SENTENCES): readonly Evidence[] {
  const ranked = rankEvidence(question, passages);
  const best = ranked[0];
  if (!best || best.score < ENOUGH) return [];
  const chosen: Evidence[] = [];
  for (const one of ranked) {
    if (chosen.length >= most || one.score < NEARLY * best.score || one.score < ENOUGH) break;
    if (!chosen.some(({ sentence }) => similarity(sentence, one.sentence) > SAME_SAYING)) chosen.push(one);
  }
  return chosen.sort((a, b) => a.order - b.order);
}

/** The answer as text, with the markers of the passages it comes from. */
export function sayAnswer(evidence: readonly Evidence[]): string {
  if (evidence.length === 0) return DO_NOT_KNOW;
  return evidence
    .map(({ sentence, marker }) => {
      const plain = sentence.replace(/^[-*•\s]+/, '');
      const ended = /[.!?…]["'”)]?$/.test(plain) ? plain : `${plain}.`;
      return marker === '' ? ended : `${ended} ${marker}`;
    })
    .join(' ');
}
