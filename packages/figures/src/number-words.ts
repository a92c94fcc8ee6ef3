/** "1,840": whole, with groups of three and a true minus. */
export function grouped(value: number): string {
  const digits = String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, ',');
  return Math.round(value) < 0 ? `−${digits}` : digits;
}

/** A number with so many decimals and a true minus; never "−0.00". */
export function decimal(value: number, decimals = 2): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A share in [0, 1] as "35 %". */
export const percent = (share: number, decimals = 0): string => `${decimal(share * 100, decimals)} %`;

/** "1 row", "2 rows", "1,840 rows". */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${grouped(count)} ${Math.round(count) === 1 ? noun : plural}`;
