import type { NameCount, SampleQuote, Survey } from './survey.ts';

const NAMES = 120;
/** Reasons quote clouds, and the names that most postings ask for. */
const NAMES_WITH_QUOTE = 40;
const LONGEST_QUOTE = 400;

/** What the advisor needs of a survey, as its profile takes it: how many postings ask for what, in whose words. */
export type MarketEvidence = {
  readonly postings: number;
  readonly platforms: { readonly vendor: string; readonly postings: number; readonly quote?: string }[];
  readonly names: { readonly id: string; readonly postings: number; readonly quote?: string }[];
};

/** The quote in its sentence, on one line. */
const sentenceOf = ({ before, quote, after }: SampleQuote) => `${before}${quote}${after}`.slice(0, LONGEST_QUOTE);

const withQuote = ({ postings, quotes: [quote] }: NameCount) => ({
  postings,
  ...(quote ? { quote: sentenceOf(quote) } : {}),
});

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
      .map((name, at) => ({ id: name.id, ...(at < NAMES_WITH_QUOTE ? withQuote(name) : { postings: name.postings }) })),
  };
}
