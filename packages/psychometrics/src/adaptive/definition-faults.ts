import { type CalibratedItem, maximumScore } from '../items/calibrated-item.ts';
import type { AdaptiveDefinition, AdaptiveItem, DomainRule, ExposureControl, StoppingRules } from './adaptive-test.ts';
import { type BankStructure, capacities, fullLength, NONE, SET_CHOICE_LIMIT, setLimits } from './bank-structure.ts';

const SCORE_LIMIT = 254;
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

function parameterFault(item: CalibratedItem): string | undefined {
  const places = item.kind === 'dichotomous' ? [item.b] : item.thresholds;
  if (!(item.a > 0 && Number.isFinite(item.a))) return `discrimination a = ${item.a} is not above 0`;
  if (places.length === 0 || !places.every(Number.isFinite)) return 'its difficulties are not all finite numbers';
  if (item.kind === 'dichotomous' && !(item.c >= 0 && item.c < 1)) return `guessing c = ${item.c} is not in [0, 1)`;
  if (item.kind === 'graded' && places.some((b, k) => k > 0 && b <= (places[k - 1] ?? b)))
    return 'its thresholds do not increase';
  return maximumScore(item) > SCORE_LIMIT ? `it has more than ${SCORE_LIMIT} thresholds` : undefined;
}

function placeFaults({ id, domain, family, set }: AdaptiveItem, domainOfFamily: Map<string, string>): string[] {
  if (family === undefined) return [];
  if (set !== undefined) return [`Item ${id} is in set ${set} and in family ${family}; it can be in one of them.`];
  const home = domainOfFamily.get(family) ?? domain;
  domainOfFamily.set(family, home);
  return home === domain ? [] : [`Family ${family} lies in domains ${home} and ${domain}; a family lies in one.`];
}

function itemFaults(items: readonly AdaptiveItem[]): string[] {
  const faults: string[] = items.length === 0 ? ['The bank is empty.'] : [];
  const seen = new Set<string>();
  const domainOfFamily = new Map<string, string>();
  for (const item of items) {
    const fault = parameterFault(item.calibration);
    if (fault) faults.push(`Item ${item.id}: ${fault}.`);
    if (seen.has(item.id)) faults.push(`Item ${item.id} is in the bank twice.`);
    seen.add(item.id);
    faults.push(...placeFaults(item, domainOfFamily));
  }
  return faults;
}

function priorFaults({ prior, cut }: AdaptiveDefinition): string[] {
  const isGrid =
    prior.length >= 4 &&
    prior.every(({ theta }, i) => Number.isFinite(theta) && (i === 0 || theta > (prior[i - 1]?.theta ?? theta))) &&
    prior.every(({ weight }) => weight >= 0 && Number.isFinite(weight)) &&
    prior.some(({ weight }) => weight > 0);
  const faults = isGrid ? [] : ['The prior needs at least 4 increasing abilities with weights that are not all 0.'];
  return cut === undefined || Number.isFinite(cut) ? faults : [...faults, `The cut ${cut} is not a finite number.`];
}

function stoppingFaults({
  minimumItems,
  maximumItems,
  standardError,
  certainty,
  negligibleGain,
}: StoppingRules): string[] {
  const faults: string[] = [];
  if (!(isCount(minimumItems) && isCount(maximumItems) && minimumItems <= maximumItems && maximumItems > 0))
    faults.push(
      `A test cannot have ${minimumItems} to ${maximumItems} items; give whole numbers, the smaller one first.`,
    );
  if (standardError !== undefined && !(standardError > 0))
    faults.push(`The standard error to stop at, ${standardError}, is not above 0.`);
  if (certainty !== undefined && !(certainty > 0.5 && certainty < 1))
    faults.push(`The certainty to stop at, ${certainty}, does not lie between 0.5 and 1.`);
  if (negligibleGain !== undefined && !(negligibleGain > 0))
    faults.push(`The negligible gain, ${negligibleGain}, is not above 0.`);
  return faults;
}

