import type { NameRule } from './rule.ts';

/** Programming languages and frameworks that are words, names or letters: R, C, Go, Swift, Julia, Ruby, TS, … */
const AS_LANGUAGE =
  /^[\s-]*(?:programming|language|lang\b|developer|engineer|code\b|codebase|scripts?\b|scripting|packages?\b)/i;
const IN_LANGUAGE =
  /\b(?:programming|coding|cod(?:e|ing)|written|proficien\w+|fluen\w+|experience|experienced|skills?|expertise|skilled|knowledge|background|familiar(?:ity)?|grasp|command|exposure|comfortable|confiden\w+|understanding|competen\w+|versed|languages? (?:such as|like)|languages?:|scripting|develop\w*|know|use|uses|using|write|learn)\s+(?:(?:in|with|of|using|on|to|like|such as)\s+)?(?:(?:some|mostly|mainly|good|solid|basic|idiomatic|a little|a bit of)\s+)?$/i;
/** "Services in Go", "drawn in R": of things in such a name there are no others. */
const IN_IT = new RegExp(`${IN_LANGUAGE.source}|\\bin\\s+$`, 'i');
const ON_NODE = new RegExp(
  `${IN_IT.source}|\\b(?:back.?end|server|services?|APIs?|stack|JavaScript|TypeScript|JS)\\s(?:is|are|runs? on|on)\\s+$`,
  'i',
);
const IN_C = /\bin\s+$|\b(?:write|writes|writing|know|knows|program|programs)\s+$/i;
const OTHER_STATISTICS = '(?:Stata|STATA|SPSS|Minitab|EViews|JMP|Quarto|JASP)\\b';
/** What is made or treated with a language. */
const WORKED_WITH =
  '\\b(?:data|it|them|this|that|numbers|figures|results|analys[ei]s|statistics|surveys?|reports?|charts?|plots?|models?|tables)';
/** A bullet that begins with the name and goes on like a list, or ends. */
function ownBullet(name: string): RegExp {
  return new RegExp(`\\n[^\\w\\n]{1,4}${name}(?:\\s*[,(\\n]|\\s*$|\\s+(?:or|and|for|is)\\b)`);
}

const ORDINAL =
  /(?:Series|Toys|Type|Vitamin|Hepatitis|Class|Grade|Appendix|Section|Schedule|Title|Part|Tier|Building|Block|Plan|Round|Level|Suite|Phase|Group|Annex|Option|Objective|Band|Wing|Gate|Terminal|Exhibit|Zone|Category|Influenza|Protein|Model|Point|Line)[\s-]*$/i;

