import type { NameCount, SampleQuote, Survey } from './survey.ts';

const NAMES = 120;

/** What the advisor needs of a survey: how many postings ask for what, each with one quote. */
export type MarketEvidence = {
  readonly postings: number;
  readonly platforms: readonly { readonly vendor: string; readonly postings: number; readonly quote?: SampleQuote }[];
  readonly names: readonly { readonly id: string; readonly postings: number; readonly quote?: SampleQuote }[];
};

const withQuote = ({ postings, quotes: [quote] }: NameCount) => ({ postings, ...(quote ? { quote } : {}) });

/** A cloud of several names (AWS and its GovCloud) counts once, by the name that most postings ask for. */
export function marketEvidence(survey: Survey): MarketEvidence {
  const platforms = survey.platforms.filter(
    ({ vendor, postings }, i, all) => postings > 0 && all.findIndex((one) => one.vendor === vendor) === i,
  );
  return {
    postings: survey.postings,
    platforms: platforms.map((platform) => ({ vendor: platform.vendor, ...withQuote(platform) })),
    names: survey.names
      .filter(({ postings }) => postings > 0)
      .slice(0, NAMES)
      .map((name) => ({ id: name.id, ...withQuote(name) })),
  };
}
