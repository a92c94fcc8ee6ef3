/** How a kind of personal or secret data looks. The group `value`, or else the whole match, is the data. */
export interface SensitivePattern {
  readonly type: string;
  readonly looks: RegExp;
  /** A checksum or the like, on the matched text. */
  readonly holds?: (text: string) => boolean;
}

const FIRST_NAMES =
  'James|John|Robert|Michael|William|David|Richard|Joseph|Thomas|Charles|Mary|Patricia|Jennifer|Linda|Elizabeth|Barbara|Susan|Jessica|Sarah|Karen|Anna|Ann|Anne|Maria|Peter|Paul|Mark|Daniel|Matthew|Andrew|Laura|Julia|Emma|Sophie|Sofia|Olivia|Lucas|Luca|Hans|Klaus|Jane|Jack|Alice|Bob|Carlos|Juan|Jose|Ana|Pierre|Marie|Jean|Ahmed|Mohammed|Fatima|Wei|Li|Yuki|Hiroshi|Priya|Raj|Amit|Elena|Olga|Ivan|Nina|Eva|Mara|Max|Tom|Tim|Sam|Kate|Emily|Grace|Henry|George|Frank|Helen|Martin|Stefan|Sandra|Nadia|Omar|Leila|Diego|Martha|Alejandro|Kwame|Nikki|Carol|Steven|Kevin|Brian|Nancy|Lisa|Betty';

/** Luhn's checksum, of cards and some numbers of persons. */
function hasLuhn(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce(
    (total, digit, at) => total + (at % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit),
    0,
  );
  return digits.length >= 9 && sum % 10 === 0;
}

/** ISO 13616: the rest of the rearranged number divided by 97 is 1. */
function isIban(text: string): boolean {
  const plain = text.replace(/\s/g, '').toUpperCase();
  const digits = (plain.slice(4) + plain.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return [...digits].reduce((rest, digit) => (10 * rest + Number(digit)) % 97, 0) === 1;
}

/** The checksum of American routing numbers. */
function isRoutingNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].map(Number);
  const sum = digits.reduce((total, digit, at) => total + digit * ([3, 7, 1][at % 3] ?? 0), 0);
  return digits.length === 9 && sum % 10 === 0;
}

const isSocialSecurity = (text: string): boolean => !/^(?:000|666|9)|-00-|-0000$/.test(text);

const after = (words: string, value: string, flags = 'gi') =>
  new RegExp(String.raw`\b(?:${words})\b(?:\s+(?:number|no\.?|code|id))?\s*(?:is|:|=|#)?\s*(?<value>${value})`, flags);

