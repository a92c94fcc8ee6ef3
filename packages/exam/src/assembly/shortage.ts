import type { ExamProfile } from '../profile.ts';
import { type Candidate, countBy } from './candidate.ts';
import { availableOf, kindRangesOf } from './kind-range.ts';
import type { Quota } from './quota.ts';

function missingInDomains(candidates: readonly Candidate[], quotas: readonly Quota[]): string[] {
  const available = countBy(candidates.flatMap(({ domains }) => domains));
  return quotas.flatMap(({ domain, questions }) => {
    const have = available.get(domain.number) ?? 0;
    if (have >= questions) return [];
    return [`Domain ${domain.number} (${domain.name}) has ${have} of the ${questions} questions that a form needs.`];
  });
}

function missingInKinds(candidates: readonly Candidate[], profile: ExamProfile): string[] {
  return kindRangesOf(profile).flatMap(({ kind, min }) => {
    const have = availableOf(candidates, kind);
    if (have >= min) return [];
    return [`The bank has ${have} of the ${min} ${kind} items that a form needs.`];
  });
}

/** Where nothing is missing by itself, the scarcest kinds say where to begin. */
function missingTogether(candidates: readonly Candidate[], profile: ExamProfile): string {
  const scarce = kindRangesOf(profile)
    .map(({ kind, min }) => ({ kind, slack: availableOf(candidates, kind) - min }))
    .sort((a, b) => a.slack - b.slack)
    .slice(0, 2)
    .map(({ kind }) => kind);
  return (
    'Each domain and each kind has enough items, but no choice of them fills all domains with the right mix of kinds: ' +
    `add ${scarce.join(' or ')} items in other domains.`
  );
}

/** What the bank lacks for a full form, in sentences. Never empty: it is asked only when a form cannot be filled. */
export function describeShortage(
  candidates: readonly Candidate[],
  quotas: readonly Quota[],
  profile: ExamProfile,
): string[] {
  const alone = [...missingInDomains(candidates, quotas), ...missingInKinds(candidates, profile)];
  return alone.length > 0 ? alone : [missingTogether(candidates, profile)];
}
