import { decimal, percent } from '../number-words.ts';
import { type Candidate, DRAWS, distribution, type Setting, sampleWords } from './model.ts';

export const TITLE = 'Temperature, top-k and top-p';

export function sentence(setting: Setting, candidates: readonly Candidate[]): string {
  const kept = candidates.filter(({ after }) => after > 0);
  const [first] = kept;
  const last = kept.at(-1);
  if (!first || !last || kept.length === 1) {
    return `Only “${first?.word ?? ''}” can follow: every run gives the same text.`;
  }
  const different = new Set(sampleWords(candidates, setting.seed)).size;
  return `${kept.length} of ${candidates.length} words can follow: “${first.word}” with ${percent(first.after)}, “${last.word}” still with ${percent(last.after, last.after < 0.01 ? 2 : 0)}. ${DRAWS} draws gave ${different} different ${different === 1 ? 'word' : 'words'}.`;
}

export const rowsOf = (candidates: readonly Candidate[]): string[][] =>
  candidates.map(({ word, before, after }) => [word, percent(before, 1), after > 0 ? percent(after, 1) : 'cut']);

export function inWords(setting: Setting): string {
  const share = (temperature: number) => percent(distribution({ temperature, topP: 1, topK: 10 })[0]?.after ?? 0);
  const kept = distribution(setting).filter(({ after }) => after > 0).length;
  return `A language model gives every possible next word a score; the probabilities made of the scores decide what is drawn. Temperature divides the scores first: at 0.2 the first word has ${share(0.2)}, at 1 it has ${share(1)}, at 2 it has ${share(2)}. Top-k keeps the k most likely words, top-p the fewest whose probabilities reach p; both then share the whole out anew. They take the unlikely tail away, temperature only makes it thinner or thicker. Now, with temperature ${decimal(setting.temperature, 1)}, top-p ${decimal(setting.topP)} and top-k ${setting.topK}, ${kept} of 10 words can be drawn. For extraction and classification keep the temperature near 0; for ideas raise it and cut the tail. None of them makes an answer true.`;
}
