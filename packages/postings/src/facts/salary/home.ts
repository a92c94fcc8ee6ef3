import { endAt, hasMark, marksWith, type Scan, startAt, wordAt } from '../scan.ts';
import { ROLE } from '../vocabulary.ts';

/** Places by the currency that is paid there, for amounts whose own currency is a bare `$` or is not written at all. */
const HOMES: readonly (readonly [currency: string, places: RegExp])[] = [
  [
    'CAD',
    /\b(?:Canada|Canadian|Toronto|Vancouver|Montr[eé]al|Ottawa|Calgary|Edmonton|Ontario|Qu[eé]bec|Alberta|Waterloo|Winnipeg|Halifax|Saskatoon|Regina|British Columbia|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland)\b|, (?:ON|BC|QC|AB|MB|SK|NS|NB|NL)\b/,
  ],
  ['AUD', /\b(?:Australia|Australian|Sydney|Melbourne|Brisbane|Perth|Canberra|Adelaide|NSW|Queensland)\b/],
  ['NZD', /\b(?:New Zealand|Auckland|Wellington|Christchurch)\b/],
  ['SGD', /\bSingapore\b/],
  ['HKD', /\bHong Kong\b/],
  [
    'USD',
    /\b(?:USA|U\.S\.|United States|New York|San Francisco|California|Texas|Seattle|Boston|Chicago|Austin|Denver|Atlanta|NYC)\b|, (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\b/,
  ],
  [
    'GBP',
    /\b(?:UK|United Kingdom|England|Scotland|Wales|London|Manchester|Birmingham|Leeds|Bristol|Edinburgh|Glasgow|Cambridge, UK|Oxford|Belfast|Cardiff|Reading)\b/,
  ],
  ['INR', /\b(?:India|Bangalore|Bengaluru|Hyderabad|Pune|Mumbai|Chennai|Gurgaon|Gurugram|Noida|Delhi|Kolkata)\b/],
  ['CHF', /\b(?:Switzerland|Z[uü]rich|Geneva|Basel|Lausanne|Schweiz)\b/],
  [
    'EUR',
    /\b(?:Germany|Deutschland|Berlin|Munich|M[uü]nchen|Hamburg|Frankfurt|Cologne|K[oö]ln|Stuttgart|Dresden|France|Paris|Lyon|Netherlands|Amsterdam|Eindhoven|Rotterdam|Utrecht|Ireland|Dublin|Spain|Madrid|Barcelona|Italy|Milan|Rome|Austria|Vienna|Belgium|Brussels|Finland|Helsinki|Portugal|Lisbon)\b/,
  ],
  ['SEK', /\b(?:Sweden|Stockholm|Gothenburg|Malm[oö]|Sverige)\b/],
  ['NOK', /\b(?:Norway|Oslo|Bergen|Norge)\b/],
  ['DKK', /\b(?:Denmark|Copenhagen|K[oø]benhavn|Aarhus)\b/],
  ['PLN', /\b(?:Poland|Warsaw|Warszawa|Krak[oó]w|Wroc[lł]aw|Gda[nń]sk)\b/],
];
const DOLLARS: ReadonlySet<string> = new Set(['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD']);
/** The head of a posting, where the place of work stands. */
export const HEAD = 500;

/** "+ super", "plus 12% superannuation", "including super". */
const SUPER_BEFORE = /(?:\+|plus|inc(?:l|luding|ludes)?\.?|of)\s+(?:[\d.]{1,4}\s?%\s+)?$/i;

function homeOf(scan: Scan, place: string | undefined, isDollar: boolean): string | undefined {
  const named = place !== undefined || hasMark(scan, ROLE.placeName, 0, HEAD);
  const head = place ?? scan.text.slice(0, HEAD);
  // A dollar that nothing makes another one is American; most are.
  if (isDollar && (scan.seen & ROLE.dollarLand) === 0 && !(named && namesOtherDollar(head))) return undefined;
  return (named ? homeIn(head, isDollar) : undefined) ?? employersHome(scan, isDollar);
}

function namesOtherDollar(head: string): boolean {
  return OTHER_DOLLARS.some((places) => places.test(head));
}

/** Looked for only around the names of these countries and of their parts (`dollarLand`). */
const GOVERNMENTS: readonly (readonly [currency: string, name: RegExp])[] = [
  [
    'CAD',
    /\b(?:(?:Government|Public Service|Parliament|Province) of (?:Canada|Ontario|British Columbia|Alberta|Manitoba|Saskatchewan|Qu[eé]bec|New Brunswick|Nova Scotia|Newfoundland)|(?:Canadian|Ontario|BC|B\.C\.|British Columbia|Alberta|Manitoba|Saskatchewan|New Brunswick|Nova Scotia) (?:Government|Public (?:Service|Sector)))\b/,
  ],
  [
    'AUD',
    /\b(?:(?:Australian|NSW|Queensland|Victorian|Tasmanian|South Australian|Western Australian) (?:Government|Public (?:Service|Sector))|(?:Commonwealth|Government) of (?:\w+ )?Australia|(?:State|Government) of (?:Queensland|New South Wales))\b/,
  ],
  ['NZD', /\b(?:New Zealand (?:Government|Public Service)|Government of New Zealand)\b/],
  ['SGD', /\b(?:Singapore (?:Public Service|Government)|Government of Singapore)\b/],
];
/** How far before the country's name, and after it, the rest of the government's may stand. */
const GOVERNMENT_REACH = 32;

/** An employer that pays in its own money wherever it has offices. */
function employersHome(scan: Scan, isDollar: boolean): string | undefined {
  if (!isDollar) return undefined;
  for (const index of marksWith(scan, ROLE.dollarLand)) {
    const from = Math.max(0, startAt(scan, index) - GOVERNMENT_REACH);
    const around = scan.text.slice(from, endAt(scan, index) + GOVERNMENT_REACH);
    const home = GOVERNMENTS.find(([, name]) => name.test(around))?.[0];
    if (home !== undefined) return home;
  }
  return undefined;
}

const OTHER_DOLLARS: readonly RegExp[] = HOMES.flatMap(([currency, places]) =>
  currency !== 'USD' && DOLLARS.has(currency) ? places : [],
);

function homeIn(head: string, isDollar: boolean): string | undefined {
  const homes = HOMES.filter(([currency, places]) => (!isDollar || DOLLARS.has(currency)) && places.test(head));
  return homes.length === 1 ? homes[0]?.[0] : undefined;
}

/** Codes that the text writes anywhere, in order. */
function codesOf(scan: Scan): readonly string[] {
  const codes: string[] = [];
  for (const index of marksWith(scan, ROLE.currency)) {
    const word = wordAt(scan, index).toUpperCase();
    if (word.length === 3 && scan.text.slice(startAt(scan, index), endAt(scan, index)) === word) codes.push(word);
  }
  return codes;
}

/** Whose dollar a bare `$` is: a code written elsewhere, then superannuation, then the place of work; else American. */
function findDollar(scan: Scan, place: string | undefined): string {
  const codes = codesOf(scan).filter((code) => DOLLARS.has(code));
  if (codes[0] !== undefined && codes.every((code) => code === codes[0])) return codes[0];
  if (
    marksWith(scan, ROLE.home).some((index) =>
      SUPER_BEFORE.test(scan.text.slice(Math.max(0, startAt(scan, index) - 16), startAt(scan, index))),
    )
  )
    return 'AUD';
  if (codes.includes('USD')) return 'USD';
  return homeOf(scan, place, true) ?? 'USD';
}

/** As `findDollar`, looked for once in each text. */
export function dollarOf(scan: Scan, place: string | undefined): string {
  scan.dollar ??= findDollar(scan, place);
  return scan.dollar;
}

function findUnsaid(scan: Scan, place: string | undefined): string | undefined {
  const code = codesOf(scan)[0];
  if (code !== undefined) return code;
  const sign = /[£€₹$]/.exec(scan.text)?.[0];
  if (sign === '$') return dollarOf(scan, place);
  if (sign !== undefined) return { '£': 'GBP', '€': 'EUR', '₹': 'INR' }[sign];
  return homeOf(scan, place, false);
}

/** The currency of an amount without one: lakhs are rupees; else what the text writes elsewhere, else the place's. */
export function unsaidCurrency(scan: Scan, isLakh: boolean, place: string | undefined): string | undefined {
  if (isLakh) return 'INR';
  scan.unsaid ??= findUnsaid(scan, place) ?? '';
  return scan.unsaid === '' ? undefined : scan.unsaid;
}
