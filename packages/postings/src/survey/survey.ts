import type { NameKind } from '../lexicon.ts';
import type { Degree, PayPeriod, Seniority, Strength, WorkMode } from '../posting.ts';
import type { Share } from '../shares/share.ts';

/** Words of a posting with a little of what stands around them, blanks folded. */
export type SampleQuote = {
  readonly postingId: string;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  readonly strength: Strength;
};

/** Postings by the strongest demand that each makes. */
export type ByStrength = Readonly<Record<Strength, number>>;

export type NameCount = {
  readonly id: string;
  readonly canonical: string;
  readonly kind: NameKind;
  /** Postings that ask for it: all strengths but `boilerplate`. */
  readonly postings: number;
  readonly byStrength: ByStrength;
  /** Of the postings read. */
  readonly share: Share;
  readonly quotes: readonly SampleQuote[];
};

export type PlatformCount = NameCount & {
  readonly vendor: string;
  /** Of `postings`, those that name only services of the cloud. */
  readonly viaService: number;
  /** Of the postings that ask for any cloud; absent when none does. */
  readonly shareOfCloud?: Share;
};

/** Two clouds compared over the same postings. */
export type PlatformPair = {
  readonly more: string;
  readonly less: string;
  readonly onlyMore: number;
  readonly onlyLess: number;
  readonly both: number;
  /** That `more` is asked for more often than `less` where these postings come from. */
  readonly chance: number;
  /** `decided` from 95 % on; else nothing is claimed about their order. */
  readonly verdict: 'decided' | 'undecided';
};

export type Quartiles = { readonly lower: number; readonly median: number; readonly upper: number };

/** Posted pay in one currency and period, as posted: nothing is converted. */
export type PayCount = {
  readonly currency: string;
  readonly period: PayPeriod;
  readonly postings: number;
  /** Postings with a low end, and its quartiles unless there are fewer than 20. */
  readonly lows: { readonly postings: number; readonly quartiles?: Quartiles };
  readonly highs: { readonly postings: number; readonly quartiles?: Quartiles };
};

/** The names most asked for against a sample of postings: `cells[i]` is the demand of the posting for `names[i]`. */
export type HeatMap = {
  readonly names: readonly { readonly id: string; readonly canonical: string }[];
  readonly postings: readonly {
    readonly id: string;
    readonly title?: string;
    readonly cells: readonly (Strength | null)[];
  }[];
};

export type Counted<K extends string> = { readonly value: K; readonly postings: number };

/** What a batch of postings says: plain JSON of at most 1 MB, however large the batch. */
export type Survey = {
  /** Postings whose text was read for names: the base of every share. */
  readonly postings: number;
  readonly duplicates: { readonly same: number; readonly near: number };
  readonly otherLanguages: readonly { readonly language: string; readonly postings: number }[];
  readonly unreadable: number;
  /** Postings that ask for any cloud. */
  readonly withCloud: number;
  readonly platforms: readonly PlatformCount[];
  readonly platformPairs: readonly PlatformPair[];
  /** Services, skills and certifications, most asked first. */
  readonly names: readonly NameCount[];
  /** Names that were left out to stay within the bound. */
  readonly namesLeftOut: number;
  /** Postings that name any certification; absent when none was read. */
  readonly certificates?: Share;
  readonly seniority: readonly Counted<Seniority | 'unstated'>[];
  /** By the fewest years that a posting asks for; 20 stands for 20 and more. */
  readonly years: readonly { readonly years: number; readonly postings: number }[];
  readonly yearsUnstated: number;
  readonly degrees: readonly (Counted<Degree | 'unstated'> & {
    readonly required: number;
    readonly orExperience: number;
  })[];
  readonly workModes: readonly Counted<WorkMode | 'unstated'>[];
  /** The most frequent places as written. */
  readonly locations: readonly Counted<string>[];
  readonly locationsLeftOut: number;
  readonly pay: readonly PayCount[];
  readonly heatMap: HeatMap;
};
