import type { Demand } from '../posting.ts';
import { shareOf } from '../shares/share.ts';
import type { ByStrength, NameCount, Survey } from '../survey/survey.ts';
import { counted, percent } from '../survey/wording.ts';

/** What a learner's record says of one skill. */
export type SkillEvidence = {
  /** Points of the answers, 0 to 1 each. */
  readonly credit: number;
  readonly answers: number;
  /** Steps of labs passed alone: no solution was shown. They are not among the answers. */
  readonly labStepsPassed: number;
  /** Day of the last of them. */
  readonly last?: string;
};

export type GapState = 'have' | 'partly' | 'missing';

/** One name that postings ask for, against the record. */
export type GapRow = Pick<NameCount, 'id' | 'canonical' | 'kind' | 'postings' | 'byStrength'> & {
  /** Postings that ask for it, each weighted by how strongly. */
  readonly weight: number;
  readonly state: GapState;
  readonly evidence?: SkillEvidence;
  /** One sentence: why the state is what it is. */
  readonly reason: string;
};

export type Gap = {
  readonly rows: readonly GapRow[];
  /** Of all weight, the share in each state; all 0 when nothing is asked for. */
  readonly shares: Readonly<Record<GapState, number>>;
};

/** What a posting's demand counts. One among alternatives may be met by another; the stack is learned on the job. */
export const DEMAND_WEIGHTS: Readonly<Record<Demand, number>> = {
  required: 1,
  'one-of': 0.7,
  preferred: 0.5,
  stack: 0.3,
};

/** Fewer answers and lab steps than this show some knowledge, not that it is there. */
const ENOUGH = 5;
/** The share of points that the record must be above, by the lower end of its interval. */
const MASTERY = 0.6;
/** Leaves a tenth on each side: that the skill is there is a hint for what to learn next, not a verdict. */
const COVERAGE = 0.8;
/** Steps done alone in a lab that stand for five answers, unless the answers say otherwise. */
const LAB_STEPS = 2;

function weightOf(byStrength: ByStrength): number {
  const { required, preferred, stack } = DEMAND_WEIGHTS;
  return (
    byStrength.required * required +
    byStrength['one-of'] * DEMAND_WEIGHTS['one-of'] +
    byStrength.preferred * preferred +
    byStrength.stack * stack
  );
}

const since = ({ last }: SkillEvidence) => (last === undefined ? '' : `, last on ${last}`);

/** "12 answers with 83 % of the points and 3 lab steps, last on 2026-10-02". */
export function evidenceWords(evidence: SkillEvidence): string {
  const { answers, credit, labStepsPassed } = evidence;
  const share = answers > 0 ? ` with ${percent(credit / answers)} % of the points` : '';
  const parts = [
    ...(answers > 0 ? [`${counted(answers, 'answer')}${share}`] : []),
    ...(labStepsPassed > 0 ? [`${counted(labStepsPassed, 'lab step')} passed alone`] : []),
  ];
  return `${parts.join(' and ')}${since(evidence)}`;
}

/**
 * Have: at least 5 answers and lab steps together, a lab step counting as an answer with all points, of which the lower
 * end of the 80 % interval (Jeffreys) is at least 60 %; or two lab steps passed alone, unless the upper end is below.
 * Partly: any other evidence. Missing: none.
 */
function stateOf({ answers, credit, labStepsPassed }: SkillEvidence): GapState {
  const all = shareOf(Math.min(credit, answers) + labStepsPassed, answers + labStepsPassed, COVERAGE);
  if (!all) return 'missing';
  if (all.of >= ENOUGH && all.low >= MASTERY) return 'have';
  return labStepsPassed >= LAB_STEPS && all.high >= MASTERY ? 'have' : 'partly';
}

function reasonOf(state: GapState, evidence: SkillEvidence | undefined): string {
  if (state === 'missing' || !evidence) return 'Nothing in your record shows it.';
  const words = evidenceWords(evidence);
  if (state === 'have') return `Your record shows it: ${words}.`;
  const tooFew = evidence.answers + evidence.labStepsPassed < ENOUGH;
  return tooFew ? `Your record shows a beginning: ${words}.` : `Your record does not show it safely yet: ${words}.`;
}

function rowOf({ id, canonical, kind, postings, byStrength }: NameCount, evidence: SkillEvidence | undefined): GapRow {
  const state = evidence ? stateOf(evidence) : 'missing';
  const shown = evidence && state !== 'missing' ? { evidence } : {};
  const weight = weightOf(byStrength);
  return { id, canonical, kind, postings, byStrength, weight, state, ...shown, reason: reasonOf(state, evidence) };
}

/**
 * Each cloud, service and skill that postings ask for against the learner's record, heaviest first. Certifications are
 * left out: no answer shows that one has been passed.
 *
 * @param record by skill id of the catalog
 */
export function gapOf(survey: Survey, record: ReadonlyMap<string, SkillEvidence>): Gap {
  const rows = [...survey.platforms, ...survey.names]
    .filter(({ kind, postings }) => kind !== 'certification' && postings > 0)
    .map((name) => rowOf(name, record.get(name.id)))
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const shareIn = (state: GapState) =>
    total === 0 ? 0 : rows.reduce((sum, row) => sum + (row.state === state ? row.weight : 0), 0) / total;
  return { rows, shares: { have: shareIn('have'), partly: shareIn('partly'), missing: shareIn('missing') } };
}
