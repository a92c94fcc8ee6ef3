import { seededRng } from '@cairn/kernel';
import { learnerModel, learnerState, readiness } from '@cairn/psychometrics';
import {
  answersOf,
  blueprintOf,
  candidateOf,
  DOMAINS,
  evidenceOf,
  examInstant,
  examThetas,
  LATENTS,
  makeBank,
  makeOfficialItems,
  makeSchedule,
  passesExam,
  WORLD,
} from './truth.mjs';

const PER_BANK = 25;

/** Simulated candidates with what they did, what readiness says of them, and whether they passed. */
export function simulateCohort(seed, count, { constants = {}, options = {} } = {}) {
  const model = learnerModel(DOMAINS, constants);
  const official = makeOfficialItems(seededRng(`${seed}:official`));
  const people = [];
  for (let n = 0; people.length < count; n += 1) {
    const shift = WORLD.bankShifts[n % WORLD.bankShifts.length];
    const bank = makeBank(seededRng(`${seed}:bank-${n}`), shift);
    const blueprint = blueprintOf(bank);
    for (let p = 0; p < PER_BANK && people.length < count; p += 1) {
      people.push(simulateOne(seededRng(`${seed}:${n}-${p}`), { bank, blueprint, model, official, options }));
    }
  }
  return { people, official };
}

function simulateOne(rng, { bank, blueprint, model, official, options }) {
  const z = Array.from({ length: LATENTS }, () => rng.normal());
  const candidate = candidateOf(z);
  const schedule = makeSchedule(rng);
  const { answers, idleAtExam } = answersOf(rng, candidate, schedule, bank);
  const thetas = examThetas(candidate, schedule, idleAtExam);
  const passed = passesExam(rng, official, thetas, candidate.trait);
  const state = learnerState(evidenceOf(answers, schedule), examInstant(schedule), model);
  const { probability, status, ability } = readiness(state, blueprint, options);
  return { bank, schedule, answers, idleAtExam, thetas, passed, probability, status: status.kind, ability };
}
