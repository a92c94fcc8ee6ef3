const digitsOf = (text: string): number[] => [...text.replaceAll(/\D/g, '')].map(Number);

/** ISO/IEC 7812-1: every second digit from the right counts double. */
export function passesLuhn(text: string): boolean {
  const sum = digitsOf(text)
    .reverse()
    .reduce((all, digit, at) => all + (at % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0);
  return sum % 10 === 0 && sum > 0;
}

/** ISO 13616: the first four characters go to the end, letters count from 10, the remainder by 97 is 1. */
export function isIban(text: string): boolean {
  const compact = text.replaceAll(' ', '');
  if (compact.length < 15 || compact.length > 34) return false;
  let remainder = 0;
  for (const character of `${compact.slice(4)}${compact.slice(0, 4)}`) {
    remainder = Number(`${remainder}${Number.parseInt(character, 36)}`) % 97;
  }
  return remainder === 1;
}

/** Of the American Bankers Association: weights 3, 7, 1. */
export const isRoutingNumber = (text: string): boolean =>
  digitsOf(text).reduce((sum, digit, at) => sum + digit * ([3, 7, 1][at % 3] ?? 0), 0) % 10 === 0;

/** The ten digits of the British health service: weights 10 to 2, the last is the check. */
export function isHealthServiceNumber(text: string): boolean {
  const digits = digitsOf(text);
  const sum = digits.slice(0, 9).reduce((all, digit, at) => all + digit * (10 - at), 0);
  return digits.length === 10 && (11 - (sum % 11)) % 11 === digits[9];
}

const VEHICLE_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** ISO 3779 with the check character that North America asks for in the ninth place. */
export function isVehicleNumber(text: string): boolean {
  const value = (character: string) => (/\d/.test(character) ? Number(character) : letterValue(character));
  const sum = [...text].reduce((all, character, at) => all + value(character) * (VEHICLE_WEIGHTS[at] ?? 0), 0);
  const check = sum % 11;
  return text[8] === (check === 10 ? 'X' : String(check));
}

/** A to H are 1 to 8, J to R 1 to 9 without O and Q, S to Z 2 to 9. */
function letterValue(letter: string): number {
  const code = letter.charCodeAt(0) - 64;
  if (code <= 8) return code;
  return code <= 18 ? code - 9 : code - 17;
}

export const isInternetAddress = (text: string): boolean =>
  text.split('.').every((part) => Number(part) < 256 && (part === '0' || !part.startsWith('0')));
