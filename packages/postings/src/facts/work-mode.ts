import type { WorkMode, WorkModeFinding } from '../posting.ts';
import { lineEnd, lineStart } from './around.ts';
import { homeAt, homeOfficeAt } from './at-home.ts';
import { endAt, marksWith, rolesAt, type Scan, scanText, startAt, wordAt } from './scan.ts';
import { ROLE } from './vocabulary.ts';
import { dayAt, oneDayAfter, timesThere } from './week-plan.ts';
import { DAYS_AFTER, DAYS_IN_OFFICE, daysOfWeek, type Found, isPartlyRemote, SOME_DAYS } from './work-days.ts';

/** How much a mention says: a label or the head of the posting, a plain statement, a passing word. */
const LABELLED = 3;
const STATED = 2;
const PASSING = 1;

type Mention = { readonly mode: WorkMode; readonly weight: number; readonly start: number; readonly end: number };

const NOT_REMOTE =
  /^[\s-]*(?:sens(?:ing|ed|or)|desktop|server|monitor|control|access|site|sites|teams?\b(?!\s+(?:member|culture|environment|first))|procedure|patient|communit|area|region|village|diagnos|host|machine|repositor|branch|operat|surg|employees|colleagues|offices|locations?\s+(?:such|where)|device|execution|work\s+stipend|mine|cabin|possib\w+\s+of|rural|vehicle|assist)/i;
const NO_REMOTE_BEFORE =
  /\b(?:no|not|non|isn['’]t|never|cannot\s+be|can['’]t\s+be|without)\s+(?:\w+\s+){0,2}(?:a\s+|an\s+|fully\s+)?$/i;