/** The first that matches a stretch of text has it, so the strict ones come first. */
export const SENSITIVE_PATTERNS: readonly SensitivePattern[] = [
  { type: 'EMAIL', looks: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  { type: 'URL', looks: /\b(?:https?:\/\/|www\.)[^\s<>"')]+/gi },
  { type: 'AWS_ACCESS_KEY', looks: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g },
  {
    type: 'AWS_SECRET_KEY',
    looks: after('aws_secret_access_key|secret(?: access)? key', '[A-Za-z0-9/+=]{40}'),
  },
  { type: 'PASSWORD', looks: after('password|passwd|pwd', String.raw`[^\s,;]{4,}`) },
  { type: 'USERNAME', looks: after('user ?name|login', String.raw`[\w.@-]{3,}`) },
  {
    type: 'INTERNATIONAL_BANK_ACCOUNT_NUMBER',
    looks: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g,
    holds: isIban,
  },
  { type: 'CREDIT_DEBIT_CARD_NUMBER', looks: /\b\d(?:[ -]?\d){12,18}\b/g, holds: hasLuhn },
  { type: 'CREDIT_DEBIT_CARD_CVV', looks: after('cvv|cvc|cvv2|security code', String.raw`\d{3,4}`) },
  {
    type: 'CREDIT_DEBIT_CARD_EXPIRY',
    looks: after('expir(?:y|es|ation)(?: date)?|exp|valid (?:until|thru)', String.raw`(?:0[1-9]|1[0-2])\s?/\s?\d{2,4}`),
  },
  { type: 'PIN', looks: after('pin', String.raw`\d{4,6}`) },
  { type: 'US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER', looks: /\b9\d\d-[5-9]\d-\d{4}\b/g },
  { type: 'US_SOCIAL_SECURITY_NUMBER', looks: /\b\d{3}-\d{2}-\d{4}\b/g, holds: isSocialSecurity },
  { type: 'UK_NATIONAL_INSURANCE_NUMBER', looks: /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g },
  { type: 'UK_NATIONAL_HEALTH_SERVICE_NUMBER', looks: after('nhs', String.raw`\d{3} ?\d{3} ?\d{4}`) },
  { type: 'UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER', looks: after('utr|taxpayer reference', String.raw`\d{10}`) },
  { type: 'CA_SOCIAL_INSURANCE_NUMBER', looks: /\b\d{3}[ -]\d{3}[ -]\d{3}\b/g, holds: hasLuhn },
  { type: 'CA_HEALTH_NUMBER', looks: after('health (?:card|number)|ohip', String.raw`\d{4}[ -]?\d{3}[ -]?\d{3}`) },
  { type: 'US_BANK_ROUTING_NUMBER', looks: after('routing|aba', String.raw`\d{9}`), holds: isRoutingNumber },
  { type: 'US_BANK_ACCOUNT_NUMBER', looks: after('(?:bank )?account', String.raw`\d{8,17}`) },
  { type: 'SWIFT_CODE', looks: after('swift|bic', '[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?') },
  { type: 'US_PASSPORT_NUMBER', looks: after('passport', String.raw`[A-Z]?\d{8,9}`) },
  {
    type: 'DRIVER_ID',
    looks: after(`driver'?s? licen[sc]e|driving licen[sc]e`, String.raw`[A-Z]{1,2}\d{5,12}|\d{7,9}`),
  },
  {
    type: 'LICENSE_PLATE',
    looks: after('licen[sc]e plate|number plate|plate', '[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,4}'),
  },
  {
    type: 'VEHICLE_IDENTIFICATION_NUMBER',
    looks: /\b(?=[A-HJ-NPR-Z0-9]*\d)(?=[A-HJ-NPR-Z0-9]*[A-HJ-NPR-Z])[A-HJ-NPR-Z0-9]{17}\b/g,
  },
  { type: 'MAC_ADDRESS', looks: /\b(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}\b/gi },
  {
    type: 'IP_ADDRESS',
    looks:
      /\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b|\b(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}\b/gi,
  },
  {
    type: 'PHONE',
    looks:
      /(?<![\w-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,4}\)|\d{2,4})[ .-]\d{3,4}[ .-]\d{3,5}(?![\w-])|\+\d{9,14}\b|\b\d{3}-\d{4}\b/g,
  },
  {
    type: 'ADDRESS',
    looks:
      /\b\d{1,5}[A-Za-z]? (?:\p{Lu}[\p{L}.'-]* ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Square|Sq|Way|Place|Pl)\b\.?(?:, (?:\p{Lu}[\p{L}.'-]* ?)+)?(?:,? \p{Lu}{2})?(?: \d{5}(?:-\d{4})?)?|\b\p{Lu}\p{Ll}+(?:straße|strasse|weg|gasse|platz) \d{1,4}[a-z]?\b/gu,
  },
  {
    type: 'AGE',
    looks: /\b(?<value>\d{1,3})[ -](?:years?|yrs?)[ -]old\b|\b(?:aged?|age of|age is)\s*:?\s*(?<other>\d{1,3})\b/gi,
  },
  {
    type: 'NAME',
    looks: new RegExp(
      String.raw`\b(?:[Mm]y name is|I am called|[Nn]ame:|[Cc]ustomer:|[Pp]atient:|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?)\s+(?<value>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2})|\b(?<other>(?:${FIRST_NAMES})(?: \p{Lu}[\p{L}'’-]+){0,2})\b`,
      'gu',
    ),
  },
];
