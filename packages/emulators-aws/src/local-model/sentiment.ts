import { stemOf, wordsOf } from './words.ts';

const GOOD = `good great excellent amazing love loved lovely perfect happy satisfied fantastic wonderful best awesome nice
friendly helpful recommend fast reliable easy enjoy enjoyed pleased delighted superb brilliant beautiful comfortable
impressive favorite favourite thanks thank worth smooth quick flawless outstanding glad`;
const BAD = `bad terrible awful horrible hate hated worst poor broken slow disappointed disappointing rude useless waste
unhappy angry annoying annoyed dirty late wrong fail failed failure problem defective expensive ugly
uncomfortable unreliable crash crashed scam unacceptable frustrating frustrated sad boring cheap damaged missing noisy
cold ruined regret avoid complaint`;
const stems = (words: string) => new Set(words.split(/\s+/).map(stemOf));
const GOOD_STEMS = stems(GOOD);
const BAD_STEMS = stems(BAD);
const NEGATION =
  /^(?:not|no|never|hardly|nothing|isn't|wasn't|don't|didn't|doesn't|can't|cannot|won't|without|isn’t|don’t)$/;

/** How good a text sounds: -1 all bad, 1 all good, 0 neither; a negation turns the next three words. */
export function sentimentOf(text: string): { readonly balance: number; readonly strength: number } {
  let sum = 0;
  let strength = 0;
  let turnedFor = 0;
  for (const word of wordsOf(text)) {
    const feeling = feelingOf(stemOf(word));
    sum += turnedFor > 0 ? -feeling : feeling;
    strength += Math.abs(feeling);
    turnedFor = NEGATION.test(word) ? 3 : turnedFor - 1;
  }
  return { balance: strength === 0 ? 0 : sum / strength, strength };
}

const feelingOf = (stem: string): number => Number(GOOD_STEMS.has(stem)) - Number(BAD_STEMS.has(stem));
