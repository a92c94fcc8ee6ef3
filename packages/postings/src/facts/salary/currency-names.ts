/** How currencies are written: the tables that amounts are read with. */

/** A bare dollar sign until the posting has said whose dollar it is. */
export const DOLLAR = '$';

export const SIGNS: ReadonlyMap<number, string> = new Map(
  Object.entries({
    $: DOLLAR,
    '£': 'GBP',
    '€': 'EUR',
    '₹': 'INR',
    '¥': '?JPY',
    '￥': '?JPY',
    '₽': 'RUB',
    '₺': 'TRY',
    '₩': 'KRW',
    '₪': 'ILS',
    '₱': 'PHP',
    '₦': 'NGN',
    '₫': 'VND',
    '₴': 'UAH',
    '฿': 'THB',
  }).map(([sign, currency]) => [sign.charCodeAt(0), currency]),
);

/** Letters before a dollar sign, and whose dollar they make it. */
export const OF_DOLLAR: Readonly<Record<string, string>> = {
  us: 'USD',
  usd: 'USD',
  c: 'CAD',
  ca: 'CAD',
  cdn: 'CAD',
  can: 'CAD',
  cad: 'CAD',
  a: 'AUD',
  au: 'AUD',
  aud: 'AUD',
  s: 'SGD',
  sg: 'SGD',
  sgd: 'SGD',
  nz: 'NZD',
  nzd: 'NZD',
  hk: 'HKD',
  hkd: 'HKD',
  nt: 'TWD',
  twd: 'TWD',
  r: 'BRL',
  mx: 'MXN',
  mex: 'MXN',
  ar: 'ARS',
  cl: 'CLP',
  col: 'COP',
};

/** Codes that are no word and no name: read in small letters, too. */
const CLEAR = 'usd eur gbp cad aud inr chf sek nok dkk pln sgd hkd nzd brl zar jpy czk krw aed huf myr thb twd mxn';
/** All other codes of ISO 4217 are read in capitals only. Left out: ALL, TOP, CUP, ANG, BAM, MOP, SOS, GEL (words). */
const CAPITALS = `AFN AMD AOA ARS AWG AZN BBD BDT BGN BHD BIF BMD BND BOB BSD BTN BWP BYN BZD CDF CLP CNY COP CRC CVE
  DJF DOP DZD EGP ERN ETB FJD FKP GHS GIP GMD GNF GTQ GYD HNL HTG IDR ILS IQD IRR ISK JMD JOD KES KGS KHR KMF KWD KYD
  KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MRU MUR MVR MWK MZN NAD NGN NIO NPR OMR PAB PEN PGK PHP PKR PYG
  QAR RMB RON RSD RUB RWF SAR SBD SCR SDG SHP SLE SRD SSP STN SVC SYP SZL TJS TMT TND TRY TTD TZS UAH UGX UYU UZS VES
  VND VUV WST XAF XCD XOF XPF YER ZMW`;

const words = (list: string) => list.split(/\s+/);

export const CLEAR_CODES: ReadonlySet<string> = new Set(words(CLEAR));
export const CAPITAL_CODES: ReadonlySet<string> = new Set(words(CAPITALS));

