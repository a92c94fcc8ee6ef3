import { counted, decimal, percent } from '../number-words.ts';
import { metricsAt, type Setting } from './model.ts';

export const TITLE = 'How good is a ranked list?';

export function sentence(setting: Setting): string {
  const { k, missed } = setting;
  const { precision, recall, reciprocalRank, found, relevant } = metricsAt(setting, k);
  if (relevant === 0) return 'Nothing is relevant, so no search could be good at this question: mark a result.';
  const first =
    reciprocalRank === 0
      ? `nothing relevant is among the first ${k}`
      : `the first good one stands at rank ${Math.round(1 / reciprocalRank)}`;
  const never =
    missed === 0
      ? ''
      : ` ${counted(missed, 'relevant document')} never came back, and no re-ranking can find ${missed === 1 ? 'it' : 'them'}.`;
  return `Of the first ${k} results ${found} ${found === 1 ? 'is' : 'are'} relevant (precision ${percent(precision)}), that is ${found} of ${relevant} there are (recall ${percent(recall)}); ${first}.${never}`;
}

export const rowsOf = (setting: Setting): string[][] =>
  [1, 3, 5, 10].map((k) => {
    const { precision, recall, reciprocalRank, ndcg } = metricsAt(setting, k);
    return [String(k), decimal(precision), decimal(recall), decimal(reciprocalRank), decimal(ndcg)];
  });

export const HEAD = ['k', 'Precision@k', 'Recall@k', 'Reciprocal rank', 'nDCG@k'];

export function inWords(setting: Setting): string {
  const { precision, recall, reciprocalRank, ndcg } = metricsAt(setting, setting.k);
  return `A search returns ten results in order; some are relevant. Precision@k asks how much of what you show is useful, recall@k how much of what is useful you show. A larger k raises recall and usually lowers precision. The reciprocal rank looks only at the first good result; its mean over many questions is MRR. nDCG rewards every good result, more the higher it stands, against the best possible order. Here, at k = ${setting.k}: precision ${decimal(precision)}, recall ${decimal(recall)}, reciprocal rank ${decimal(reciprocalRank)}, nDCG ${decimal(ndcg)}. For retrieval-augmented generation recall at the k that fits the prompt comes first: the model cannot use what was not retrieved.`;
}
