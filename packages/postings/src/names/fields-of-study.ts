import { CUE } from '../context/cue-phrases.ts';
import type { Cue } from '../context/cues.ts';
import type { Occurrence } from './occurrences.ts';
import type { Sentence } from './sentence.ts';

/** "degree in Statistics, Machine Learning or a related field". */
export function isFieldOfStudy({ cues, text }: Sentence, name: Occurrence): boolean {
  if (name.spelling.name.kind !== 'skill') return false;
  const degree = cues.findLast(({ meaning, end }) => (meaning & CUE.degree) !== 0 && end <= name.start);
  if (degree !== undefined && (!isCutOff(cues, text, degree.end, name.start) || isAmongSubjects(text, name)))
    return true;
  const after = cues.find(({ meaning, start }) => (meaning & (CUE.degree | CUE.field)) !== 0 && start >= name.end);
  if (after === undefined) return false;
  const gap = text.slice(name.end, after.start);
  if ((after.meaning & CUE.degree) !== 0)
    return /^\s+(?:or (?:an? )?(?:related|similar|relevant|comparable)\s*\w*\s*)?$/i.test(gap);
  return degree !== undefined && !isCutOff(cues, text, degree.end, name.start);
}

/** Whether a degree's list of fields is over before the name: "…and experience with", "or related field", ";". */
function isCutOff(cues: readonly Cue[], text: string, from: number, to: number): boolean {
  const aside = EXPERIENCE_TOO.exec(text.slice(from, to));
  if (aside !== null) return isCutOff(cues, text, from + aside[0].length, to);
  if (/;|\bplus\b|\bwith\b|\busing\b|\.\s+[A-Z]/.test(text.slice(from, to))) return true;
  const cuts = CUE.requiredOn | CUE.field | CUE.preferredOn;
  return cues.some(({ start, end, meaning }) => {
    if (start < from || end > to || (meaning & cuts) === 0 || (meaning & CUE.degree) !== 0) return false;
    return (
      (meaning & CUE.field) === 0 ||
      !/^\s*(?:\(|,?\s*(?:such as|like|e\.g|including|:))/.test(text.slice(end, end + 16))
    );
  });
}

/** "a degree, or equivalent experience, in statistics". */
const EXPERIENCE_TOO =
  /^,?\s(?:or|with|and)\s(?:an?\s)?(?:equivalent|comparable|similar|relevant)\s(?:\w+\s)?experience,?(?=\sin\s)/i;

/** "a technical degree; statistics, physics and machine learning all count": a clause of subjects to study. */
function isAmongSubjects(text: string, { start, end }: Occurrence): boolean {
  const before = CLAUSE_BEFORE.exec(text.slice(Math.max(0, start - CLAUSE_REACH), start))?.[0] ?? '';
  const after = CLAUSE_AFTER.exec(text.slice(end, end + CLAUSE_REACH))?.[0] ?? '';
  return (SUBJECT.test(before) || SUBJECT.test(after)) && !ASKED_OF_SKILL.test(before + after);
}

const CLAUSE_REACH = 90;
const CLAUSE_BEFORE = /[^.;\n]*$/;
const CLAUSE_AFTER = /^[^.;\n]*/;
const SUBJECT =
  /\b(?:computer science|informatics|mathematics|maths|physics|economics|econometrics|biology|chemistry|psychology|engineering|robotics|linguistics|law|music|geography|actuarial science|operations research)\b/i;
const ASKED_OF_SKILL =
  /\b(?:experience|skills?|knowledge|with|using|solid|strong|good|grasp|understanding|proficien\w+|practical|hands-on)\b/i;