/** Words after an amount. `?` marks those that several currencies share: the place decides. */
const NAMED: Readonly<Record<string, string>> = {
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  quid: 'GBP',
  dollar: DOLLAR,
  dollars: DOLLAR,
  rupee: '?INR',
  rupees: '?INR',
  rs: '?INR',
  zł: 'PLN',
  zl: 'PLN',
  zloty: 'PLN',
  zlotys: 'PLN',
  złoty: 'PLN',
  złotych: 'PLN',
  kr: '?SEK',
  krona: '?SEK',
  kronor: '?SEK',
  krone: '?NOK',
  kroner: '?NOK',
  krónur: 'ISK',
  kč: 'CZK',
  kc: 'CZK',
  koruna: 'CZK',
  korun: 'CZK',
  crowns: 'CZK',
  ft: 'HUF',
  forint: 'HUF',
  forints: 'HUF',
  lei: 'RON',
  leva: 'BGN',
  lira: 'TRY',
  liras: 'TRY',
  franc: 'CHF',
  francs: 'CHF',
  hryvnia: 'UAH',
  rouble: 'RUB',
  roubles: 'RUB',
  rubles: 'RUB',
  rand: 'ZAR',
  rands: 'ZAR',
  naira: 'NGN',
  cedis: 'GHS',
  shillings: '?KES',
  ringgit: 'MYR',
  rm: 'MYR',
  baht: 'THB',
  rupiah: 'IDR',
  rp: 'IDR',
  dong: 'VND',
  peso: '?MXN',
  pesos: '?MXN',
  reais: 'BRL',
  real: 'BRL',
  soles: 'PEN',
  riyal: '?SAR',
  riyals: '?SAR',
  rial: '?OMR',
  rials: '?OMR',
  dirham: '?AED',
  dirhams: '?AED',
  dhs: '?AED',
  dinar: '?KWD',
  dinars: '?KWD',
  shekel: 'ILS',
  shekels: 'ILS',
  nis: 'ILS',
  won: 'KRW',
  yen: 'JPY',
  yuan: 'CNY',
  renminbi: 'CNY',
  rmb: 'CNY',
  taka: 'BDT',
};
/** Before a name that several countries share: "Swiss francs", "Canadian dollars". */
export const NATIONS: Readonly<Record<string, string>> = {
  us: 'USD',
  american: 'USD',
  canadian: 'CAD',
  australian: 'AUD',
  singapore: 'SGD',
  swiss: 'CHF',
  swedish: 'SEK',
  norwegian: 'NOK',
  danish: 'DKK',
  british: 'GBP',
  polish: 'PLN',
  czech: 'CZK',
  indian: 'INR',
  pakistani: 'PKR',
  emirati: 'AED',
  mexican: 'MXN',
  philippine: 'PHP',
};
export const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(NAMED));

/** Before an amount only what stands for a sign is read. */
export const BEFORE: ReadonlySet<string> = new Set(words('rs kr zł kč rm rp dhs nis rmb'));
/** English words of their own: currencies only where the amount ends what is said or its period follows. */
export const ALSO_WORDS: ReadonlySet<string> = new Set(words('real won quid crowns kr ft kc rs rm rp nis dong taka'));

/** Everything that the scanner has to mark. */
export const CURRENCY_WORDS: string = [CLEAR, CAPITALS.toLowerCase(), Object.keys(NAMED).join(' '), 'r'].join(' ');

/** Names of several currencies: which places make them another than `NAMED` says. */
const NAMESAKES: readonly (readonly [named: string, places: RegExp, currency: string])[] = [
  ['NOK', /Denmark|Danish|Copenhagen|K[oø]benhavn|Aarhus/, 'DKK'],
  ['SEK', /Norway|Norwegian|Oslo|Bergen|Trondheim/, 'NOK'],
  ['SEK', /Denmark|Danish|Copenhagen|K[oø]benhavn|Aarhus/, 'DKK'],
  ['INR', /Pakistan|Karachi|Lahore|Islamabad/, 'PKR'],
  ['INR', /Sri Lanka|Colombo/, 'LKR'],
  ['INR', /Nepal|Kathmandu/, 'NPR'],
  ['SAR', /Qatar|Doha/, 'QAR'],
  ['OMR', /Qatar|Doha/, 'QAR'],
  ['SAR', /Oman|Muscat/, 'OMR'],
  ['AED', /Morocco|Casablanca|Rabat/, 'MAD'],
  ['KWD', /Bahrain|Manama/, 'BHD'],
  ['KWD', /Jordan|Amman/, 'JOD'],
  ['KWD', /Tunisia|Tunis/, 'TND'],
  ['KWD', /Serbia|Belgrade/, 'RSD'],
  ['MXN', /Philippines|Manila|Cebu|Makati/, 'PHP'],
  ['MXN', /Argentina|Buenos Aires/, 'ARS'],
  ['MXN', /Colombia|Bogot[aá]|Medell[ií]n/, 'COP'],
  ['MXN', /Chile|Santiago/, 'CLP'],
  ['KES', /Uganda|Kampala/, 'UGX'],
  ['KES', /Tanzania|Dar es Salaam/, 'TZS'],
  ['JPY', /China|Shanghai|Beijing|Shenzhen|Hangzhou/, 'CNY'],
];

const NAMED_FIRST = '?';

/** The currency that a shared name means in a posting with this head. */
export function meantBy(currency: string, head: string): string {
  if (!currency.startsWith(NAMED_FIRST)) return currency;
  const named = currency.slice(NAMED_FIRST.length);
  return NAMESAKES.find(([name, places]) => name === named && places.test(head))?.[2] ?? named;
}

/** Whether two ends of a range speak of one currency: "SEK 45 000 – 52 000 kr". */
export const isSameCurrency = (one: string, other: string): boolean =>
  one.replace(NAMED_FIRST, '') === other.replace(NAMED_FIRST, '');
