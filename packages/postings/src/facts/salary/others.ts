import { sentenceEnd, sentenceStart } from '../around.ts';

/** Who earns or pays it when it is not the person of this job, and the verb that says so. */
const PEOPLE = String.raw`(?:households?|famil(?:y|ies)|people|persons|customers?|clients?|users?|members|borrowers?|earners|workers|others|competitors?|rivals?|farmers?|merchants?|sellers?|drivers?|riders|creators|artists|hosts|tutors|carers|cleaners|growers|readers|traders|nurses|teachers|pupils|students|alumni|couriers|shops|firms|businesses|peers|counterparts|residents|tenants|buyers|citizens|americans|adults|women|men|parents|farms|restaurants|stores|landlords|(?:other|most|many|some|those|typical|average|rival|competing|where|bootcamp(?:['’]s)?|(?:our|the|their)\s+former)\s+(?:\w+\s+){0,2}(?:engineers?|developers?|scientists?|analysts?|companies|employers|graduates?|professionals?|teams|start-?ups)|(?:companies|employers)\s+(?:elsewhere|there))`;
const VERB = String.raw`(?:earn(?:s|ing|ed)?|mak(?:e|es|ing)|made|paid|pay(?:s|ing)?|spend(?:s|ing)?|get(?:s|ting)?|bring(?:s|ing)?|incomes?|tak(?:e|es|ing)\s+home|live\s+on|living\s+on)`;
const OTHERS = new RegExp(
  String.raw`(?:\b${PEOPLE}\b[^.;:\n]{0,50}\b${VERB}|\b(?:elsewhere|at\s+other\s+\w+|in\s+other\s+(?!(?:states?|provinces?|places|locations?|cities|regions?|areas|zones?|countries|offices|markets|parts)\b)\w+)\b[^.;:\n]{0,40}|\brates?\s+(?:for|to)\s+(?:our\s+)?(?:clients|customers)|\bpa(?:y|ys|id|ying)\s+out|\bjobs?\s+(?:that\s+)?pay(?:s|ing)?|\b(?:created|creating)\s+\w+\s+jobs)\b[^.;:\n]{0,40}$`,
  'i',
);
/** A statistic of the trade, or what a visa asks for. */
const FIGURE =
  /\b(?:(?:average|median|typical|mean|going)\s+(?:\w+\s+){0,3}?(?:salar(?:y|ies)|pay|wages?|incomes?|compensation|earns?|makes?|rates?)|(?:Glassdoor|Levels\.fyi|Payscale|LinkedIn|census|statistics|surveys?)\b[^.;:\n]{0,40}|visas?|sponsorship)\b[^.;\n]{0,70}$/i;
/** After the amount: "$200k–$300k elsewhere". */
const ELSEWHERE =
  /^[^.;\n\d$£€]{0,30}\b(?:elsewhere|(?:at|in|from)\s+(?:other|big\s+tech|larger|rival)|on\s+average|at\s+FAANG|in\s+(?:the\s+)?(?:Silicon\s+)?Valley)\b/i;
/** Words that bring the sentence back to this job. */
const THIS_JOB =
  /\b(?:this\s+(?:role|position|job|post|level|grade|team)|(?:the|our)\s+(?:role|position|post|base|salary|pay)|here|with\s+us|you(?:['’]ll|['’]d|\s+will|\s+would)?\s+(?:earn|make|get|be\s+paid|start)|we\s+pay|pay\s+you)\b/i;

/** Words without which nothing above can match; cheap to look for. */
const CUE =
  /earn|mak|made|paid|pay|spend|get|bring|income|home|liv|elsewhere|other|jobs|average|median|typical|mean|going|door|levels|linkedin|census|statistic|survey|visa|sponsor|client|customer/i;

/** After the amount: what is bought with it, "50,000 euros of diesel", "$3,500 toward your move". */
const OF_THINGS =
  /^[ \u00a0](?:towards?\b|of\s+(?!base|basic|salary|pay\b|gross|total|fixed|cash|annual|comp|guarant|ote\b|on[- ]target|earnings|which|this|that|it\b|your)[a-z])/i;
export const isOfThings = (text: string, { end }: { readonly end: number }): boolean =>
  OF_THINGS.test(text.slice(end, end + 32));

/** "€1,000 for a chair", "we pay £50 for it": of sums that are no year's pay. */
const FOR_THING =
  /^[ \u00a0]for\s+(?:(?:an?|your)\s+(?!(?:[\w-]+\s+)?(?:years?|months?|weeks?|days?|hours?|position|role|job|shift|contract)\b|\d)|(?:it|that|this|them|these|those|both|either|taking\s+part|doing\s+(?:so|it|this|that))(?=\s*[.,;:!)\n]|\s+(?:and|whether|whatever|even|too|in\s+any|no\s+matter|either|regardless)\b|\s*$))/i;
export const isForThing = (text: string, { end }: { readonly end: number }): boolean =>
  FOR_THING.test(text.slice(end, end + 48));

const TRIAL = String.raw`(?:(?:trial|test)s?(?!\w)|work\s+samples?|pairing\s+session|take[- ]?home|home\s?work|coding\s+challenge|challenge|exercise|case\s+study)`;
/** What candidates get for a task, before or after the amount; "a six-month assignment" is the job itself. */
const OF_TRIAL = new RegExp(
  String.raw`\b(?:${TRIAL}\b[^.;\n]{0,40}|(?:task|project|assignment)\b[^.;\n]{0,24}\bfor\s+which\s+(?:we|you)[^.;\n]{0,24})$`,
  'i',
);
const FOR_TRIAL = new RegExp(
  String.raw`^[^.;\n]{0,16}\bfor\s+(?:(?:an?|the|this|that|your|their|each|any)\s+)?(?:(?:[\w-]+\s+)?${TRIAL}|task|assignment|(?:(?:morning|afternoon|half[- ]day|session|visit|review|interviews?|(?:phone\s+|video\s+)?call)\b(?=\s*[.,;:!)\n]|\s*$))|(?:your|their)\s+time)\b`,
  'i',
);

/** "We pay $200 for the trial task". */
export const isOfTrial = (text: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  FOR_TRIAL.test(text.slice(end, end + 64)) ||
  OF_TRIAL.test(text.slice(Math.max(sentenceStart(text, start, 100), start - 100), start));

/** "households earning $40,000 to $80,000 a year", "engineers elsewhere make $200k–$300k": somebody else's money. */
export function isOfOthers(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const before = text.slice(Math.max(sentenceStart(text, start, 140), start - 140), start);
  if (CUE.test(before) && !THIS_JOB.test(before) && (OTHERS.test(before) || FIGURE.test(before))) return true;
  // "$137,000 in New York and $121,000 elsewhere" are two places of one job.
  return ELSEWHERE.test(text.slice(end, Math.min(end + 60, sentenceEnd(text, end, 60)))) && !/[$£€]\s?\d/.test(before);
}