export const LANGUAGE_RULES: readonly NameRule[] = [
  // "she'll": apostrophes are not seen by the search for names.
  { id: 'bash', never: { near: /\bshe['’ʼ]ll\b/i } },
  {
    id: 'r',
    spellings: ['R'],
    never: {
      before: new RegExp(`${ORDINAL.source}|(?:&|\\bH\\.|[A-Z][a-z]+\\s[A-Z]\\.)\\s*$`, 'i'),
      after:
        /^(?:\s?(?:&(?:amp;)?|\+)\s?(?:D\b|R\b|M\b)|\s+and\s+D\b|-?squared|-?\s?(?:values?|factors?)\b|\/3|\s+Us\b|\.\s?[A-Z]\.|'|’|\$|®)/,
      near: /\(R\)|\b[A-Z][a-z]+ R\. [A-Z][a-z]+/,
    },
    only: {
      isListed: true,
      before: new RegExp(
        `${IN_IT.source}|\\b(?:out of|bring|ask for|need|prefer|speak|love|(?:code|scripts?|language) (?:is|are))\\s+$|${WORKED_WITH}\\s(?:\\w+\\s)?with\\s+$`,
        'i',
      ),
      near: new RegExp(
        `${ownBullet('R').source}|\\bR(?:,| or| and|\\s?/)\\s?${OTHER_STATISTICS}|${OTHER_STATISTICS}(?:,| or|, or| and|\\s?/)\\s?R\\b`,
      ),
      after:
        /^[\s-]*(?:programming|language|Studio|Shiny|scripts?\b|packages?\b|code\b|tidyverse|Markdown)|^\s*\((?:tidyverse|dplyr|Shiny|ggplot)|^\s+for (?:the |our |your |all )?(?:\w+ )?(?:stat|analy|plot|model|data\b|chart|graph|report|survey)|^\s+is (?:our|the (?:language|tool)|what|a plus|a must|required|needed|preferred|welcome|fine|enough|used)\b/i,
    },
  },
  {
    id: 'c',
    never: {
      before: new RegExp(`${ORDINAL.source}|[°º]\\s*$`, 'i'),
      after:
        /^(?:[-‐‑–]\s?[A-Za-z]|\.\s?[A-Z]\.|\s?&|'|’|\)|\s+(?:suite|level|corp|major|minor|sharp|flat|section)\b|\s?\+|\.\s(?!(?:you|we|the|an?|our|it|some|experience|knowledge|python|this|they|if|good|strong|your|in|as|also|linux|any|and|but|most|bonus|nice)\b)[A-Z][a-z]+\s)/i,
    },
    only: { isListed: true, before: IN_C, after: AS_LANGUAGE, near: ownBullet('C') },
  },
  {
    id: 'go',
    spellings: ['Go'],
    never: {
      after:
        /^[-\s]*(?:to[- ]market|to\b|live|ahead|above|beyond|for it|through|the extra|further|back|green|big|home|out\b|on\b|into|over\b|after|from|together|getter|no.go|far|deep|where|up\b|down\b|fish|see|beyond|places|and (?:see|visit|meet|find|talk|ask|get|look|speak|check|watch)\b|along\b|wherever|whenever|straight|online|round\b|around|without|via\b|by (?:bike|bicycle|train|car|bus|boat|plane|tram|ferry|the)\b|with (?:the|our|your|us|them|him|her)\b)/i,
      before:
        /\b(?:let['’]?s|we|you|I|they|to|can|will|Pok[eé]mon|on the|let us|set,?|and away we|who|where you|as you|here we)\s+$/i,
    },
    only: {
      isListed: true,
      near: ownBullet('Go'),
      before: IN_IT,
      after:
        /^\s*(?:is\b|skills?\b|experience|knowledge|would be|programming|language|developer|engineer|services?\b|microservices|code|routines?|backend|back-end|modules?|\(golang\)|\/\s?golang|SDK)/i,
    },
  },
  {
    id: 'julia',
    spellings: ['Julia'],
    only: {
      isListed: true,
      after: AS_LANGUAGE,
      before: new RegExp(`${IN_IT.source}|(?:,|\\bor|\\band)\\s+$`, 'i'),
      near: ownBullet('Julia'),
    },
    never: {
      near: /contact|e-?mail|\bcall\b|manager|recruit|\bCEO|\bCTO|founder/i,
      after: /^\s+[A-Z][a-z]+\s*(?:[,@(]|at\b|$)/,
      before: /\b(?:contact|ask|dear|hi|hello|by|with our recruiter|recruiter)\s+$/i,
    },
  },
  { id: 'java', spellings: ['Java'], never: { after: /^\s*(?:island|,? Indonesia|Sea|Road)/i } },
  {
    id: 'javascript',
    spellings: ['JS'],
    never: { before: /(?:React|Vue|Angular|Next|Node|Express|Nest|Nuxt|Backbone|Three|D3|Ember|Chart|Rx)[\s.-]*$/i },
  },
  {
    id: 'typescript',
    spellings: ['TS'],
    isExact: true,
    never: {
      after: /^\s*[/(-]?\s*SCI|^\s+(?:clearance|security|eligib|level)/i,
      near: /clearance|\bsecret|polygraph|\bDoD\b/i,
    },
    only: { isListed: true, after: AS_LANGUAGE },
  },
  { id: 'cpp', spellings: ['CPP'], never: { near: /\bpension|RRSP|\bEI\b|Canada|procurement|\bpackag/i } },
  { id: 'scala', spellings: ['Scala'], never: { before: /\b(?:La|Teatro alla)\s+$/ } },
  {
    id: 'rust',
    never: {
      after:
        /^\s*&\s*[A-Z][a-z]+["”]|^[\s-]*(?:Hall|Street|Road|Avenue|Building|Belt|proof|removal|prevention|resist|College)/i,
    },
  },
  {
    id: 'swift',
    never: {
      before: /Taylor\s+$/,
      after: /^\s+(?:payments?|messag|network|codes?\b|transfers?|response|action|and decisive|resolution|codes)/i,
    },
    only: {
      isListed: true,
      near: /\biOS|Objective.C|SwiftUI|Xcode|Apple|macOS|Kotlin|mobile/i,
      after: AS_LANGUAGE,
      before: IN_IT,
    },
  },
  {
    id: 'ruby',
    spellings: ['Ruby'],
    never: { after: /^\s+(?:Tuesday|Red|Smith)/, before: /\b(?:contact|dear|hi)\s+$/i },
    only: {
      isListed: true,
      after: /^[\s-]*(?:programming|language|developer|engineer|code|gems?|backend|services?|scripts?|or\b|and\b|\()/i,
      before: IN_IT,
    },
  },
  {
    id: 'bash',
    spellings: ['Shell'],
    never: { near: /\boil\b|\bplc\b|petrol|Royal Dutch|energy compan/i, after: /^\s+(?:compan|egg|plc|model)/i },
    only: { isListed: true, before: /(?:Unix|Linux|Bash|\*nix|Korn|C)[\s/,]*$/i },
  },
  {
    id: 'sas',
    spellings: ['SAS'],
    never: {
      after: /^\s*(?:tokens?|URIs?|drives?|disks?|URLs?|SSDs?|HDDs?|keys?\b|au capital)/i,
      before:
        /(?:Shared Access Signature \(|12G |6G |\b(?:Societe|Société)[^.]{0,30})$|(?!\b(?:Base|With|In|Using|And|Or|Advanced|Strong|Experience|Knowledge|Proficiency|Programming)\b)\b[A-Z][a-z]{3,}\s$/,
    },
  },
  {
    id: 'rest-apis',
    spellings: ['REST'],
    never: { before: /\b(?:THE|the|OF|TO)\s+$/, after: /^\s+(?:assured|of\b|is\b|periods?|days?|easy)/i },
  },
  {
    id: 'node-js',
    spellings: ['Node'],
    never: {
      after: /^[\s-]*(?:count|classif|pool|graph|group|level|embedding|failure|exporter|and edge)/i,
      before: /\b(?:each|per|single|multi|the|compute|worker|Kubernetes|leaf|master|sensor|Process|TSMC|nm)[\s-]+$/i,
    },
    only: { isListed: true, before: ON_NODE, after: AS_LANGUAGE },
  },
  {
    id: 'angular',
    spellings: ['Angular'],
    never: { after: /^\s+(?:momentum|velocity|displacement|resolution|acceleration|position)/i },
  },
  {
    id: 'dotnet',
    spellings: ['.NET', '.Net'],
    never: { before: /(?:\b(?:slide|behance|php|asp|source|www\.?\w+))$/i },
  },
  { id: 'dotnet', spellings: ['dot net'], never: { after: /^\s*(?:worth|income)/i } },
  { id: 'php', never: { after: /^\s?\d/, before: /[\d,.]\s?$/ } },
];