function eligibilityFaults(control: Extract<ExposureControl, { readonly kind: 'eligibility' }>): string[] {
  const { thetaEdges, probabilities, prices = {}, randomness = 0 } = control;
  const cells = thetaEdges.length + 1;
  const isRow = (row: readonly number[]) => row.length === cells && row.every((p) => p >= 0 && p <= 1);
  const bad = Object.entries(probabilities).find(([, row]) => !isRow(row));
  const unpriced = Object.entries(prices).find(([, price]) => !(price >= 0 && Number.isFinite(price)));
  return [
    ...(bad ? [`Item ${bad[0]} needs ${cells} probabilities of being eligible, each from 0 to 1.`] : []),
    ...(unpriced ? [`Item ${unpriced[0]} cannot have the price ${unpriced[1]}; prices are 0 or more.`] : []),
    ...(randomness >= 0 && randomness <= 0.5 ? [] : [`A randomness of ${randomness} does not lie from 0 to 0.5.`]),
    ...(thetaEdges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > (thetaEdges[i - 1] ?? edge)))
      ? []
      : ['The limits between the cells of ability do not increase.']),
  ];
}

function exposureFaults(exposure: ExposureControl): string[] {
  switch (exposure.kind) {
    case 'none':
      return [];
    case 'randomesque':
      return isCount(exposure.best) && exposure.best > 0 ? [] : [`A draw among ${exposure.best} items is impossible.`];
    case 'progressive':
    case 'proportional':
      return Number.isFinite(exposure.acceleration) ? [] : ['The acceleration of exposure control is not a number.'];
    case 'eligibility':
      return eligibilityFaults(exposure);
  }
}

/** What is wrong with single values: without these the structure means nothing. */
export function valueFaults(definition: AdaptiveDefinition): string[] {
  const { minimum, maximum } = setLimits(definition);
  const rules = definition.domains ?? [];
  const isRule = ({ minimum: least, maximum: most }: DomainRule) => isCount(least) && isCount(most) && least <= most;
  return [
    ...itemFaults(definition.items),
    ...priorFaults(definition),
    ...stoppingFaults(definition.stopping),
    ...exposureFaults(definition.exposure ?? { kind: 'none' }),
    ...(isCount(minimum) && isCount(maximum) && minimum <= maximum
      ? []
      : [`A test cannot have ${minimum} to ${maximum} sets.`]),
    ...rules
      .filter((rule) => !isRule(rule))
      .map((rule) => `Domain ${rule.domain} cannot have ${rule.minimum} to ${rule.maximum} items.`),
    ...rules
      .filter(({ domain }, i) => rules.findIndex((other) => other.domain === domain) < i)
      .map(({ domain }) => `Domain ${domain} has two rules.`),
  ];
}

function shortDomains(structure: BankStructure): string[] {
  const inSets = (d: number) => structure.sets.reduce((sum, { perDomain }) => sum + (perDomain[d] ?? 0), 0);
  const capacity = capacities(structure);
  return structure.domains.flatMap((domain, d) => {
    const most = (capacity[d] ?? 0) + inSets(d);
    const least = structure.limits[d]?.minimum ?? 0;
    return least > most
      ? [`Domain ${domain} needs ${least} items, but a test can hold ${most} of the bank's, counting one a family.`]
      : [];
  });
}

/** Why no test meets all limits, or nothing if one does. */
export function feasibilityFaults(definition: AdaptiveDefinition, structure: BankStructure): string[] {
  const { minimumItems, maximumItems } = definition.stopping;
  const rules = definition.domains ?? [];
  const faults = rules
    .filter(({ domain, minimum }) => minimum > 0 && !structure.domains.includes(domain))
    .map(({ domain, minimum }) => `Domain ${domain} needs ${minimum} items, but the bank has none.`);
  const needed = rules.reduce((sum, { minimum }) => sum + minimum, 0);
  if (needed > maximumItems)
    faults.push(`The domains need ${needed} items together, more than the ${maximumItems} of a full test.`);
  if (structure.setChoices.length > SET_CHOICE_LIMIT)
    faults.push(`There are more than ${SET_CHOICE_LIMIT} ways to choose the sets; lower how many a test may hold.`);
  if (structure.setChoices.length === 0)
    faults.push(`A test needs ${setLimits(definition).minimum} sets, but the bank has ${structure.sets.length}.`);
  faults.push(...shortDomains(structure));
  if (faults.length > 0) return faults;
  const length = fullLength(structure, maximumItems);
  if (length === undefined) return ['No choice of sets and items meets the limits of all domains; widen one of them.'];
  if (length >= minimumItems) return [];
  const isSetBound = structure.setOf.some((set) => set !== NONE);
  return [
    `The longest test that meets all limits has ${length} items, fewer than the ${minimumItems} it must have; ` +
      `add items, raise a domain's maximum${isSetBound ? ', allow more sets' : ''} or lower the minimum length.`,
  ];
}
