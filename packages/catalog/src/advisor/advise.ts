import { type Day, nearestName, seededRng } from '@cairn/kernel';
import type { Catalog } from '../catalog.ts';
import { findCertification, isOffered, todayEquivalents } from '../find.ts';
import type { Certification, Status } from '../schema/certification-file.ts';
import type { Profile } from '../schema/profile.ts';
import { type Flip, findFlips } from './flips.ts';
import type { Gate } from './gates.ts';
import { type Contribution, openOnes, type Ranking, rank, type Scored } from './rank.ts';
import { type Contrast, certificationReasons, contrastOf, roleReasons } from './reasons.ts';
import { shareFirst } from './stability.ts';

export type AdvisedRole = {
  readonly id: string;
  readonly name: string;
  readonly score: number;
  readonly contributions: readonly Contribution[];
  readonly reasons: readonly string[];
};

export type AdvisedCertification = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly status: Status;
  readonly score: number;
  /** Not empty: never recommended, listed with the reason. */
  readonly gates: readonly Gate[];
  readonly contributions: readonly Contribution[];
  readonly reasons: readonly string[];
  readonly sources: readonly string[];
};

export type Notice = {
  readonly code: string;
  readonly sentence: string;
  readonly equivalents: readonly string[];
  readonly sources: readonly string[];
};

export type Advice = {
  readonly roles: readonly AdvisedRole[];
  readonly certifications: readonly AdvisedCertification[];
  readonly flips: readonly Flip[];
  /** Share of weight draws in which the first certification stays first, in [0, 1]. */
  readonly stability: number;
  readonly roleStability: number;
  /** Codes that cannot be told apart on what is known; empty when there is a clear first. */
  readonly tie: readonly string[];
  readonly contrast: Contrast | undefined;
  readonly notices: readonly Notice[];
};

export type AdviseOptions = {
  readonly today: Day;
  /** Weight draws for the stability. */
  readonly draws?: number;
  readonly seed?: number | string;
};

const DRAWS = 1000;

/** With fewer answers the ranking says more about the exams than about the person. */
const FEW_ANSWERS = 3;

/** Below either of these the first two are called a tie. */
const TIE = { difference: 0.01, stability: 0.55 } as const;

/** Ranks roles and certifications for a person, and says why, what would change it, and how sure that is. */
export function advise(catalog: Catalog, profile: Profile, options: AdviseOptions): Advice {
  const { today, draws = DRAWS, seed = 'advice' } = options;
  const ranking = rank(catalog, profile, today);
  const open = openOnes(ranking);
  const [first, second] = open;
  const stability = shareFirst(open, draws, seededRng(seed));
  const isTie = first && second && (first.score - second.score < TIE.difference || stability < TIE.stability);
  return {
    roles: ranking.roles.map((one) => adviseRole(one, ranking)),
    certifications: ranking.certifications.map((one) => adviseCertification(one, ranking)),
    flips: findFlips(catalog, profile, today, ranking),
    stability,
    roleStability: shareFirst(ranking.roles, draws, seededRng(seed)),
    tie: isTie ? [first.option.code, second.option.code] : [],
    contrast: first && second ? contrastOf(catalog, first, second) : undefined,
    notices: noticesFor(catalog, profile, today, open.length),
  };
}

function adviseRole(scored: Scored<Ranking['roles'][number]['option']>, { setting }: Ranking): AdvisedRole {
  const { option, score, contributions } = scored;
  return { id: option.id, name: option.name, score, contributions, reasons: roleReasons(scored, setting) };
}

function adviseCertification(scored: Scored<Certification>, { setting }: Ranking): AdvisedCertification {
  const { option, score, contributions, gates } = scored;
  const { code, name, status } = option;
  return {
    id: code.toLowerCase(),
    code,
    name,
    status,
    score,
    gates,
    contributions,
    reasons: gates.length > 0 ? gates.map(({ sentence }) => sentence) : certificationReasons(scored, setting),
    sources: [...new Set([...option.lifecycle.sources, ...option.exam.priceUsd.sources])],
  };
}

function noticesFor(catalog: Catalog, profile: Profile, today: Day, openCount: number): readonly Notice[] {
  const notices: Notice[] = [];
  if (profile.targetCertification !== undefined)
    notices.push(...askedNotice(catalog, profile.targetCertification, today));
  if (profile.role !== undefined && !catalog.roles.some(({ id }) => id === profile.role)) {
    const ids = catalog.roles.map(({ id }) => id);
    const near = nearestName(profile.role, ids);
    const advice = near ? `did you mean "${near}"?` : `use one of ${ids.join(', ')}.`;
    notices.push(
      plain(profile.role, `There is no role "${profile.role}" in the catalog, so it was not used; ${advice}`),
    );
  }
  if (profile.wantedBy !== undefined && profile.wantedBy < today) {
    notices.push(plain('wantedBy', `The date wanted, ${profile.wantedBy}, is past; choose a day after ${today}.`));
  }
  const answered = Object.keys(profile).filter((key) => key !== 'weights').length;
  if (answered < FEW_ANSWERS) {
    const sentence = 'Few questions are answered yet, so the ranking rests mostly on demand, price and durability.';
    notices.push(plain('few-answers', sentence));
  }
  if (openCount === 0) {
    notices.push(plain('none', 'No certification passes every gate; each is listed with the gate that closes it.'));
  }
  return notices;
}

function plain(code: string, sentence: string): Notice {
  return { code, sentence, equivalents: [], sources: [] };
}

/** Somebody who asks for an exam that is over is told what happened, when, and what there is today. */
function askedNotice(catalog: Catalog, code: string, today: Day): readonly Notice[] {
  const found = findCertification(catalog, code);
  if (found.outcome === 'unknown') return [plain(code, found.sentence)];
  const { certification } = found;
  if (isOffered(certification, today) && certification.status === 'active') return [];
  const equivalents = todayEquivalents(catalog, code).map((one) => one.code);
  const sentence = [lifeSentence(certification), certification.successorNote, equivalentSentence(code, equivalents)];
  return [
    { code, sentence: sentence.filter(Boolean).join(' '), equivalents, sources: certification.lifecycle.sources },
  ];
}

function lifeSentence({ code, name, status, lifecycle }: Certification): string {
  const note = lifecycle.note ? ` ${lifecycle.note}` : '';
  switch (status) {
    case 'retired':
      return `${code} (${name}) can no longer be taken: its last day was ${lifecycle.retiredOn ?? 'not found'}.${note}`;
    case 'retiring':
      return `${code} (${name}) is ending.${note}`;
    case 'beta':
      return `${code} (${name}) is in beta.${note}`;
    case 'announced':
      return `${code} (${name}) is announced, not yet confirmed.${note}`;
    case 'active':
      return `${code} (${name}) can no longer be taken.${note}`;
  }
}

function equivalentSentence(code: string, equivalents: readonly string[]): string | undefined {
  const others = equivalents.filter((one) => one !== code);
  return others.length > 0 ? `Today's equivalent: ${others.join(' or ')}.` : undefined;
}
