import { evidenceWords, type Gap, type GapRow } from '../gap/gap.ts';
import type { NameKind } from '../lexicon.ts';
import type { NameFinding, ReadPosting, Strength } from '../posting.ts';
import { excerpt } from '../survey/excerpt.ts';
import { byDemand } from '../survey/name-tally.ts';
import type { NameCount, SampleQuote, Survey } from '../survey/survey.ts';
import { counted, series } from '../survey/wording.ts';
import type { Way } from './ways.ts';

/** What the names finder finds in a résumé, which is read as postings are. How strongly it names a thing is not asked. */
export type ResumeNames = Pick<ReadPosting, 'platforms' | 'services' | 'skills' | 'certifications'>;

type Named = Pick<NameCount, 'id' | 'canonical' | 'kind'>;
type QuoteOfResume = Omit<SampleQuote, 'postingId' | 'strength'>;

/** Asked for and on the résumé, with a quote from each side. */
export type NameInBoth = Named & {
  readonly postings: number;
  readonly asked?: SampleQuote;
  readonly resume: QuoteOfResume;
};

/** What may be done about a name that is asked for and not on the résumé. */
export type ResumeSuggestion =
  /** The record shows it: it may be added by somebody who has used it. */
  | { readonly kind: 'may-add'; readonly text: string }
  /** The record does not show it (enough): it is to be learned first. */
  | { readonly kind: 'learn-first'; readonly text: string; readonly ways: readonly Way[] }
  /** Nothing here teaches it. */
  | { readonly kind: 'nothing-here'; readonly text: string };

export type NameNotOnResume = Named & {
  readonly postings: number;
  readonly asked?: SampleQuote;
  readonly suggestion: ResumeSuggestion;
};

export type ResumeComparison = {
  /** Most asked first, as the next. */
  readonly inBoth: readonly NameInBoth[];
  readonly notOnResume: readonly NameNotOnResume[];
  /** On the résumé and asked for by no posting, in the order of the résumé. */
  readonly notAsked: readonly (Named & { readonly resume: QuoteOfResume })[];
};

/** More than this is no advice. */
const WAYS = 3;

type ResumeName = Named & { readonly found: NameFinding<Strength> };

const named = ({ id, canonical, kind }: Named): Named => ({ id, canonical, kind });
const firstQuote = ({ quotes: [asked] }: NameCount) => (asked ? { asked } : {});

function namesOn(resume: ResumeNames): ResumeName[] {
  const ofKind = (found: readonly NameFinding<Strength>[], kind: NameKind) =>
    found.map((one) => ({ id: one.id, canonical: one.canonical, kind, found: one }));
  return [
    ...ofKind(resume.platforms, 'platform'),
    ...ofKind(resume.services, 'service'),
    ...ofKind(resume.skills, 'skill'),
    ...ofKind(resume.certifications, 'certification'),
  ].sort((a, b) => a.found.start - b.found.start || (a.id < b.id ? -1 : 1));
}

function quoteOfResume(text: string, found: NameFinding<Strength>): QuoteOfResume {
  const { before, quote, after } = excerpt('', text, found);
  return { before, quote, after };
}

const wayWords = ({ kind, title }: Way) => `the ${kind} “${title}”`;

/** Never "add it" unless the record says "have": a résumé claims only what its owner can show. */
function suggestionFor({ canonical, kind }: Named, row: GapRow | undefined, ways: readonly Way[]): ResumeSuggestion {
  if (kind === 'certification') {
    return {
      kind: 'learn-first',
      text: `${canonical} belongs on a résumé once it is passed.`,
      ways: ways.slice(0, WAYS),
    };
  }
  if (row?.state === 'have' && row.evidence) {
    const text = `Your record shows ${evidenceWords(row.evidence)} on ${canonical}: add it if you have used it.`;
    return { kind: 'may-add', text };
  }
  const shown = row?.evidence ? `shows only ${evidenceWords(row.evidence)} on` : 'shows nothing of';
  if (ways.length === 0) {
    return { kind: 'nothing-here', text: `Your record ${shown} ${canonical}, and nothing here teaches it.` };
  }
  const some = ways.slice(0, WAYS);
  const text = `Your record ${shown} ${canonical}: learn it first, by ${series(some.map(wayWords))}.`;
  return { kind: 'learn-first', text, ways: some };
}

/**
 * A résumé beside what postings ask for. Suggestions name only what the learner's record supports.
 *
 * @param text of the résumé, which the offsets of `resume` point into
 * @param gap  of the same survey
 * @param ways by skill id, see `waysToLearn`
 */
export function compareResume(
  { names: resume, text }: { readonly names: ResumeNames; readonly text: string },
  survey: Survey,
  gap: Gap,
  ways: ReadonlyMap<string, readonly Way[]>,
): ResumeComparison {
  const onResume = new Map(namesOn(resume).map((name) => [name.id, name]));
  const rows = new Map(gap.rows.map((row) => [row.id, row]));
  const asked = [...survey.platforms, ...survey.names].filter(({ postings }) => postings > 0).sort(byDemand);
  const askedIds = new Set(asked.map(({ id }) => id));
  return {
    inBoth: asked.flatMap((name) => {
      const found = onResume.get(name.id)?.found;
      if (!found) return [];
      const resumeQuote = quoteOfResume(text, found);
      return [{ ...named(name), postings: name.postings, ...firstQuote(name), resume: resumeQuote }];
    }),
    notOnResume: asked
      .filter(({ id }) => !onResume.has(id))
      .map((name) => ({
        ...named(name),
        postings: name.postings,
        ...firstQuote(name),
        suggestion: suggestionFor(name, rows.get(name.id), ways.get(name.id) ?? []),
      })),
    notAsked: [...onResume.values()]
      .filter(({ id }) => !askedIds.has(id))
      .map((name) => ({ ...named(name), resume: quoteOfResume(text, name.found) })),
  };
}

/** The comparison in one sentence. */
export function resumeSentence({ inBoth, notOnResume, notAsked }: ResumeComparison): string {
  const mayAdd = notOnResume.filter(({ suggestion }) => suggestion.kind === 'may-add').length;
  const supported = mayAdd > 0 ? `, ${mayAdd} of them supported by your record` : '';
  const both = `${counted(inBoth.length, 'name')} asked for and on your résumé`;
  return `${both}; ${notOnResume.length} asked for and not on it${supported}; ${notAsked.length} on it that no posting asks for.`;
}
