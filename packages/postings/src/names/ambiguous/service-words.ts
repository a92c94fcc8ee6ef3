import type { NameRule } from './rule.ts';

/** Services of the clouds and data platforms that are also nouns, people, places or firms. */
const DOUBLE_SURNAME =
  /\b(?!Amazon|Google|AWS|Apache|Azure|The|In|And|With|Using)[A-Z][a-z]+ (?:(?:Redshift|Neptune|Aurora|Athena|Kendra|Gemini|Bedrock|Kafka|Lex|Snowflake|Glue|Polly)-(?!Based|Native|Serverless|Spectrum|Like|Certified|Compatible)[A-Z][a-z]+|[A-Z][a-z]+-(?:Redshift|Neptune|Aurora|Athena|Kendra|Gemini|Bedrock|Kafka|Lex|Polly)\b(?=,| [(\w]+\)|\s*$))/;

/** "Redshift is the name of the other meeting room", "the boat Athena". */
const NAMED_AFTER =
  /\b(?:meeting rooms?|office|boat|ship|dog|cat|building|mascot|robot|codenamed|code.?name|named after|matching engine)(?:,|\sis|\sare|\scalled|\snamed)?\s+["“'‘]?$/i;
const NAME_OF =
  /^["”'’]?\s+(?:is|was)\s(?:also\s)?(?:the|our|a)\s(?:\w+\s){0,2}(?:name|code.?name|room|dog|cat|mascot|boat|office|floor)\b/i;
/** "Aurora Markets", "Athena is a bank". */
const FIRM =
  /^\s(?:AG|GmbH|Ltd|Inc|plc|LLC|SE|Group|Labs|Holdings?|Capital|Markets|Robotics|Therapeutics|Bank|Insurance|Energy|Health|Foods|Technologies|Ventures|Bio\w*|Pharma\w*|Consulting|Games|Medical|Motors|Aerospace|Logistics|Financial|Wealth|Trading|Securities|Staffing|Recruitment|(?:is|was) an? (?:[\w-]+ ){0,3}(?:bank|company|firm|start-?up|business|insurer|retailer|consultancy|agency|charity|fintech|hospital|manufacturer|family))\b/;
/** "At Bedrock, we …", "an engineer at Athena". */
const AT_FIRM =
  /(?:^|[.\n]\s?|\b(?:here|work|working|life|role|position|engineer|developer|analyst|scientist|clerk|career|job)s?\s)(?:at|join)\s+$/i;

export const SERVICE_WORD_RULES: readonly NameRule[] = [
  { id: 'looker', spellings: ['Looker'], never: { after: /^-?on\b/ } },
  {
    id: 'snowflake',
    spellings: ['Snowflake'],
    never: {
      after: /^\s*(?:schemas?|model|design|data model|dimension|structure|effect)/i,
      before: /\b(?:unique|special|every)\s+$/i,
    },
  },
  { id: 'sagemaker-jumpstart', spellings: ['JumpStart'], isExact: true, only: { near: /SageMaker/i, vendor: 'near' } },
  { id: 'sagemaker-data-wrangler', spellings: ['Data Wrangler'], isExact: true, never: { after: /^s\b/ } },
  { id: 'amazon-bedrock', spellings: ['Bedrock'], never: { after: /^\s+of\b/, before: /\b(?:the|a|our|solid)\s+$/ } },
  { id: 'amazon-q', never: { after: /^[1-4]\b/ } },
  ...[
    'amazon-redshift',
    'amazon-neptune',
    'amazon-aurora',
    'amazon-athena',
    'amazon-kendra',
    'vertex-ai',
    'gemini',
    'amazon-bedrock',
    'kafka',
    'snowflake',
    'amazon-lex',
  ].map(
    (id): NameRule => ({
      id,
      isOfBareName: true,
      never: {
        near: DOUBLE_SURNAME,
        after:
          /^\s+(?:desk|room|building|hall|floor|squad|street|road|office|campus|tower)\b|^(?:\s+and\s+[A-Z][a-z]+)?\s+who\b/i,
      },
    }),
  ),
  ...[
    'amazon-redshift',
    'amazon-neptune',
    'amazon-aurora',
    'amazon-athena',
    'amazon-kendra',
    'amazon-bedrock',
    'amazon-lex',
    'vertex-ai',
    'gemini',
  ].flatMap((id): NameRule[] => [
    { id, isOfBareName: true, never: { before: NAMED_AFTER, after: NAME_OF } },
    { id, isOfBareName: true, never: { after: FIRM }, namesake: { before: AT_FIRM, after: FIRM } },
  ]),
  {
    id: 'mistral',
    spellings: ['Mistral'],
    never: { after: /^[ \t]+(?!AI\b|Large|Small|Medium|Nemo|Tiny|Next|Instruct|Models?|LLMs?|Or\b|And\b)[A-Z][a-z]+/ },
  },
  {
    id: 'amazon-polly',
    spellings: ['Polly'],
    isExact: true,
    never: { near: /\.NET|resilien|retr(?:y|ies)|circuit|Slack/i, after: /^\s+[A-Z][a-z]+\s*(?:[,@(]|at\b)/ },
  },
  { id: 'amazon-lex', spellings: ['Lex'], never: { near: /yacc|bison|Luthor|Fridman/i } },
  {
    id: 'amazon-kendra',
    spellings: ['Kendra'],
    never: { after: /^\s+[A-Z][a-z]+\s*(?:[,@(|]|at\b|$)/, before: /\b(?:contact|dear|hi|ask)\s+$/i },
    only: { isListed: true, vendor: 'near' },
  },
  { id: 'kiro', spellings: ['Kiro'], only: { isListed: true, vendor: 'near', near: /Cursor|Copilot|Claude|coding/i } },
  {
    id: 'aws-lambda',
    spellings: ['Lambda', 'Lambdas', 'Lambda functions'],
    never: {
      after: /^\s*(?:calculus|expressions?|architecture|Labs?\b|School|loss|rank)/i,
      before: /(?:half.life|C\+\+|anonymous)\s+$/i,
    },
  },
  {
    id: 'aws-glue',
    spellings: ['Glue'],
    never: {
      before: /\b(?:the|be|as|are|is|a)\s+$/i,
      after: /^\s+(?:code|together|that|between|work|logic|benchmark|guns?)\b/i,
    },
  },
  {
    id: 'amazon-athena',
    spellings: ['Athena'],
    never: {
      after: /^\s?(?:health|SWAN|Inc\b)|^\s+[A-Z][a-z]+\s*(?:[,@(]|at\b|$)/i,
      before: /\b(?:Project|goddess|contact|dear|hi)\s+$/i,
    },
    only: { isListed: true, vendor: 'near' },
  },
  {
    id: 'amazon-redshift',
    spellings: ['Redshift'],
    never: {
      near: /galax|cosmolog|\bastro|quasar|render|spectro|photometric|Maxon|Blender|Cinema 4D|Houdini|telescope/i,
    },
  },
  {
    id: 'amazon-dynamodb',
    spellings: ['Dynamo'],
    isExact: true,
    never: { before: /(?:NVIDIA|\ba|\bthe|human)\s+$/i, near: /Revit|football|inference/i },
    only: { isListed: true, vendor: 'near' },
  },
  {
    id: 'amazon-aurora',
    isOfBareName: true,
    never: {
      before:
        /\b(?:at|join|near|Aurora|(?<!\b(?:stored|kept|held|saved|persisted|written|sits?|lands?|ends? up|(?:tables|rows|records|data|orders|events|state|queries) (?:live|lives|are|is|goes|go|stay|stays))\s)in)\s+$/i,
      near: /supercomput|simulations?\b|exascale|Argonne|northern lights|\bsky\b|telescope|polar night/i,
      after: /^\s*,?\s*(?:CO\b|Colorado|IL\b|Illinois|Ontario|borealis|Innovation|is a|Energy|Health)/i,
    },
  },
  {
    id: 'amazon-neptune',
    spellings: ['Neptune'],
    isExact: true,
    never: {
      after: /^\s?(?:\.ai|,? NJ|,? New Jersey|Energy)/i,
      near: /experiment.track|Weights|W&B|Comet|ClearML|neptune\.ai|planet|Uranus/i,
    },
  },
  {
    id: 'aws-cloudformation',
    spellings: ['Cloud Formation'],
    never: { near: /weather|atmospher|meteorolog|climate|aerosol|\brain/i },
  },
  { id: 'aws-lake-formation', spellings: ['Lake Formation'], isExact: true },
  { id: 'aws-app-runner', spellings: ['App Runner'], isExact: true },
  {
    id: 'aws-step-functions',
    spellings: ['Step Functions', 'Step Function'],
    only: { isExact: true, vendor: 'anywhere' },
  },
  { id: 'aws-elastic-beanstalk', spellings: ['Beanstalk'], isExact: true, never: { near: /\bJack\b/ } },
  { id: 'aws-iot-greengrass', spellings: ['Greengrass'], isExact: true },
  {
    id: 'microsoft-foundry',
    spellings: ['AI Studio', 'AI Foundry'],
    isExact: true,
    never: { before: /\b(?:Google|our|the|an?|venture|in-house|Vertex|IBM|new|creative)\s+$/i },
  },
  {
    id: 'azure-ai-document-intelligence',
    spellings: ['Document Intelligence'],
    isExact: true,
    never: { otherClouds: true },
  },
  { id: 'azure-custom-vision', spellings: ['Custom Vision'], isExact: true },
  { id: 'azure-data-factory', spellings: ['Data Factory'], isExact: true },
  { id: 'azure-synapse-analytics', spellings: ['Synapse'], never: { near: /neuro|brain|dendrit|neuron|cortex/i } },
  {
    id: 'microsoft-fabric',
    spellings: ['Fabric'],
    never: {
      before: /\b(?:Service|Hyperledger|the|data|social|of the|Alibaba|network|Smart|Switch|woven)\s+$/i,
      after: /^\s+(?:of|softener|design|samples|care)\b/i,
    },
    only: { vendor: 'near', near: /Power BI|OneLake|Synapse|Microsoft|Purview/i },
  },
  { id: 'azure-service-bus', spellings: ['Service Bus'], isExact: true, never: { before: /\benterprise\s+$/i } },
  { id: 'azure-container-apps', spellings: ['Container Apps'], isExact: true },
  { id: 'azure-event-hubs', spellings: ['Event Hubs', 'Event Hub'], only: { isExact: true, vendor: 'anywhere' } },
  { id: 'azure-event-grid', spellings: ['Event Grid'], only: { isExact: true, vendor: 'anywhere' } },
  { id: 'azure-application-insights', only: { isExact: true, vendor: 'anywhere' } },
  { id: 'azure-api-management', never: {} },
  { id: 'microsoft-purview', spellings: ['Purview'], never: { before: /\b(?:the|this|our|your|my|their)\s+$/i } },
  { id: 'power-platform', spellings: ['Power Platform'], isExact: true },
  {
    id: 'vertex-ai',
    spellings: ['Vertex'],
    never: {
      after: /^\s*(?:Pharma|Inc\b|Ventures|cover|Education|Tax|O\b|Resource|and edge|shader)/i,
      near: /pharmaceut|shader|polygon/i,
    },
    only: { isListed: true, vendor: 'near' },
  },
  { id: 'cloud-run', spellings: ['Cloud Run'], isExact: true },
  { id: 'dataflow', isExact: true },
  {
    id: 'pub-sub',
    only: { isExact: true, vendor: 'anywhere' },
    never: { after: /^\s+(?:patterns?|models?|architectures?|messaging|paradigm|semantics)/i },
  },
  {
    id: 'gemini',
    spellings: ['Gemini'],
    never: {
      after: /^\s+(?:exchange|season|mission|program)/i,
      near: /crypto|horoscope|Winklevoss|zodiac|bitcoin|telescope|observator/i,
    },
    only: {
      isListed: true,
      vendor: 'anywhere',
      near: /\bLLMs?\b|model|\bAI\b|GPT|Claude|prompt|Flash|Ultra|agent|embedding/i,
    },
  },
];
