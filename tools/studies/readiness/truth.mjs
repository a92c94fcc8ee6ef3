import { difficultyOfAngoff } from '@cairn/psychometrics';

/**
 * A world to test readiness in, unlike the model on purpose: learning that is not a random walk, forgetting as a power
 * law, questions with slopes and errors of their own, a trait besides knowledge, guessing, slips, look-ups, memory of
 * questions, and a bank whose ratings are all too hard or too easy.
 */
export const DOMAINS = [1, 2, 3, 4];
export const WEIGHTS = [28, 26, 24, 22];
export const SCORED = 50;
const ITEMS_PER_DOMAIN = 45;
const DAY = 86_400_000;
const START = 1_800_000_000_000;

export const WORLD = {
  itemErrorSd: 0.4, // of each rating, in logits
  bankShifts: [-0.4, 0, 0.4], // of the whole bank
  slopeLogSd: 0.25,
  slip: 0.03,
  traitLoading: 0.5, // of a third of the questions on the second trait
  lookUp: 0.1, // share of study answers that were looked up
  memory: { chance: 0.5, fadingDays: 20 },
  start: { mean: -0.6, generalSd: 0.9, domainSd: 0.5 },
  learning: { perDay: 0.012, logSd: 0.6 }, // logits a day
  forgetting: { loss: 0.15, logSd: 0.4, days: 7 }, // loss · ln(1 + idle / days)
};

const logistic = (x) => 1 / (1 + Math.exp(-x));

/** What a candidate's chance on a question really is; the second trait enters as a shift of ability. */
export const trueChance = (item, theta, trait) =>
  item.c + (1 - WORLD.slip - item.c) * logistic(item.a * (theta + item.loading * trait - item.b));

function ratedItem(rng, id, domain) {
  const c = rng.next() < 0.7 ? 0.25 : 0.1;
  const rating = 0.5 + 0.32 * rng.next();
  return { id, domain, c, rating, loading: rng.next() < 1 / 3 ? WORLD.traitLoading : 0 };
}

/** A question as it is: with a slope of its own, as hard for a just-passing candidate as rated, up to the errors. */
function realItem(rng, item, shift, errorSd) {
  const a = Math.exp(WORLD.slopeLogSd * rng.normal());
  const core = (item.rating - item.c) / (1 - WORLD.slip - item.c);
  const b = Math.log(1 / core - 1) / a + shift + errorSd * rng.normal();
  return { ...item, a, b };
}

/** A bank: what its author believes of each question, and what is true. */
export function makeBank(rng, shift) {
  const rated = DOMAINS.flatMap((domain, d) =>
    Array.from({ length: ITEMS_PER_DOMAIN }, (_, i) => ratedItem(rng, `${domain}-${i}`, d)),
  );
  const items = rated.map((item) => ({
    ...realItem(rng, item, shift, WORLD.itemErrorSd),
    believed: { a: 1, b: difficultyOfAngoff(item.rating, item.c), c: item.c },
  }));
  return { shift, items };
}

/** The form's blueprint, as the author of the bank sees it. */
export const blueprintOf = (bank) => ({
  scored: SCORED,
  domains: DOMAINS.map((domain, d) => ({
    domain,
    weight: WEIGHTS[d],
    pool: bank.items.filter((item) => item.domain === d).map(({ believed }) => ({ parameters: believed })),
  })),
});

/** Latent numbers of a candidate, each a standard normal: general, four domains, learning, forgetting,
 * trait, and how much of the study each domain gets. */
export const LATENTS = 2 * DOMAINS.length + 4;

export function candidateOf(z) {
  const size = DOMAINS.length;
  const { start, learning, forgetting } = WORLD;
  return {
    thetas: DOMAINS.map((_, d) => start.mean + start.generalSd * z[0] + start.domainSd * z[1 + d]),
    perDay: learning.perDay * Math.exp(learning.logSd * z[size + 1]),
    loss: forgetting.loss * Math.exp(forgetting.logSd * z[size + 2]),
    trait: z[size + 3],
    focus: DOMAINS.map((_, d) => 0.5 + logistic(1.7 * z[size + 4 + d])), // nearly uniform between 0.5 and 1.5
  };
}

