import type { PostingsEvidence } from '@cairn/catalog';
import { marketEvidence } from '@cairn/postings';
import type { Answer } from './reading/messages.ts';

/** What is sent to be kept. The texts of the postings are not in it, only the quotes that are shown. */
export type SurveyToKeep = {
  readonly name: string;
  readonly survey: Readonly<Record<string, unknown>>;
  readonly evidence: PostingsEvidence;
};

/** The server takes 1,048,576 bytes at once. */
const MOST_BYTES = 1_040_000;

export function toKeep(name: string, { survey, titles, circumstances }: Answer): SurveyToKeep {
  const evidence = marketEvidence(survey);
  const ways: readonly Readonly<Record<string, unknown>>[] = [
    { ...survey, titles, circumstances },
    { ...survey, titles },
    { ...survey },
  ];
  const fitting = ways.find((way) => bytesIn({ name, survey: way, evidence }) <= MOST_BYTES);
  return { name, survey: fitting ?? { ...survey }, evidence };
}

const bytesIn = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

const LISTS = [
  'otherLanguages',
  'platforms',
  'platformPairs',
  'names',
  'seniority',
  'years',
  'degrees',
  'workModes',
  'locations',
  'pay',
] as const;

/** A survey as it was kept; undefined if another version of the program kept it in another shape. */
export function fromKept(kept: Readonly<Record<string, unknown>>): Answer | undefined {
  const { titles, circumstances, ...survey } = kept;
  const { postings, heatMap, duplicates } = survey;
  const hasLists = LISTS.every((key) => Array.isArray(survey[key]));
  if (typeof postings !== 'number' || !hasLists || !isRecord(heatMap) || !isRecord(duplicates)) return undefined;
  return {
    survey: survey as unknown as Answer['survey'], // its lists were looked at; this page wrote them
    titles: isRecord(titles) ? (titles as Answer['titles']) : {},
    circumstances: isRecord(circumstances) ? (circumstances as Answer['circumstances']) : {},
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
