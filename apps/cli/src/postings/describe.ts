import { type ResumeComparison, sentencesOf } from '@cairn/postings';
import type { PostingsAnswer } from './answer.ts';
import type { Reading } from './reading.ts';

const SHOWN = 12;
const BAR = 24;

const percent = (share: number) => `${Math.round(100 * share)} %`;

function barOf(share: number): string {
  return '█'.repeat(Math.round(share * BAR)).padEnd(BAR, '·');
}

function platformLines({ survey }: PostingsAnswer): string[] {
  const asked = survey.platforms.filter(({ postings }) => postings > 0);
  if (asked.length === 0) return [];
  return [
    'Clouds (share of postings, 95 % interval):',
    ...asked.map(
      ({ canonical, share: { estimate, low, high } }) =>
        `  ${canonical.padEnd(24)} ${barOf(estimate)} ${percent(estimate)} (${percent(low)} to ${percent(high)})`,
    ),
  ];
}

function gapLines({ gap }: PostingsAnswer, isCompared: boolean): string[] {
  const rows = gap.rows.slice(0, SHOWN);
  if (rows.length === 0) return [];
  const opening = isCompared
    ? `Asked for most, beside your record (${percent(gap.shares.have)} shown, ${percent(gap.shares.partly)} begun):`
    : 'Asked for most (there is no record yet to compare it with):';
  return [
    opening,
    ...rows.map(
      ({ canonical, postings, state }) =>
        `  ${String(postings).padStart(5)}  ${canonical}${isCompared ? `: ${state}` : ''}`,
    ),
  ];
}

function adviceLines({ coverage }: PostingsAnswer): string[] {
  const { together, labs, uncovered } = coverage;
  return [
    ...together.steps.map(
      ({ code, adds }, step) =>
        `  ${code}: its task statements name ${step === 0 ? '' : 'a further '}${percent(adds)} of what you do not show yet.`,
    ),
    ...labs.slice(0, 3).map(({ title, ofGap, id }) => `  Lab "${title}" (${id}) practises ${percent(ofGap)} of it.`),
    ...(uncovered.length > 0
      ? [
          `  No certification here names: ${uncovered
            .slice(0, SHOWN)
            .map(({ canonical }) => canonical)
            .join(', ')}.`,
        ]
      : []),
  ];
}

export function describeAnswer(
  answer: PostingsAnswer,
  { refused, notes }: Pick<Reading, 'refused' | 'notes'>,
  isCompared: boolean,
): string {
  const advice = adviceLines(answer);
  const blocks = [
    [...refused, ...notes],
    sentencesOf(answer.survey).map(({ text }) => text),
    platformLines(answer),
    gapLines(answer, isCompared),
    advice.length > 0 ? ['What closes most of the gap:', ...advice] : [],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

export function describeResume({ inBoth, notOnResume, notAsked }: ResumeComparison): string {
  const names = (all: readonly { readonly canonical: string }[]) => all.map(({ canonical }) => canonical).join(', ');
  return [
    'Your résumé beside these postings:',
    inBoth.length > 0 ? `  Asked for and there: ${names(inBoth)}.` : '  Nothing that is asked for is there.',
    ...notOnResume
      .slice(0, SHOWN)
      .map(({ postings, suggestion }) => `  ${String(postings).padStart(5)}  ${suggestion.text}`),
    ...(notAsked.length > 0 ? [`  There and not asked for: ${names(notAsked)}.`] : []),
  ].join('\n');
}
