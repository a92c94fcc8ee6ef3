import type { FoundText } from '../document.ts';
import { plainText } from '../html/plain-text.ts';
import type { DocumentLimits } from '../limits.ts';
import { type Fields, placeOf, textOf } from './field-values.ts';
import { salaryLine } from './salary-line.ts';

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Field names as they are compared: `job_description`, `jobDescription` and `Job Description` are one. */
export const fieldKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const words = (names: string): readonly string[] => names.split(' ');

/** The posting itself. With several of them the longest is taken: the others are teasers or the same without markup. */
export const TEXT_FIELDS = words(
  'description jobdescription descriptionhtml htmldescription descriptionplain descriptiontext jobdescriptiontext fulldescription jobdesc desc text fulltext jobtext body content posting jobposting postingtext jobposttext details jobdetails resume resumetext',
);
const TEASER_FIELDS = words('summary jobsummary snippet excerpt');
const TITLE_FIELDS = words('jobtitle title positiontitle position role jobname heading name');
const LOCATION_FIELDS = words(
  'joblocation location formattedlocation locationname locations positionlocation positionlocationdisplay candidaterequiredlocation city place',
);
/** Parts of a posting that services keep in fields of their own; they stand below the text under their names. */
const SECTION_FIELDS = words(
  'lists responsibilities duties majorduties qualifications basicqualifications minimumqualifications qualificationsummary preferredqualifications requirements jobrequirements experiencerequirements educationrequirements education skills requiredskills skillsdesc benefits jobbenefits additional additionalplain additionalinformation',
);

const ID_FIELDS = words('id jobid postingid positionid requisitionid reqid jobreference reference slug');
const LONGEST_ID = 100;

/** A text under an unknown name counts from this length on. */
export const LONG_TEXT = 200;

/** The posting in a record of a JSON or CSV, or undefined: nothing in it is the text of one. */
export async function readRecord(
  record: Readonly<Record<string, unknown>>,
  limits: DocumentLimits,
): Promise<FoundText | undefined> {
  const fields: Fields = new Map(Object.entries(record).map(([name, value]) => [fieldKey(name), value]));
  const main = longest(fields, TEXT_FIELDS) || longest(fields, TEASER_FIELDS) || longText(fields);
  const sections = SECTION_FIELDS.filter((key) => textOf(fields.get(key)) !== '');
  if (main === '' && !sections.some((key) => textOf(fields.get(key)).length >= LONG_TEXT)) return undefined;
  let text = await plainText(main, limits);
  for (const key of sections)
    text = withSection(text, nameOf(record, key), await plainText(textOf(fields.get(key)), limits));
  const salary = salaryLine(fields);
  if (salary !== '' && !text.includes(salary)) text = `${text}\n\nSalary: ${salary}`;
  if (text.trim() === '') return undefined;
  const title = (await plainText(titleOf(fields, main), limits)).trim();
  const location = LOCATION_FIELDS.map((key) => placeOf(fields.get(key))).find((place) => place !== '');
  const recordId = ID_FIELDS.map((key) => idOf(fields.get(key))).find((id) => id !== undefined);
  return {
    text,
    ...(title !== '' && { title }),
    ...(location !== undefined && { location }),
    ...(recordId !== undefined && { recordId }),
  };
}

/** A line that a person could have given it; an object or an essay is no id. */
function idOf(value: unknown): string | undefined {
  const id = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return id !== '' && id.length <= LONGEST_ID && /^[^\p{Cc}]+$/u.test(id) ? id : undefined;
}

const NAMES_OF_TEXT: ReadonlySet<string> = new Set([...TEXT_FIELDS, ...TEASER_FIELDS, ...SECTION_FIELDS]);
const KNOWN_NAMES: ReadonlySet<string> = new Set([...NAMES_OF_TEXT, ...TITLE_FIELDS, ...LOCATION_FIELDS]);

/** Whether a record could be a posting, by the names of its fields alone. */
export function hasTextField(names: readonly string[]): boolean {
  return names.some((name) => NAMES_OF_TEXT.has(fieldKey(name)));
}

export function hasKnownField(names: readonly string[]): boolean {
  return names.some((name) => KNOWN_NAMES.has(fieldKey(name)));
}

function longest(fields: Fields, names: readonly string[]): string {
  return names
    .map((name) => textOf(fields.get(name)))
    .reduce((best, text) => (text.length > best.length ? text : best), '');
}

/** The one long text of a record whose names say nothing. */
function longText(fields: Fields): string {
  const texts = [...fields.values()].filter((value) => typeof value === 'string').sort((a, b) => b.length - a.length);
  const [first = '', second = ''] = texts;
  return first.length >= LONG_TEXT && first.length >= 2 * second.length ? first : '';
}

const LONGEST_TITLE = 300;

function titleOf(fields: Fields, main: string): string {
  const named = TITLE_FIELDS.map((key) => fields.get(key)).find(
    (value) => typeof value === 'string' && value.trim() !== '',
  );
  const text = fields.get('text'); // some services keep the title there
  const title = typeof named === 'string' ? named : typeof text === 'string' && text !== main ? text : '';
  return title.length <= LONGEST_TITLE ? title : '';
}

/** A section that the text repeats is not added: an `education` of one word is found in most texts. */
function withSection(text: string, name: string, section: string): string {
  if (section.trim() === '' || text.includes(section.trim())) return text;
  return `${text === '' ? '' : `${text}\n\n`}${name}\n${section}`;
}

/** `minimumQualifications` → `Minimum qualifications` */
function nameOf(record: Readonly<Record<string, unknown>>, key: string): string {
  const name = Object.keys(record).find((each) => fieldKey(each) === key) ?? key;
  const spaced = name
    .replace(/[_-]+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
