import type { PostingText, ReadPosting } from '../posting.ts';
import { educationOfScan } from './education.ts';
import { languageOfScan } from './language.ts';
import { locationOfScan } from './location.ts';
import { salariesOfScan } from './salary/index.ts';
import { scanText } from './scan.ts';
import { seniorityOfScan } from './seniority.ts';
import { workModeOfScan } from './work-mode.ts';
import { yearsOfScan } from './years.ts';

export type Facts = Pick<
  ReadPosting,
  'language' | 'seniority' | 'years' | 'education' | 'location' | 'workMode' | 'salary' | 'salaries'
>;

/** Whether anything but the language and the pay is read in a text of this language. */
export const isRead = (language: string): boolean => language === 'en' || language === 'und';

/** All but the names, in one pass over the text. */
export function factsOf({ text, title, location }: Pick<PostingText, 'text' | 'title' | 'location'>): Facts {
  const scan = scanText(text);
  const language = languageOfScan(scan);
  const place = isRead(language) || location !== undefined ? locationOfScan(scan, location) : undefined;
  const pay = salariesOfScan(scan, place?.place);
  if (!isRead(language)) return { language, years: [], ...pay };
  const facts: { -readonly [Fact in keyof Facts]: Facts[Fact] } = { language, years: yearsOfScan(scan), ...pay };
  const seniority = seniorityOfScan(scan, title);
  if (seniority !== undefined) facts.seniority = seniority;
  const education = educationOfScan(scan);
  if (education !== undefined) facts.education = education;
  if (place !== undefined) facts.location = place;
  const workMode = workModeOfScan(scan);
  if (workMode !== undefined) facts.workMode = workMode;
  return facts;
}
