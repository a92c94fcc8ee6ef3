import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../prepare.mjs';

const load = (path) => import(pathToFileURL(join(ROOT, path, 'dist', 'index.js')).href);
const { DEFAULT_PARAMETERS, USUAL_EFFORT, planExamDay, recallAt, review } = await load('packages/scheduling');
const { seededRng } = await load('packages/kernel');

const DAY = 86_400_000;
const EVENING = 18 * 3_600_000;
const RATINGS = ['again', 'hard', 'good', 'easy'];

/** Chances of the next rating in steps of minutes, by the rating before (fsrs-rs 6.6, `SimulatorConfig::default`). */
const AFTER_STEP = {
  learning: {
    again: [0.3686, 0.0628, 0.5108, 0.0577],
    hard: [0.0442, 0.4553, 0.4457, 0.0549],
    good: [0.0519, 0.047, 0.8462, 0.055],
  },
  relearning: {
    again: [0.2157, 0.0643, 0.6595, 0.0604],
    hard: [0.05, 0.4638, 0.4475, 0.0387],
    good: [0.1057, 0.1434, 0.7266, 0.0244],
  },
};

/** Spread of the hidden weights around the defaults: a learner's stability is easily half or double the usual. */
const SPREAD = 0.25;

function hiddenParameters(rng) {
  const weights = DEFAULT_PARAMETERS.weights.map((weight) => weight * Math.exp(SPREAD * rng.normal()));
  return { ...DEFAULT_PARAMETERS, weights };
}

/** A rating drawn by the chances of the four. */
function draw(chances, rng) {
  let left = rng.next() * chances.reduce((sum, chance) => sum + chance, 0);
  for (const [i, chance] of chances.entries()) {
    left -= chance;
    if (left < 0) return RATINGS[i];
  }
  return 'good';
}

/** One learner with a hidden memory; the scheduler sees only ratings, and knows only the default weights. */
function learner(seed, scenario, parameters) {
  const rng = seededRng(`memory:${seed}`);
  const hidden = hiddenParameters(rng);
  const cards = Array.from({ length: scenario.cards }, (_, i) => ({
    id: `card-${i}`,
    hidden: undefined,
    memory: undefined,
  }));
  let seconds = 0;
  let answers = 0;
  const give = (card, rating, at) => {
    const phase = card.memory?.phase ?? 'learning';
    seconds += USUAL_EFFORT.seconds[phase][RATINGS.indexOf(rating)];
    answers += 1;
    card.hidden = review(card.hidden, rating, at, hidden);
    card.memory = review(card.memory, rating, at, parameters);
  };
  /** The first answer of a day, and the steps that follow it within the session. */
  const study = (card, at) => {
    const recall = card.hidden ? recallAt(card.hidden, at, hidden) : undefined;
    const chances =
      recall === undefined
        ? USUAL_EFFORT.first
        : [1 - recall, ...USUAL_EFFORT.recalled.map((chance) => recall * chance)];
    let rating = draw(chances, rng);
    give(card, rating, at);
    while (card.memory.phase !== 'review') {
      rating = draw(AFTER_STEP[card.memory.phase][rating], rng);
      give(card, rating, card.memory.dueAt);
    }
  };
  const recallOn = (at) =>
    cards.reduce((sum, card) => sum + (card.hidden ? recallAt(card.hidden, at, hidden) : 0), 0) / cards.length;
  return { cards, study, recallOn, spent: () => ({ seconds, answers }) };
}

/** Reviews that are due, faintest first; new cards; and, if asked for, what is not yet due, faintest first. */
function plainOrder(cards, day, parameters, ahead) {
  const faintest = (some) =>
    some
      .map((card) => ({ card, recall: recallAt(card.memory, day.now, parameters) }))
      .sort((one, other) => one.recall - other.recall)
      .map(({ card }) => card);
  const seen = cards.filter(({ memory }) => memory);
  const fresh = cards.filter(({ memory }) => !memory);
  const due = faintest(seen.filter(({ memory }) => memory.dueAt < day.endsAt));
  return [...due, ...fresh, ...(ahead ? faintest(seen.filter(({ memory }) => memory.dueAt >= day.endsAt)) : [])];
}

const POLICIES = {
  exam: (cards, day, daysLeft, { minutes, parameters }) =>
    planExamDay(cards, { day, daysLeft, minutes: 1.5 * minutes, usualMinutes: minutes, parameters }).choices.map(
      ({ card }) => card,
    ),
  plain: (cards, day, _, { parameters }) => plainOrder(cards, day, parameters, true),
  'due only': (cards, day, _, { parameters }) => plainOrder(cards, day, parameters, false),
};

/** Recall on the exam day and minutes spent, of one learner under one policy. */
export function simulate(seed, scenario, { policy, retention = 0.9 }) {
  const parameters = { ...DEFAULT_PARAMETERS, desiredRetention: retention };
  const { cards, study, recallOn, spent } = learner(seed, scenario, parameters);
  for (let date = 0; date < scenario.days; date += 1) {
    const day = { startsAt: date * DAY, now: date * DAY + EVENING, endsAt: (date + 1) * DAY };
    const until = spent().seconds + 60 * scenario.minutes;
    for (const card of POLICIES[policy](cards, day, scenario.days - date, { ...scenario, parameters })) {
      if (spent().seconds >= until) break;
      study(card, day.now);
    }
  }
  return { recall: recallOn(scenario.days * DAY + EVENING), minutes: spent().seconds / 60, answers: spent().answers };
}