/** Ability in domain d after `learned` days of study and `idle` days without practice. */
export const abilityAt = ({ thetas, perDay, loss, focus }, d, learned, idle) =>
  thetas[d] + focus[d] * perDay * learned - loss * Math.log1p(idle / WORLD.forgetting.days);

/** When somebody practises, and what: known to everybody, unlike the candidate. */
export function makeSchedule(rng) {
  const days = 10 + 80 * rng.next();
  const sessions = 1 + rng.below(8);
  const moments = Array.from({ length: sessions }, () => days * rng.next()).sort((a, b) => a - b);
  const gap = 30 * rng.next();
  return {
    examDay: moments.at(-1) + 1 + gap,
    studiesOn: gap < 7,
    sessions: moments.map((day) => {
      const mock = rng.next() < 0.5;
      return {
        day,
        mock,
        domain: mock ? undefined : rng.below(DOMAINS.length),
        count: mock ? 30 + rng.below(36) : 10 + rng.below(21),
      };
    }),
  };
}

/** Days of study by `day`: until the last session, or on to the exam. */
export const learnedBy = ({ sessions, studiesOn }, day) => (studiesOn ? day : Math.min(day, sessions.at(-1).day));

function shareOut(rng, session, bank) {
  const pool = bank.items.filter(({ domain }) => session.domain === undefined || domain === session.domain);
  return rng.shuffle(pool).slice(0, session.count);
}

/** The answers of a candidate, in order; each knows what produced it. */
export function answersOf(rng, candidate, schedule, bank) {
  const seenAt = new Map();
  const lastPractice = DOMAINS.map(() => 0);
  const answers = [];
  schedule.sessions.forEach((session, s) => {
    const idle = lastPractice.map((day) => session.day - day);
    for (const item of shareOut(rng, session, bank)) {
      const theta = abilityAt(candidate, item.domain, learnedBy(schedule, session.day), idle[item.domain]);
      const before = seenAt.get(item.id);
      const remembered =
        before === undefined ? 0 : WORLD.memory.chance * Math.exp(-(session.day - before) / WORLD.memory.fadingDays);
      const known = remembered + (1 - remembered) * (session.mock ? 0 : WORLD.lookUp);
      const right = rng.next() < known + (1 - known) * trueChance(item, theta, candidate.trait);
      answers.push({ session: s, item, idle: idle[item.domain], known, right });
      seenAt.set(item.id, session.day);
      lastPractice[item.domain] = session.day;
    }
  });
  const idleAtExam = lastPractice.map((day) => schedule.examDay - day);
  return { answers, idleAtExam };
}

export const examThetas = (candidate, schedule, idleAtExam) =>
  DOMAINS.map((_, d) => abilityAt(candidate, d, learnedBy(schedule, schedule.examDay), idleAtExam[d]));

/** Questions of the official exam: like the bank's, rated by a panel that knows. */
export function makeOfficialItems(rng, count = 400) {
  return DOMAINS.map((domain, d) =>
    Array.from({ length: count }, (_, i) =>
      realItem(rng, ratedItem(rng, `official-${domain}-${i}`, d), 0, WORLD.itemErrorSd),
    ),
  );
}

const quotaOf = (d) => Math.round((SCORED * WEIGHTS[d]) / WEIGHTS.reduce((a, b) => a + b, 0));

/** Sits one official form; θ = 0 with an average second trait is the candidate who just passes. */
export function passesExam(rng, official, thetas, trait) {
  let margin = 0;
  official.forEach((items, d) => {
    for (let q = 0; q < quotaOf(d); q += 1) {
      const item = items[rng.below(items.length)];
      margin += Number(rng.next() < trueChance(item, thetas[d], trait)) - trueChance(item, 0, 0);
    }
  });
  return margin >= 0;
}

export const evidenceOf = (answers, schedule) =>
  answers.map(({ session, item, right }) => ({
    at: START + Math.round(schedule.sessions[session].day * DAY),
    domain: DOMAINS[item.domain],
    kind: schedule.sessions[session].mock ? 'item' : 'study-item',
    itemId: item.id,
    credit: Number(right),
    parameters: item.believed,
  }));

export const examInstant = (schedule) => START + Math.round(schedule.examDay * DAY);
