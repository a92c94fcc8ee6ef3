/** Ability in logits from the just-passing candidate, as charts and sentences show it. */

/** Abilities beyond this are drawn at the edge; nearly all people lie within. */
export const EDGE = 3;

export type AbilityRange = { readonly low: number; readonly estimate: number; readonly high: number };

const held = (value: number, edge: number): number => Math.max(-edge, Math.min(edge, value));

export const signed = (value: number): string => {
  const rounded = Math.round(value * 10) / 10;
  return rounded > 0 ? `+${rounded}` : String(rounded).replace('-', '−');
};

export function sideText({ low, high }: AbilityRange): string {
  if (low > 0) return 'above the pass line';
  return high < 0 ? 'below the pass line' : 'could be either side';
}

/** One line of a chart of abilities; without an answer the interval is what anybody's would be. */
export function abilityRow(label: string, answers: number, theta: AbilityRange, edge: number = EDGE) {
  return {
    label,
    low: held(theta.low, edge),
    estimate: held(theta.estimate, edge),
    high: held(theta.high, edge),
    text: answers === 0 ? 'no answers yet' : sideText(theta),
    isUnknown: answers === 0,
  };
}
