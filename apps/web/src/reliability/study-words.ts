/** Half of the questions predict the other half, with real people. */
const HALVES =
  'Half of the questions predict whether a person reaches the pass line on the other half. The same person comes back in many random splits; the intervals count each person once.';

/** What a study does, in plain words; by its id. */
const SUMMARIES: Readonly<Record<string, string>> = {
  'simulated-candidates':
    'Made-up people who learn, forget, guess and slip, and questions whose difficulty is rated a little wrong, as in life. Cairn sees their practice answers only and states a chance; then they sit an exam of other questions.',
  sat12: `Real answers of 600 persons to 32 questions of a school science test. ${HALVES}`,
  'verbal-aggression': `Real answers of 316 persons to 24 questions of a psychological questionnaire. ${HALVES}`,
};

/** The study's own words for one that is not known here. */
export const summaryOf = ({ id, summary }: { readonly id: string; readonly summary: string }): string =>
  SUMMARIES[id] ?? summary;

const RULES: Readonly<Record<string, string>> = {
  'percent correct of all answers': 'Share right of all answers',
  'percent correct of the last 50 answers': 'Share right of the last 50 answers',
  '80 % once': '80 % right at least once',
  '80 % twice': '80 % right at least twice',
  'always the pass rate': 'The same chance for everybody',
  'readiness with the prior for strangers': 'Cairn’s readiness, not told what the group is like',
};

/** Another way to state a chance, in plain words. */
export const ruleName = (name: string): string => RULES[name] ?? name;
