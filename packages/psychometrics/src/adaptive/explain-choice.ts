import { itemInformation } from '../items/calibrated-item.ts';
import type { ItemChoice, PassedOver } from './adaptive-test.ts';
import { NONE } from './bank-structure.ts';
import { informationAt } from './bank-tables.ts';
import { expectedVariance } from './belief.ts';
import type { Choice } from './choose-item.ts';
import type { PreparedTest } from './prepare.ts';
import type { Progress } from './progress.ts';

/** The most informative unused item of the bank. */
function mostInformative({ tables }: PreparedTest, { isGiven, belief }: Progress): number {
  const information = informationAt(tables, belief.theta);
  let best = NONE;
  let most = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < information.length; j += 1) {
    const value = information[j] ?? 0;
    if (value <= most || isGiven[j] === 1) continue;
    best = j;
    most = value;
  }
  return best;
}

function isEnemy({ structure }: PreparedTest, { usedFamilies }: Progress, { shadow }: Choice, item: number): boolean {
  const family = structure.familyOf[item] ?? NONE;
  if (family === NONE) return false;
  const isInShadow = shadow.singles.some((items) => items.some((j) => j !== item && structure.familyOf[j] === family));
  return usedFamilies.has(family) || isInShadow;
}

/** Under a blend, a domain is the reason only if nothing of the best item's domain was in the draw. */
function isDomainOpen({ structure }: PreparedTest, { ranked }: Choice, item: number): boolean {
  return ranked.some((j) => structure.domainOf[j] === structure.domainOf[item]);
}

function passedOver(test: PreparedTest, progress: Progress, choice: Choice, best: number): PassedOver {
  const { values, eligible, ranked, index } = choice;
  if (progress.pending.length > 0 || test.structure.setOf[best] !== NONE) return 'set';
  if (eligible[best] !== 1) return 'exposure';
  if (isEnemy(test, progress, choice, best)) return 'enemy';
  if ((values[best] ?? 0) <= (values[index] ?? 0)) return 'criterion';
  const control = test.definition.exposure?.kind;
  const isBlended = control === 'progressive' || control === 'eligibility';
  if (test.structure.setOf[index] !== NONE) return 'set';
  if (ranked.includes(best)) return 'exposure';
  return isBlended && isDomainOpen(test, choice, best) ? 'exposure' : 'domain';
}

function bestElsewhere(
  test: PreparedTest,
  progress: Progress,
  choice: Choice,
  information: number,
): ItemChoice['best'] {
  const best = mostInformative(test, progress);
  const item = test.definition.items[best];
  if (best === choice.index || item === undefined) return undefined;
  const most = itemInformation(progress.belief.theta, item.calibration);
  if (most <= information) return undefined; // the tables put two equal items in the other order
  return { itemId: item.id, information: most, passedOver: passedOver(test, progress, choice, best) };
}

function placeInSet({ structure }: PreparedTest, index: number): ItemChoice['set'] {
  const set = structure.sets[structure.setOf[index] ?? NONE];
  return set && { set: set.id, place: set.members.indexOf(index) + 1, size: set.members.length };
}

function setAside(eligible: Uint8Array, isGiven: Uint8Array): number {
  let count = eligible.length;
  for (let j = 0; j < eligible.length; j += 1) count -= (eligible[j] ?? 0) + (isGiven[j] ?? 0);
  return count;
}

/** The numbers behind a choice. */
export function explainChoice(test: PreparedTest, progress: Progress, choice: Choice): ItemChoice {
  const { definition, structure, tables, calibrations } = test;
  const { index, shadow, eligible, drawnFrom, relaxed } = choice;
  const calibration = calibrations[index];
  const domain = structure.domainOf[index] ?? 0;
  const information = calibration ? itemInformation(progress.belief.theta, calibration) : 0;
  const best = bestElsewhere(test, progress, choice, information);
  const set = placeInSet(test, index);
  return {
    information,
    ...(best && { best }),
    expectedStandardError: Math.sqrt(expectedVariance(tables, progress.belief, index)),
    domain: {
      domain: definition.items[index]?.domain ?? '',
      given: progress.given[domain] ?? 0,
      planned: shadow.planned[domain] ?? 0,
    },
    ...(set && { set }),
    exposure: {
      drawnFrom,
      setAside: setAside(eligible, progress.isGiven),
    },
    relaxed,
  };
}
