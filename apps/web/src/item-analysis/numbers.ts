/** Numbers as this page writes them: true minus signs, a dash for what is not known. */

const DASH = '–';

export function fixed(value: number | undefined, digits = 2): string {
  if (value === undefined || !Number.isFinite(value)) return DASH;
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

export const wholePercent = (share: number | undefined): string =>
  share === undefined ? DASH : `${Math.round(share * 100)} %`;

/** A probability of the null hypothesis: very small ones are all the same to a reader. */
export function pValue(p: number | undefined): string {
  if (p === undefined) return DASH;
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

/** "0.84 ± 0.10": an estimate with its standard error. */
export const withError = (value: number | undefined, error: number | undefined): string =>
  error === undefined ? fixed(value) : `${fixed(value)} ± ${fixed(error)}`;
