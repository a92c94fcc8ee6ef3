import { addDays, type Day } from '@cairn/kernel';
import type { Catalog } from '../catalog.ts';
import { todayEquivalents } from '../find.ts';
import { languageAnswer } from '../languages.ts';
import type { Certification } from '../schema/certification-file.ts';
import type { Profile } from '../schema/profile.ts';
import { DEAREST_USD, fewestHoursFor, priceToday, readyOn } from './effort.ts';
import { answerInWords } from './words.ts';

export type GateKind =
  | 'retired'
  | 'announced'
  | 'beta'
  | 'prerequisite'
  | 'budget'
  | 'language'
  | 'date'
  | 'ends-before'
  | 'held';

/** A hard reason not to recommend an exam, whatever its score. */
export type Gate = { readonly kind: GateKind; readonly sentence: string };

/** How far ahead an exam is looked for when the person names no date. */
const OPEN_ENDED_DAYS = 365;

/**
 * All gates that close this exam to this person. The stated rules: a retired exam and an announced one are closed; a
 * beta is open unless a certificate is wanted before the standard exam starts (its results come late), or within half
 * a year when that day is unknown; one required certification must be held; the price must be known to fit the budget;
 * even the lowest estimate of the hours must fit before the wanted day, at the stated hours a week; one of the languages must be offered between today and the wanted day; the exam must still be offered when the person is ready.
 */
export function gatesOf(catalog: Catalog, certification: Certification, profile: Profile, today: Day): readonly Gate[] {
  const checks = [
    life(catalog, certification, today),
    beta(certification, profile, today),
    held(certification, profile),
  ];
  checks.push(prerequisite(certification, profile), budget(certification, profile));
  if (certification.status !== 'retired') {
    checks.push(
      date(certification, profile, today),
      language(catalog, certification, profile, today),
      endsBefore(certification, profile, today),
    );
  }
  return checks.filter((gate) => gate !== undefined);
}

function life(catalog: Catalog, certification: Certification, today: Day): Gate | undefined {
  const { code, status, lifecycle } = certification;
  const over = status === 'retired' || (lifecycle.retiresOn !== undefined && lifecycle.retiresOn < today);
  if (over) {
    const instead = todayEquivalents(catalog, code).map((one) => one.code);
    const ended = lifecycle.retiredOn ?? lifecycle.retiresOn;
    const advice = instead.length > 0 ? ` Today's equivalent: ${instead.join(' or ')}.` : '';
    return {
      kind: 'retired',
      sentence: `${code} can no longer be taken${ended ? ` (last day ${ended})` : ''}.${advice}`,
    };
  }
  if (status !== 'announced') return undefined;
  const start = lifecycle.activeFrom === undefined ? 'without a date' : `for ${lifecycle.activeFrom}`;
  return {
    kind: 'announced',
    sentence: `${code} is announced ${start}; no source read confirms that it can be booked.`,
  };
}

function beta({ code, status, lifecycle }: Certification, { wantedBy }: Profile, today: Day): Gate | undefined {
  if (status !== 'beta' || wantedBy === undefined) return undefined;
  const startsOn = lifecycle.activeFrom ?? addDays(today, 183);
  if (wantedBy >= startsOn) return undefined;
  const start = lifecycle.activeFrom
    ? `its standard exam is reported for ${lifecycle.activeFrom}, after ${wantedBy}`
    : `no source read dates its standard exam, so it may be after ${wantedBy}`;
  return { kind: 'beta', sentence: `${code} is in beta, and beta results come late; ${start}.` };
}

function held({ code }: Certification, { holds = [] }: Profile): Gate | undefined {
  return holds.includes(code) ? { kind: 'held', sentence: `You hold ${code} already.` } : undefined;
}

function prerequisite({ code, requires }: Certification, { holds = [] }: Profile): Gate | undefined {
  if (!requires) return undefined;
  const accepted = [...requires.anyOf, ...(requires.otherCodes ?? [])];
  if (accepted.some((one) => holds.includes(one))) return undefined;
  return { kind: 'prerequisite', sentence: `${code} requires one of these first: ${accepted.join(', ')}.` };
}

function budget(certification: Certification, { budgetUsd }: Profile): Gate | undefined {
  if (budgetUsd === undefined) return undefined;
  const { code } = certification;
  const price = priceToday(certification);
  if (price === undefined) {
    if (budgetUsd >= DEAREST_USD) return undefined;
    const sentence = `No source read gives the price of ${code}, so it may be above your budget of USD ${budgetUsd}.`;
    return { kind: 'budget', sentence };
  }
  if (price <= budgetUsd) return undefined;
  return { kind: 'budget', sentence: `${code} costs USD ${price}, above your budget of USD ${budgetUsd}.` };
}

/** Asked only of somebody who named both a day and the hours a week: nobody is shut out by a pace we assumed. */
function date(certification: Certification, profile: Profile, today: Day): Gate | undefined {
  const { background, hoursPerWeek, wantedBy } = profile;
  if (hoursPerWeek === undefined || wantedBy === undefined || wantedBy < today) return undefined;
  const hours = fewestHoursFor(certification, background);
  const ready = addDays(today, Math.ceil((hours / hoursPerWeek) * 7));
  if (ready <= wantedBy) return undefined;
  const pace = `${hoursPerWeek} ${hoursPerWeek === 1 ? 'hour' : 'hours'} a week`;
  return {
    kind: 'date',
    sentence: `${certification.code} takes at least about ${hours} hours of study (our estimate): at ${pace} that is ${ready}, after ${wantedBy}.`,
  };
}

function language(
  catalog: Catalog,
  certification: Certification,
  { languages = [], wantedBy }: Profile,
  today: Day,
): Gate | undefined {
  // With no language named, English is assumed only to notice that an exam ended in the language most people sit it in.
  const wanted = languages.length > 0 ? languages : ['en'];
  const until = () => (wantedBy !== undefined && wantedBy > today ? wantedBy : addDays(today, OPEN_ENDED_DAYS));
  const answer = languageAnswer(certification, wanted, today, until);
  if (answer.outcome !== 'not-offered') return undefined;
  const named = wanted.map((one) => answerInWords(catalog, 'languages', one));
  const { code, successors } = certification;
  const instead = successors.length > 0 ? ` Today's equivalent: ${successors.join(' or ')}.` : '';
  const when = answer.ended ? ` (ended ${answer.ended})` : answer.startsOn ? ` before ${answer.startsOn}` : '';
  return { kind: 'language', sentence: `${code} is not offered in ${named.join(' or ')}${when}.${instead}` };
}

function endsBefore(certification: Certification, profile: Profile, today: Day): Gate | undefined {
  const { code, lifecycle, successors } = certification;
  if (lifecycle.retiresOn === undefined || lifecycle.retiresOn < today) return undefined;
  const ready = readyOn(certification, profile, today);
  if (ready <= lifecycle.retiresOn) return undefined;
  const instead = successors.length > 0 ? ` Look at ${successors.join(' or ')} instead.` : '';
  return {
    kind: 'ends-before',
    sentence: `${code} ends on ${lifecycle.retiresOn}, before you would be ready at your pace (about ${ready}).${instead}`,
  };
}
