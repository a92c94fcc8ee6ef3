/** MySQL's letters, which date_format and date_parse take, in those of strftime where they differ. */
const MYSQL: Readonly<Record<string, string>> = {
  c: '%-m',
  e: '%-d',
  h: '%I',
  i: '%M',
  k: '%-H',
  l: '%-I',
  M: '%B',
  r: '%I:%M:%S %p',
  s: '%S',
  T: '%H:%M:%S',
  v: '%V',
  W: '%A',
};

/** `%Y-%m-%d %H:%i:%s` of MySQL as strftime says it. */
export const datePattern = (pattern: string): string =>
  pattern.replaceAll(/%(.)/gs, (whole, letter: string) => MYSQL[letter] ?? whole);

const JODA: readonly (readonly [RegExp, string])[] = [
  [/^y{3,}|^Y{3,}/, '%Y'],
  [/^yy|^YY/, '%y'],
  [/^y|^Y/, '%Y'],
  [/^M{4,}/, '%B'],
  [/^MMM/, '%b'],
  [/^MM/, '%m'],
  [/^M/, '%-m'],
  [/^dd/, '%d'],
  [/^d/, '%-d'],
  [/^E{4,}/, '%A'],
  [/^E{1,3}/, '%a'],
  [/^HH/, '%H'],
  [/^H/, '%-H'],
  [/^hh/, '%I'],
  [/^h/, '%-I'],
  [/^mm?/, '%M'],
  [/^ss?/, '%S'],
  [/^S+/, '%g'],
  [/^a/, '%p'],
  [/^Z+/, '%z'],
  [/^''/, "'"],
  [/^'([^']*)'/, ''],
];

/** `yyyy-MM-dd HH:mm` of Joda time as strftime says it. */
export function jodaPattern(pattern: string): string {
  let left = pattern;
  let made = '';
  while (left !== '') {
    const rule = JODA.find(([start]) => start.test(left));
    const found = rule?.[0].exec(left);
    made += rule && found ? (found[1] ?? rule[1]) : left.charAt(0).replace('%', '%%');
    left = left.slice(found?.[0].length ?? 1);
  }
  return made;
}
