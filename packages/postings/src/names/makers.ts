import { CUE } from '../context/cue-phrases.ts';
import type { Occurrence } from './occurrences.ts';
import { ASKED_SECTIONS, afterName, type Sentence } from './sentence.ts';

/** "Picked for the Azure showcase", "AWS resells our engine": the firm behind a cloud, of which it is told what it does. */
export function isMakerItself(sentence: Sentence, name: Occurrence): boolean {
  if (name.spelling.name.kind !== 'platform' || ASKED_SECTIONS.has(sentence.section)) return false;
  if ((sentence.said & (CUE.person | CUE.stack)) !== 0) return false;
  const after = afterName(sentence, name);
  if (ITS_EVENT.test(after) || DOES_TO_US.test(after)) return true;
  const before = sentence.text.slice(Math.max(sentence.start, name.start - LONGEST_DEED), name.start);
  return PEOPLE_AT.test(before) || DONE_BY.test(before);
}

const LONGEST_DEED = 60;
const ITS_EVENT =
  /^(?:['’]s)?\s(?:[\w-]+\s){0,3}(?:programmes?|programs?|showcases?|accelerator|cohort|summit|conference|awards?|prizes?|challenge|hackathons?|meet-?ups?|grants?|credits|scholarships?|initiative|scheme|ranking|blog|podcast|magazine|keynote|case stud(?:y|ies))\b/i;
/** A cloud that hosts, carries or suits us is one that we use. */
const DOES_TO_US =
  /^\s(?:(?:have|has|had|also|now|then|recently|once|later|even)\s){0,2}(?!(?:host|run|power|carr|serve|store|hold|keep|give|handle|cover|support|meet|suit|fit|fill|let|allow|help|sav|cost|scale|drive|underpin)\w*\s)\w+\s(?:our|us)\b/i;
const PEOPLE_AT =
  /\b(?:groups?|teams?|people|engineers|scientists|researchers|colleagues|friends|folks|staff|division|labs?|executives?)\s(?:at|of|from|inside|within)\s(?:the\s)?$/i;
const DONE_BY =
  /\b(?:(?:hosted|run|stored|served|carried)\s(?:free|for free|at no|for nothing|without)|funded|paid|sponsored|picked|chosen|selected|certified|audited|backed|donated|endorsed|published|promoted|resold|distributed|bought|trusted|invited|mentored)\b[^.;]{0,30}\bby\s(?:the\s)?$/i;
