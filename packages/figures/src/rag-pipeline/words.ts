import { QUESTION } from './corpus.ts';
import { type Run, run, type Setting, STAGE_IDS, type StageId } from './model.ts';

export const TITLE = 'Retrieval-augmented generation, stage by stage';

export const STAGES: Record<StageId, { readonly name: string; readonly does: string; readonly fault: string }> = {
  load: { name: 'Load', does: 'fetches the pages', fault: 'this year’s returns policy was never loaded' },
  chunk: { name: 'Chunk', does: 'cuts them into passages', fault: 'the text is cut after every fourth word' },
  embed: { name: 'Embed', does: 'makes vectors of them', fault: 'question and passages use different models' },
  retrieve: { name: 'Retrieve', does: 'finds the nearest', fault: 'only one passage is fetched' },
  're-rank': { name: 'Re-rank', does: 'puts the best first', fault: 'it is left out and the first order stays' },
  generate: { name: 'Generate', does: 'answers from them', fault: 'the prompt never says to use the passages' },
  cite: { name: 'Cite', does: 'names the source', fault: 'it is left out and no source is kept' },
};

/** What one sees at the answer, and where to look for its cause. */
export const SYMPTOMS: Record<StageId | 'none', string> = {
  none: 'Right, and the source can be checked.',
  load: 'Last year’s truth, with a source that is out of date, and the right page is nowhere among the passages: look at loading, before anything else.',
  chunk: 'A sentence torn in the middle: look at how the text was cut.',
  embed:
    'The passages have nothing to do with the question: look at the embedding, above all whether both sides use the same model.',
  retrieve:
    'One passage repeats the question and none answers it: too few were fetched for the right one to be among them.',
  're-rank':
    'The right page was found and did not reach the prompt, because likeness is not an answer: look at the order of what was found.',
  generate: 'The right passage was in the prompt, and the answer ignores it: look at the prompt, not at the search.',
  cite: 'Right, but nobody can check it: keep the source with every passage.',
};

export const sentence = ({ broken }: Setting): string =>
  broken === 'none'
    ? `Every stage works. ${SYMPTOMS.none}`
    : `${STAGES[broken].name} fails, because ${STAGES[broken].fault}. ${SYMPTOMS[broken]}`;

export const rowsOf = (): string[][] =>
  (['none', ...STAGE_IDS] as const).map((broken) => {
    const result = run({ broken });
    return [broken === 'none' ? 'nothing' : STAGES[broken].name, result.answer, sourceOf(result), SYMPTOMS[broken]];
  });

export const sourceOf = ({ cited }: Run): string => cited ?? 'none';

export function inWords({ broken }: Setting): string {
  const { answer, context } = run({ broken });
  return `Before a model answers from your documents, seven stages have worked: ${STAGE_IDS.map((id) => `${STAGES[id].name.toLowerCase()} (${STAGES[id].does})`).join(', ')}. The question is “${QUESTION}”, and the right answer is 14 days. ${sentence({ broken })} The prompt held ${context.length === 1 ? 'one passage' : `${context.length} passages`}; the answer is “${answer}”. Two faults can give the same wrong answer: a page never loaded and a page ranked too low both give last year’s 30 days. Only the passages tell them apart, so log them with every answer.`;
}
