import type { Certification } from '../schema/certification-file.ts';
import type { PostingsEvidence } from '../schema/profile.ts';

/** What the person's own postings say about one exam. */
export type PostingsFit = {
  /** Place on the criterion's scale, in [0, 1]. */
  readonly value: number;
  /** Postings that name the exam's cloud, and the words of one of them. */
  readonly onCloud: number;
  readonly quote: string | undefined;
  /** Share of what the postings name, each name as often as it is named, that is in the task statements. */
  readonly covered: number;
};

/** The names that postings use for the cloud of an exam's vendor. */
const CLOUD_OF: Readonly<Record<Certification['vendor'], string>> = { aws: 'AWS', microsoft: 'Azure' };

/** Most of what postings name is no exam's business (Python, SQL): half of it is as much as any exam covers. */
const COVERED_AT_BEST = 0.5;

/** Few postings prove little: a share is drawn towards the middle as if two more had been read, one for, one against. */
const shrunk = (share: number, postings: number) => (share * postings + 1) / (postings + 2);

/** One entry an exam; empty without postings. */
export function postingsFits(
  certifications: readonly Certification[],
  evidence: PostingsEvidence | undefined,
): ReadonlyMap<string, PostingsFit> {
  if (evidence === undefined || evidence.postings === 0) return new Map();
  return new Map(certifications.map((one) => [one.code, fitOf(one, evidence)]));
}

function fitOf({ vendor, domains }: Certification, { postings, platforms, names }: PostingsEvidence): PostingsFit {
  const cloud = platforms.find((one) => one.vendor === CLOUD_OF[vendor]);
  const taught = new Set(domains.flatMap(({ tasks }) => tasks.flatMap(({ skills }) => skills)));
  const asked = names.reduce((sum, one) => sum + one.postings, 0);
  const met = names.reduce((sum, one) => sum + (taught.has(one.id) ? one.postings : 0), 0);
  const covered = asked === 0 ? 0 : met / asked;
  const onCloud = cloud?.postings ?? 0;
  const platform = shrunk(Math.min(1, onCloud / postings), postings);
  const tasks = shrunk(Math.min(1, covered / COVERED_AT_BEST), postings);
  return { value: (platform + tasks) / 2, onCloud, quote: cloud?.quote, covered };
}
