import { cosine, embed } from './embedding.ts';
import type { Request } from './passages.ts';
import { subjectOf } from './subject.ts';
import { sentencesOf } from './words.ts';

const ASKS =
  /\b(?:summari[sz]e|summary|tl;?dr|(?:main|key) (?:points|ideas|takeaways)|sum up|bullet points|shorten)\b/i;
const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  a: 1,
  single: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};
const USUAL_SENTENCES = 3;
const DIMENSIONS = 256;
/** Writers say what matters first. */
const LEAD_BONUS = 0.12;

/** The most central sentences of the text in its order, as many as the prompt wants; undefined if none is asked for. */
export function summarize(request: Request): string | undefined {
  if (!ASKS.test(request.instruction)) return undefined;
  const sentences = sentencesOf(subjectOf(request));
  const chosen = centralSentences(sentences, wanted(request.instruction));
  return /\bbullet/i.test(request.instruction) ? chosen.map((one) => `- ${one}`).join('\n') : chosen.join(' ');
}

function wanted(instruction: string): number {
  const found =
    /\b(\d+|one|a|single|two|three|four|five|six)\b[- ](?:short |brief |concise |key )*(?:sentences?|bullets?|(?:bullet )?points?|lines?)/i.exec(
      instruction,
    );
  const word = found?.[1]?.toLowerCase() ?? '';
  return NUMBERS[word] ?? (word === '' ? USUAL_SENTENCES : Number(word));
}

function centralSentences(sentences: readonly string[], count: number): readonly string[] {
  const vectors = sentences.map((sentence) => embed(sentence, DIMENSIONS));
  const middle = new Float64Array(DIMENSIONS);
  for (const vector of vectors) for (const [i, value] of vector.entries()) middle[i] = (middle[i] ?? 0) + value;
  const scored = vectors.map((vector, at) => ({ at, score: cosine(vector, middle) + LEAD_BONUS / (at + 1) }));
  const best = scored.sort((a, b) => b.score - a.score).slice(0, Math.max(1, count));
  return best.sort((a, b) => a.at - b.at).map(({ at }) => sentences[at] ?? '');
}
