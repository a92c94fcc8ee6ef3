/** UUID version 7 (RFC 9562): 48 bits of milliseconds, then randomness. */
export function uuidV7(now: number, random: () => number): string {
  const time = Math.floor(now).toString(16).padStart(12, '0').slice(-12);
  const hex = (digits: number) => {
    let text = '';
    for (let i = 0; i < digits; i += 1) text += Math.floor(random() * 16).toString(16);
    return text;
  };
  const variant = (8 + Math.floor(random() * 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}
