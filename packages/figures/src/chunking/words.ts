import { counted, decimal, percent } from '../number-words.ts';
import { QUESTIONS } from './document.ts';
import { type Retrieval, retrieve, type Setting, STRATEGIES, type Strategy, WORDS } from './model.ts';

export const TITLE = 'Cutting a document into chunks';

export const STRATEGY_NAMES: Record<Strategy, string> = {
  fixed: 'Every n words',
  sentences: 'Whole sentences',
  headings: 'By heading',
};

const ANSWERS: Record<Retrieval['answer'], string> = {
  whole: 'the whole answer stands in one of them',
  'in pieces': 'the answer is there, but cut into pieces that only stand together by luck',
  part: 'only a part of the answer is in them, so the model tells half of it',
  missing: 'the answer is in none of them, so the model cannot give it',
};

export function sentence({ retrieved }: Setting, { chunks, answer, promptWords, pieces }: Retrieval): string {
  const cut = answer !== 'whole' && pieces > 1 ? ` The cuts divided it among ${pieces} chunks.` : '';
  return `Of ${counted(chunks.length, 'chunk')} the best ${Math.min(retrieved, chunks.length)} go into the prompt: ${ANSWERS[answer]}.${cut} The prompt grows by ${promptWords} words.`;
}

export const rowsOf = ({ chunks }: Retrieval): string[][] =>
  chunks
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ rank, from, to, similarity }) => [
      String(rank),
      `${from + 1} to ${to}`,
      String(to - from),
      decimal(similarity),
    ]);

export function inWords(setting: Setting): string {
  const question = QUESTIONS.find(({ id }) => id === setting.question) ?? QUESTIONS[0];
  const tell = (strategy: Strategy, size: number) => {
    const { chunks, answer, promptWords } = retrieve({ ...setting, strategy, size });
    return `${STRATEGY_NAMES[strategy].toLowerCase()}${strategy === 'headings' ? '' : `, ${size} words`}: ${counted(chunks.length, 'chunk')}, answer ${answer}, ${promptWords} words in the prompt`;
  };
  const cases = STRATEGIES.flatMap((strategy) =>
    strategy === 'headings' ? [tell(strategy, 0)] : [tell(strategy, 30), tell(strategy, 120)],
  );
  return `A document of ${WORDS.length} words is cut into chunks; for a question, the ${setting.retrieved} chunks most like it (tf-idf and cosine) go into the prompt. Small chunks are precise, but cut an answer from the words that say what it is about; large ones hold it whole, but carry much else. Overlap repeats the end of a chunk in the next, here ${percent(setting.overlap)}. For “${question.text}”: ${cases.join('; ')}. Cuts at sentences or headings follow the meaning.`;
}
