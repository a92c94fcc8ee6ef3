import type { NameRule } from './rule.ts';

/** Certifications that read like the title of a job, and names of firms that are named as employers. */
const CERTIFIED = /certif|credential|accredit|\bexam\b|[Aa]ssociate\b|\bSA[AP]\b|Specialty|Expert\b|AZ-305|AI-102/;

const EMPLOYERS = [
  'openai-api',
  'anthropic-claude',
  'databricks',
  'snowflake',
  'palantir-foundry',
  'salesforce',
  'servicenow',
  'oracle-database',
  'datadog',
  'hugging-face',
];
const FROM_THERE =
  /(?:people|teams?|engineers|researchers|alumni|veterans|talent|founders?|investors?|backed|leaders|scientists|executives|colleagues|worked)\s+(?:from|at|of|by|include|including|like)\b[^.!?\n]{0,60}$|\bex-\s?$/i;

/** Names that people bear, too. */
const PERSONS = [
  'cassandra',
  'ruby',
  'jenkins',
  'julia',
  'amazon-kendra',
  'amazon-polly',
  'amazon-lex',
  'amazon-athena',
  'amazon-aurora',
  'luis',
  'ray',
  'swift',
  'rust',
];
const TO_PERSON =
  /\b(?:(?:ring|phone|e-?mail|mail|ask(?: for)?|meet|tell|dear|hi|hello|call|contact|message|text|Ms|Mr|Mrs|Miss|Dr|Prof|Herrn?|Frau|named|called)\.?|contact(?: person| partner)?:|(?:chat|call|interview|coffee|lunch|word) (?:to|with)|connect with|(?<!\b(?:services|jobs|apps?|pipelines|consumers|producers|bots|agents|clients|dashboards|notebooks|functions|scripts|systems|tools|workers|servers|lambdas|APIs?|models|events|data|that|which|and|reads?)\s)(?:(?:speak|talk) (?:to|with)|write to)|report(?:s|ing)? (?:in)?to|reach out to|lines? to|(?:yours|regards|cheers|thanks|wishes|sincerely),?|I['’]m|I am|my name is)\s+$|\n\s*(?:best|warmly|all the best),?\s*\n\s*$/i;
const OF_PERSON =
  /^(?:\s+[A-Z][a-z]+)?\s*(?:\([^)]{0,30}\b(?:she|he|they|hiring|recruit\w*|manager|lead|head|C[ETI]O|HR|talent|lovely|founder)\b|,? (?:our|your|the) (?:\w+ ){0,2}(?:recruiter|manager|head|lead|founder|CTO|CEO|team lead|engineer|colleague|director|officer|designer|developer|analyst|owner|boss|chief|dog|cat)\b|\s+(?:heads|leads|owns|answers|says|said|likes|sits|looks after|joined (?:us|the)|has been with|will (?:call|meet|reply|answer|show you|be in touch))\b|\s+keeps (?:the|an) (?:calendar|diary|eye)\b|\s+from (?:HR|People|Talent|Recruiting|(?:the|our) (?:\w+ ){0,2}(?:team|department|office|squad|crew|desk))\b|,? who (?:have|will|founded|built|joined|started|wrote|made|taught|\w+s)\b|,? an? (?:\w+ ){0,2}(?:person|human|colleague|recruiter|dog|cat|greyhound|parrot|man|woman|lady|gentleman)\b|['’]s (?:team|desk|door|number|inbox)\b|\s?<?[\w.]+@)/;

/** "Rust & Miller Recruitment", "Ruby and Sons": firms of people. */
const OF_FAMILY =
  /^\s(?:&|and|und)\s(?:Sons?|Söhne|Partners?|Co|Cie|Associates|Brothers|Daughters)\b|^\s(?:(?:&|and|und)\s[A-Z][\w-]+\s)?(?:GmbH|AG|KG|Ltd|Limited|LLP|LLC|Recruit\w+|Personalb\w+)\b|^\s(?:&|and|und)\s[A-Z][\w-]+\s(?:Projekt\w+|Consult\w+|Search|Staffing|Solicitors|Talent|Executive)\b/;

/** "your supervisor Claude", "our mascot is Polly". */
const ROLE_OF_PERSON =
  /\b(?:your|our|the|my|his|her|their|its)\s(?:\w+\s){0,2}(?:supervisor|manager|boss|colleague|team.?mate|recruiter|contact|(?:co-?)?founder|C[ETI]O|director|mentor|buddy|host|chief|mascot|dog|cat|greyhound|parrot|neighbour|meeting room)s?(?:,|:|\sis|\swas|\swill be|\sis called)?\s+$|\b(?:I['’]m|I am|my name is|this is)\s+$/i;

/** "Kendra", and below it "Kendra Osei". */
const SIGNED = /(?:^|\n)[ \t]*([A-Z][a-z]+)[ \t]*\n\s*\1 [A-Z][a-z]+/;

export const TITLE_RULES: readonly NameRule[] = [
  { id: 'aws-certified-solutions-architect', spellings: ['AWS Solutions Architect'], only: { near: CERTIFIED } },
  { id: 'azure-solutions-architect-expert', spellings: ['Azure Solutions Architect'], only: { near: CERTIFIED } },
  { id: 'azure-ai-engineer-associate', spellings: ['Azure AI Engineer'], only: { near: CERTIFIED } },
  {
    id: 'google-professional-ml-engineer',
    spellings: ['Professional Machine Learning Engineer'],
    only: { near: /Google|certif|GCP/i },
  },
  ...['aws-certification-unspecified', 'azure-certification-unspecified'].map(
    (id): NameRule => ({ id, never: { before: /\bNo\s+$/i, after: /^\s+(?:partner|consultancy|compan)/i } }),
  ),
  ...[...PERSONS, 'microsoft-azure'].map(
    (id): NameRule => ({ id, isOfBareName: true, never: { before: TO_PERSON, after: OF_PERSON } }),
  ),
  ...PERSONS.map((id): NameRule => ({ id, isOfBareName: true, never: { before: ROLE_OF_PERSON, near: SIGNED } })),
  ...PERSONS.map((id): NameRule => ({ id, isOfBareName: true, never: { after: OF_FAMILY } })),
  { id: 'anthropic-claude', never: { before: ROLE_OF_PERSON, after: OF_PERSON } },
  ...EMPLOYERS.map((id): NameRule => ({ id, never: { before: FROM_THERE } })),
];
