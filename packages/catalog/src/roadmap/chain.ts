import type { Day } from '@cairn/kernel';
import type { Catalog } from '../catalog.ts';
import { findCertification, todayEquivalents } from '../find.ts';
import type { Certification } from '../schema/certification-file.ts';
import type { RoadmapRequest } from './roadmap.ts';

export type Link = { readonly certification: Certification; readonly isOptional: boolean };

export type Chain =
  | { readonly outcome: 'chain'; readonly links: readonly Link[]; readonly warnings: readonly string[] }
  | { readonly outcome: 'refused'; readonly sentence: string; readonly equivalents: readonly string[] };

/** Announced exams may be planned for, with a warning; exams that are over, or over in English, may not. */
export function closedSentence(certification: Certification, today: Day): string | undefined {
  const { code, status, lifecycle } = certification;
  const last = lifecycle.retiredOn ?? lifecycle.retiresOn;
  if (status === 'retired' || (lifecycle.retiresOn !== undefined && lifecycle.retiresOn < today)) {
    return `${code} can no longer be taken${last ? ` (last day ${last})` : ''}`;
  }
  if (status === 'retiring')
    return `${code} is ending${lifecycle.note ? ` (${lifecycle.note.replace(/\.$/, '')})` : ''}`;
  return undefined;
}

/** The exams from where the person stands to the goal, in order. */
export function chainTo(catalog: Catalog, request: RoadmapRequest): Chain {
  const goal = findCertification(catalog, request.to);
  if (goal.outcome === 'unknown') {
    return { outcome: 'refused', sentence: goal.sentence, equivalents: goal.nearest ? [goal.nearest] : [] };
  }
  const have = new Set((request.have ?? []).map((code) => code.toUpperCase()));
  const closed = closedSentence(goal.certification, request.today);
  if (closed) {
    const equivalents = todayEquivalents(catalog, goal.certification.code).map(({ code }) => code);
    const advice = equivalents.length > 0 ? ` Plan for ${equivalents.join(' or ')} instead.` : '';
    return { outcome: 'refused', sentence: `${closed}, so no roadmap can lead there.${advice}`, equivalents };
  }
  if (have.has(goal.certification.code)) {
    return {
      outcome: 'refused',
      sentence: `You hold ${goal.certification.code} already; choose another goal.`,
      equivalents: [],
    };
  }
  return assemble(catalog, request, goal.certification, have);
}

function assemble(catalog: Catalog, request: RoadmapRequest, goal: Certification, have: ReadonlySet<string>): Chain {
  const warnings: string[] = [];
  const links: Link[] = [];
  for (const code of request.via ?? goal.steppingStones) {
    const found = findCertification(catalog, code);
    if (found.outcome === 'unknown') return { outcome: 'refused', sentence: found.sentence, equivalents: [] };
    const { certification } = found;
    if (have.has(certification.code) || certification.code === goal.code) continue;
    const closed = closedSentence(certification, request.today);
    if (closed) warnings.push(`${closed}; it was left out.`);
    else if (!links.some((link) => link.certification === certification))
      links.push({ certification, isOptional: true });
  }
  return {
    outcome: 'chain',
    links: [...required(catalog, goal, links, have, warnings), { certification: goal, isOptional: false }],
    warnings,
  };
}

/** A hard requirement is put on the way even when the person asked to go straight to the goal. */
function required(
  catalog: Catalog,
  goal: Certification,
  links: readonly Link[],
  have: ReadonlySet<string>,
  warnings: string[],
): readonly Link[] {
  const accepted = goal.requires ? [...goal.requires.anyOf, ...(goal.requires.otherCodes ?? [])] : [];
  if (accepted.length === 0 || accepted.some((code) => have.has(code))) return links;
  const onTheWay = links.find(({ certification: { code } }) => accepted.includes(code));
  if (onTheWay) return links.map((link) => (link === onTheWay ? { ...link, isOptional: false } : link));
  const first = catalog.certifications.find(({ code }) => code === goal.requires?.anyOf[0]);
  if (!first) return links;
  warnings.push(`${goal.code} requires one of ${accepted.join(', ')}; ${first.code} was added.`);
  return [...links, { certification: first, isOptional: false }];
}
