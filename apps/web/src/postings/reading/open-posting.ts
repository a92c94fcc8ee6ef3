import type { ReadPosting, SalaryFinding } from '@cairn/postings';
import type { HeldPosting } from './held-postings.ts';
import type { Mark, OpenPosting } from './messages.ts';

/** A held posting with everything that was found in it, in the order of its text. */
export function openPosting({ read, title, text }: HeldPosting): OpenPosting {
  const marks = [...nameMarks(read), ...circumstanceMarks(read)];
  return { id: read.id, title, text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
}

function nameMarks({ platforms, services, skills, certifications }: ReadPosting): Mark[] {
  return [...platforms, ...services, ...skills, ...certifications].map(({ start, end, canonical, strength }) => ({
    start,
    end,
    label: canonical,
    strength,
  }));
}

function circumstanceMarks({ seniority, years, education, location, workMode, salaries }: ReadPosting): Mark[] {
  return [
    ...(seniority ? [{ ...span(seniority), label: `level: ${seniority.level}` }] : []),
    ...years.map((one) => ({ ...span(one), label: `years: ${one.low}${one.isRequired ? '' : ', preferred'}` })),
    ...(education ? [{ ...span(education), label: `degree: ${education.degree}` }] : []),
    ...(location ? [{ ...span(location), label: 'place' }] : []),
    ...(workMode ? [{ ...span(workMode), label: `mode: ${workMode.mode}` }] : []),
    ...salaries.map((one) => ({ ...span(one), label: `pay: ${payText(one)}` })),
  ].filter(({ start, end }) => end > start); // what a field of the file says beside the text stands nowhere in it
}

const span = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end });

export function payText({ low, high, currency, period }: SalaryFinding): string {
  const ends = [low, high].filter((end) => end !== undefined).map((end) => end.toLocaleString('en'));
  return `${currency} ${ends.join('–')} a ${period}`;
}