const NO_REMOTE_AFTER =
  /^[^.;\n]{0,40}(?:\bnot\s+(?:possible|available|offered|an\s+option|eligible|permitted|supported)|\?\s*(?:sorry,?\s*)?(?:no\b|not\b)|:\s*no\b|isn['’]t)/i;
const NOT_HYBRID =
  /^[\s-]*(?:(?:[\w+/&-]+\s+){1,3}(?:search|retriev\w*|clouds?|models?|architect\w*|infra\w*|systems?|networks?|recommend\w*|rank\w*|storage|environments?|deploy\w*|pipelines?)\b|(?:and|or)\s+multi\W?cloud|,?\s*multi\W?cloud|cloud|multi|search|retriev|model|architect|infra|approach|data|environment|system|solution|network|recommend|method|rank|kernel|quantum|vehicle|deploy|integration|platform|app|car|electric|of\s+(?!home|remote|office|work|on)|(?:transactional|storage|index|algorithm|graph|simulation|warehouse|azure|aws|it\b|connectivity|identity))/i;
const NOT_ON_SITE =
  /^[\s-]*(?:gym|parking|cafeteria|canteen|child|restaurant|lunch|interview|meal|barista|day\s?care|clinic|fitness|visit|support\s+(?:to|for)\s+(?:client|customer)|training|coffee|doctor|health|event|customer|client|installation|backup|generator|commissioning|chef|laundry|nursery|meeting|search|retreat|with\s+(?:customer|client))/i;
const ALL_DAYS =
  /(?:\b(?:5|five)\s+(?:full\s+)?days?|every\s+day|full[- ]time|mon(?:day)?\s*(?:-|–|to|through)\s*fri(?:day)?)[^.;\n]{0,28}$/i;
const IN_OFFICE_BEFORE =
  /(?:\bin[-\s](?:the\s+|our\s+|an\s+)?(?:[\w-]+\s+){0,3}|\b(?:at|from)\s+(?:our|the)\s+(?:[\w-]+\s+){0,3})$/i;
const LABEL =
  /(?:(?:work|working|workplace|work\s?place|job|employment|location|office|remote)\s*(?:mode|model|type|style|arrangement|setting|place|policy|status|pattern|regime|scheme|format|option)?|location|type|format|telework(?:\s+eligible)?)\s*[:\-–—|]\s*[^\n:]{0,48}$/i;
/** What parts a label from what it says; few stretches of text hold one. */
const LABEL_SIGN = /[:\-–—|]/;
const STATED_AFTER =
  /^[\s-]*(?::|role|position|job|work|working|opportunity|first|from|within|in\b|\(|option|eligible|or\b|,|\.|\)|;|anywhere|only|at\b|on\b|friendly|setup|set-up|schedule|basis|model|pattern|arrangement|team\s+member|for\b|with\b|across|because|but|so\b|since|after|until|and\b|with|which|that|when|all\b|\d|[·•|&+→]|\/|-|–|—|$)/i;
const STATED_BEFORE =
  /(?:\b(?:fully|100\s?%|completely|entirely|is|are|work|working|works|permanent|mostly|primarily|be|based|can|this|job|role|position|offers?|offering|it['’]s\s+an?|an?)\s+(?:an?\s+)?|[(|/·•,:–—]\s*|[a-z])$/i;
/** The head of a posting: title, place, mode. */
const HEAD = 420;

/** Shorter than this are single words and "from home". */
const PHRASE = 'hybrid model'.length;

const isCapital = (code: number) => code >= 65 && code <= 90;

function weigh(scan: Scan, start: number, end: number): number {
  const { text } = scan;
  const from = lineStart(text, start, 140);
  const before = text.slice(Math.max(from, start - 90), start);
  const line = lineEnd(text, end, 140) - from;
  if ((start < HEAD && line < 110) || (LABEL_SIGN.test(before) && LABEL.test(before))) return LABELLED;
  // A capital right after it: the line that it ended was glued to the next.
  if (isCapital(text.charCodeAt(end))) return STATED;
  // A phrase of several words ("two days a week in the office") says it by itself.
  if (end - start >= PHRASE) return STATED;
  if (STATED_BEFORE.test(before) || STATED_AFTER.test(text.slice(end, end + 24))) return STATED;
  return line < 40 ? STATED : PASSING;
}

function remoteAt(text: string, start: number, end: number): Found {
  const [before, after] = [text.slice(Math.max(0, start - 60), start), text.slice(end, end + 60)];
  if (NOT_REMOTE.test(after)) return undefined;
  if (NO_REMOTE_BEFORE.test(before) || NO_REMOTE_AFTER.test(after)) return { mode: 'on-site', start, end };
  if (
    /\b(?:with|across|for|of|and|manag\w+|support\w*|mentor\w*)\s+$/i.test(before) &&
    /^\s+(?:and|or)\s+(?:distributed|cross|local|on-?site)\b/i.test(after)
  )
    return undefined;
  return { mode: isPartlyRemote(before, after) ? 'hybrid' : 'remote', start, end };
}

/** Models, approaches and environments of work, not of learning or of clouds. */
const WAY = /^\s+(?:\w+\s+)?(?:model|approach|environment|system|method)(?!s|l?ing)/i;
const OF_WORK_AFTER =
  /^[^.;\n]{0,60}\b(?:days?\s+(?:a|per|in|on|at|from|of)|in\s+(?:the|our|an)\s+office|(?:at|from)\s+home|on[- ]?site|remote(?:ly)?|in[- ]person)\b/i;
const OF_WORK_BEFORE =
  /\b(?:under|follow\w*|works?\s+(?:in|on|under|to)|working\s+(?:in|on|under|to)|operat\w*|offer\w*|adopt\w*|embrac\w*)\s+(?:(?:in|on|under|with)\s+)?(?:an?|our|the|this)\s+(?:\w+\s+)?$/i;
const OF_LEARNING =
  /^\s+(?:\w+\s+)?model\s+(?:combin\w*|(?:that|which)\s+(?:mix|combin|join|blend|learn)\w*|of\s+\w+\s+and)/i;

function hybridAt(text: string, start: number, end: number): Found {
  const after = text.slice(end, end + 90);
  if (!NOT_HYBRID.test(after.slice(0, 48))) return { mode: 'hybrid', start, end };
  const way = WAY.exec(after);
  if (way === null) return undefined;
  const isModel = /model/i.test(way[0]) && !OF_LEARNING.test(after);
  const isOfWork =
    OF_WORK_AFTER.test(after) || (isModel && OF_WORK_BEFORE.test(text.slice(Math.max(0, start - 48), start)));
  return isOfWork ? { mode: 'hybrid', start, end: end + way[0].length } : undefined;
}

const NO_OFFICE = /^[\s-]*(?:365|suite|manager|of\b|space|supplies|equipment|products|hours)/i;
const EVERY_DAY = /^[\s,]*(?:for\s+|all\s+)?(?:5|five)\s+(?:full\s+)?days|^[\s,]*(?:every|each)\s+day/i;
const OFFICE_ROLE = /^\s*(?:role|position|job|team|only|\)|$|culture|[|·•\n])/i;

const LETTER_E = 101;

function officeAt(text: string, start: number, end: number): Found {
  const before = text.slice(Math.max(0, start - 90), start);
  const after = text.slice(end, end + 40);
  if ((text.charCodeAt(start - 2) | 32) === LETTER_E && /\bhome[\s-]$/i.test(before))
    return homeOfficeAt(before.slice(0, -5), after, start - 5, end);
  if (NO_OFFICE.test(after)) return undefined;
  if (WITHOUT.test(before) && /^\s*(?:[.,;:!)]|at\s+all\b|in\s+20|and\b|$)/i.test(after))
    return { mode: 'remote', start, end };
  if (/^[\s-]based/i.test(after)) return { mode: 'on-site', start, end: end + 6 };
  return daysInOffice(before, after, start, end) ?? alwaysInOffice(before, after, start, end);
}

/** "There is no office." */
const WITHOUT =
  /\b(?:(?:there\s+is|there['’]s|have|has|with)\s+no|(?:gave|given)\s+up\s+(?:our|the)|without\s+an?)\s+$/i;

/** "two days a week in our office", "in the office Tuesday to Thursday"; of five days none is left for home. */
function daysInOffice(before: string, after: string, start: number, end: number): Found {
  const days = DAYS_IN_OFFICE.exec(before);
  if (days !== null && !/\b(?:leave|holiday|off|vacation|retreat)\b/i.test(days[0])) {
    const isAll = /^5\s+(?:full\s+)?days/i.test(days[0]);
    return { mode: isAll ? 'on-site' : 'hybrid', start: start - days[0].length, end };
  }
  const some = SOME_DAYS.exec(after);
  if (some !== null && IN_OR_TOWN.test(before)) return { mode: 'hybrid', start, end: end + some[0].length };
  const one = oneDayAfter(before, after);
  if (one >= 0) return { mode: 'hybrid', start, end: end + one };
  const found = DAYS_AFTER.exec(after);
  const isSaid = found !== null && (IN_OFFICE_BEFORE.test(before) || A_WEEK.test(after.slice(found[0].length)));
  return isSaid ? { mode: 'hybrid', start, end: end + found[0].length } : undefined;
}

const A_WEEK = /^\s+(?:a|per|each|every|of\s+(?:the|your))\s+week\b/i;

/** "in the office", "Leeds office" and a line that begins with it. */
const IN_OR_TOWN = /(?:\b[Ii]n[-\s](?:an?\s+|the\s+|our\s+)?|[\p{Lu}][\p{L}-]+\s|(?:^|[\n:|])\s*)$/u;

function alwaysInOffice(before: string, after: string, start: number, end: number): Found {
  const isAlways =
    (EVERY_DAY.test(after) && IN_OFFICE_BEFORE.test(before)) ||
    (/\bwork\s+from\s+(?:the\s+)?$/i.test(before) && !/home/i.test(after.slice(0, 20))) ||
    ALL_DAYS.test(before);
  if (isAlways) return { mode: 'on-site', start, end };
  return /\bin[-\s]$/i.test(before) && OFFICE_ROLE.test(after) ? { mode: 'on-site', start: start - 3, end } : undefined;
}

/** The site is that of a customer, or of a visit. */
const SITE_OF_OTHERS =
  /\b(?:customers?|clients?|users|patients|vendors|partners|suppliers|visit\w*|travel\w*|support|tenants|installations?)\s+(?:\w+\s+)?(?:on[-\s])?$/i;

/** "in person", "on campus", "in one room", "on premises with us". */
function presenceAt(text: string, word: string, start: number, end: number): Found {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 40);
  const lead = LEADS[word]?.exec(before);
  if (lead === null || lead === undefined || MEETING.test(before)) return undefined;
  const from = start - lead[0].trimStart().length;
  const isDays = DAYS_IN_OFFICE.test(text.slice(Math.max(0, from - 60), from)) || DAYS_AFTER.test(after);
  if (isDays && word !== 'person') return { mode: 'hybrid', start: from, end };
  const some = word === 'person' ? null : SOME_DAYS.exec(after.replace(/^\s+together/i, ''));
  if (some !== null) return { mode: 'hybrid', start: from, end: end + some[0].length };
  const isThere = STAYS[word]?.test(after) ?? YOU_ARE.test(before.slice(0, -lead[0].length));
  return isThere ? { mode: 'on-site', start: from, end } : undefined;
}

const LEADS: Readonly<Record<string, RegExp>> = {
  person: /\bin[-\s]$/i,
  campus: /\bon[-\s](?:the\s+|our\s+)?$/i,
  room: /\bin\s+(?:one|the|the\s+same|a\s+single)\s+$/i,
  premises: /\b(?:on|at)[-\s](?:our\s+|the\s+)?$/i,
  lab: /\b(?:in|to|at)\s+(?:the|our)\s+$/i,
  studio: /\b(?:in|to|at)\s+(?:the|our)\s+$/i,
};
const STAYS: Readonly<Record<string, RegExp>> = {
  person:
    /^\s*(?:role|position|work|job|throughout|only|team|culture|every|five|5\b|in\s+(?:our|the)\s+\w+\s+office|$|[|·•)\n])/i,
  campus: /^\s*(?:role|position|only|five|5\b|every|full|$|[|·•)\n])/i,
  room: /^[\s,]*(?:together|every|five|5\b|all\s+week|all\s+day|mon(?:day)?\b)/i,
  premises: /^\s*(?:with\s+us|only|five|5\b|every|full|role|position|at\s+our)/i,
};
/** "You'll be in our lab". */
const YOU_ARE = /\byou(?:['’](?:ll|d)|\s+(?:will|would))\s+(?:be|sit)\s+$/i;
/** Where people meet now and then, or where an interview is held. */
const MEETING =
  /\b(?:meet\w*|interview\w*|gather\w*|events?|retreats?|onboard\w*|verif\w*|apply|applications?|welcome|talk\w*|present\w*|minutes)\b[^.;\n]{0,50}$/i;

/** "about 20% on site". */
const PART_ON_SITE = /(?:^|[^\d.,])[1-9]\d\s?%\s+(?:of\s+(?:the|your)\s+\w+\s+)?$/i;

function siteAt(text: string, start: number, end: number): Found {
  const before = text.slice(Math.max(0, start - 4), start);
  const isOnSite = /\bon[-\s]$/i.test(before) || /^onsite/i.test(text.slice(start, end));
  if (!isOnSite || NOT_ON_SITE.test(text.slice(end, end + 24))) return undefined;
  if (SITE_OF_OTHERS.test(text.slice(Math.max(0, start - 40), start))) return undefined;
  const from = /^onsite/i.test(text.slice(start, end)) ? start : start - 3;
  if (PART_ON_SITE.test(text.slice(Math.max(0, from - 40), from))) return { mode: 'hybrid', start: from, end };
  const days = /^[^.;\n]{0,24}\b(?:\d|one|two|three|four)(?:\s*(?:-|–|to)\s*\w+)?\s+days/i.exec(
    text.slice(end, end + 40),
  );
  const daysBefore = DAYS_IN_OFFICE.exec(text.slice(Math.max(0, from - 60), from));
  if ((days !== null && !/\b(?:5|five)\b/i.test(days[0])) || daysBefore !== null)
    return { mode: 'hybrid', start: from, end };
  return { mode: 'on-site', start: from, end };
}

function weekAt(text: string, start: number, end: number): Found {
  const before = text.slice(Math.max(0, start - 110), start);
  const times = /(?:once|twice|times|days)\s+\w+\s+$/i.test(before.slice(-16)) ? timesThere(text, start) : -1;
  if (times >= 0) return { mode: 'hybrid', start: start - times, end };
  const share = /days?\s+\w+\s+$/i.test(before.slice(-16)) ? daysOfWeek(before, text.slice(end, end + 60)) : undefined;
  if (share === undefined) return undefined;
  return { mode: share.isAll ? 'on-site' : 'hybrid', start: start - before.length + share.from, end };
}

function whereverAt(text: string, start: number, end: number): Found {
  if (!/^\s+(?:you|they|people|suits)\b(?!['’]?\s?(?:a?re)\s+needed)/i.test(text.slice(end, end + 24)))
    return undefined;
  const before = text.slice(Math.max(0, start - 40), start);
  const rest = /\b(?:rest|others?|remaining)\b[^.;\n]{0,24}$/i.exec(before);
  if (rest !== null) return { mode: 'hybrid', start: start - rest[0].length, end };
  const work = /\bwork(?:s|ing)?\s+(?:from\s+)?$/i.exec(before);
  return work === null ? undefined : { mode: 'remote', start: start - work[0].length, end };
}

/** In "Onsite/Remote: Onsite" what stands before the colon is the label. */
const THEN_MODE =
  /^[\s\w/,()?-]{0,40}:\s*(?:fully\s+)?(?:on[- ]?site|remote|hybrid|(?:in[- ])?office|in[- ]person|home)\b/i;

function isOfLabel(text: string, end: number): boolean {
  for (let at = end; at < end + 40; at++) {
    const code = text.charCodeAt(at);
    if (code === 58) return THEN_MODE.test(text.slice(end, at + 20));
    if (code === 10 || code === 46) return false;
  }
  return false;
}

function modeAt(scan: Scan, index: number): Found {
  const { text } = scan;
  const [word, start, end] = [wordAt(scan, index), startAt(scan, index), endAt(scan, index)];
  if (word === 'hybrid') return hybridAt(text, start, end);
  if (word === 'home') return homeAt(text, start, end);
  if (word === 'office') return officeAt(text, start, end);
  if (word === 'site' || word === 'onsite') return siteAt(text, start, end);
  if (word === 'wfo') return { mode: 'on-site', start, end };
  if (word === 'anywhere')
    return /\bwork\s+from\s+$/i.test(text.slice(Math.max(0, start - 12), start))
      ? { mode: 'remote', start, end }
      : undefined;
  if (word === 'wherever') return whereverAt(text, start, end);
  if (word === 'week') return weekAt(text, start, end);
  if (LEADS[word] !== undefined) return presenceAt(text, word, start, end);
  return remoteAt(text, start, end);
}

/** Of equal weight hybrid speaks of both others ("two days remote, three on site"), and remote needs saying more than presence. */
const ORDER: readonly WorkMode[] = ['hybrid', 'remote', 'on-site'];

function mentionAt(scan: Scan, index: number): Mention | undefined {
  const isDay = (rolesAt(scan, index) & ROLE.day) !== 0;
  const found = isDay ? dayAt(scan, index) : modeAt(scan, index);
  if (found === undefined || isOfLabel(scan.text, endAt(scan, index))) return undefined;
  return { ...found, weight: weigh(scan, found.start, found.end) };
}

export function workModeOfScan(scan: Scan): WorkModeFinding | undefined {
  let best: Mention | undefined;
  for (const index of marksWith(scan, ROLE.mode | ROLE.day)) {
    if (best !== undefined && best.weight === LABELLED && best.mode === ORDER[0]) break;
    const mention = mentionAt(scan, index);
    if (mention === undefined) continue;
    if (
      best === undefined ||
      mention.weight > best.weight ||
      (mention.weight === best.weight && ORDER.indexOf(mention.mode) < ORDER.indexOf(best.mode))
    )
      best = mention;
  }
  if (best === undefined || best.weight < STATED) return undefined;
  const { mode, start, end } = best;
  return { quote: scan.text.slice(start, end), start, end, mode };
}

/** Whether the job itself is remote, hybrid or on site; "hybrid cloud" and "remote sensing" say nothing of it. */
export const findWorkMode = (text: string): WorkModeFinding | undefined => workModeOfScan(scanText(text));
