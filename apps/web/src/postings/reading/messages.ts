import type { LexiconEntry, ResumeNames, SampleQuote, Strength, Survey } from '@cairn/postings';

/** A file, or pasted text, under the name that its postings carry. */
export type BroughtFile = { readonly name: string; readonly file: Blob };

/** What the page sends to the worker. Files come in batches: 50,000 at once would block the page that sends them. */
export type ReaderOrder =
  | { readonly kind: 'begin'; readonly lexicon: readonly LexiconEntry[] }
  | { readonly kind: 'bring'; readonly files: readonly BroughtFile[]; readonly isLast: boolean }
  /** Leaves out what was not read yet, and answers with the rest. */
  | { readonly kind: 'stop' }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'resume'; readonly file: BroughtFile };

export type Progress = {
  readonly files: number;
  readonly filesBrought: number;
  readonly postings: number;
  readonly bytes: number;
  readonly bytesBrought: number;
};

/** A sentence about a file: it was refused, or a part of it was left out. */
export type Remark = { readonly kind: 'refused' | 'note'; readonly sentence: string };

/** What the postings say beside the names, with places where they say it; keys such as `seniority:senior`. */
export type CircumstanceQuotes = Readonly<Record<string, readonly SampleQuote[]>>;

/** A survey with what a page needs to show where its numbers come from. This is what is saved. */
export type Answer = {
  readonly survey: Survey;
  /** Of the postings that are quoted, by id; without one the id stands for it. */
  readonly titles: Readonly<Record<string, string>>;
  readonly circumstances: CircumstanceQuotes;
};

/** A posting whose text is still in memory, so that it can be opened. */
export type HeldHeading = { readonly id: string; readonly title: string; readonly names: number };

export type Mark = {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly strength?: Strength;
};

export type OpenPosting = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly marks: readonly Mark[];
};

export type ReadResume =
  | {
      readonly outcome: 'read';
      readonly name: string;
      readonly text: string;
      readonly names: ResumeNames;
      readonly remarks: readonly Remark[];
    }
  | { readonly outcome: 'refused'; readonly sentence: string };

/** What the worker sends to the page. */
export type ReaderNews =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'remarks'; readonly remarks: readonly Remark[]; readonly leftOut: number }
  | { readonly kind: 'answer'; readonly answer: Answer; readonly held: readonly HeldHeading[] }
  | { readonly kind: 'posting'; readonly id: string; readonly posting: OpenPosting | undefined }
  | { readonly kind: 'resume'; readonly resume: ReadResume }
  | { readonly kind: 'failed'; readonly sentence: string };
