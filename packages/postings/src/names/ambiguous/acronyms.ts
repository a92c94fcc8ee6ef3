import type { NameRule } from './rule.ts';

/** Letters that stand for several things: EMR, AML, DMS, KMS, OCI, GCP, TF, ML, EDA, DPO, MCP, RAG, … */
const CLINICAL =
  /good\s+(?:clinical|laboratory|manufacturing)|\bICH\b|\bG[DLM]P\b|GxP|\bE6\b|\bIRBs?\b|\bCROs?\b|clinical (?:trial|stud|research)|research (?:nurse|governance|ethics)|\bMHRA\b|\b21 CFR\b|pharmacovigil|investigator|trial master/i;

/** Beside pay in Singapore it is a thirteenth month: "S$5,000 + AWS + bonus", "AWS & VB", "one month AWS". */
const MONTH_PAY = String.raw`\d{1,2}(?:,?\d{3}|(?:\.\d)?k)`;
const PAY_BEFORE_WAGE = new RegExp(
  String.raw`(?:\bS\$|\bSGD|\$)\s?${MONTH_PAY}(?:\s?(?:-|–|to)\s?${MONTH_PAY})?(?:\s?x\s?1[23])?(?:\s?(?:\/|per|a)\s?(?:month|mth|mo))?\s?(?:\+|plus)\s*$|\b(?:base|basic|salary|pay)\s\+\s*$|\b(?:one|1)[-\s]month\s$|\b13th\b[^;\n]{0,24}$`,
  'i',
);
const PAY_AFTER_WAGE =
  /^[^;\n]{0,24}\b13th\b|^\s*(?:[+&,/]|and\b|plus\b)\s*(?:VB\b|(?:variable|performance|annual|yearly|contractual|company|quarterly)\s(?:bonus|incentive)|\d{1,2}\sdays)|^\s*\+\s*(?:bonus|commission|incentives?|allowances?)\b(?!\s*(?:points?\b|if\b|for\b|:))|^\s*\((?:one|1)[-\s]month\b/i;

/** "IAM lies with another team", "… not part of this job": what others see to. */
const OTHERS_JOB =
  /^\)?(?:[^.;\n]{0,60}\bnot (?:a )?part of (?:this|the|your) (?:job|role|position|work|post)\b|(?:[\s,(]+(?:and\s)?[\w ]{0,24}\(?[A-Z]{3}\)?)?\s(?:(?:is|are|lies?|sits?|stays?|rests?|remains?)\s(?:(?:done|handled|run|owned|managed|kept|looked after|seen to|dealt with|taken care of)\s)?(?:with|by|up to|at)|belongs?\sto)\s(?:(?:the|our|another|an?|other|their|your)\s)(?:[\w-]+\s){0,2}(?:offices?|teams?|departments?|groups?|people|colleagues|unit|squad|guild)\b)/;
const SEEN_TO_BY_OTHERS = ['aws-iam', 'aws-kms', 'amazon-vpc', 'aws-secrets-manager', 'microsoft-entra-id'];

export const ACRONYM_RULES: readonly NameRule[] = [
  ...SEEN_TO_BY_OTHERS.map((id): NameRule => ({ id, never: { after: OTHERS_JOB } })),
  {
    id: 'amazon-web-services',
    spellings: ['AWS'],
    never: {
      near: /annual wage|wage supplement|American Welding|welding society|\bD1\.\d|\bCWI\b|automatic weather station/i,
      before: PAY_BEFORE_WAGE,
      after: PAY_AFTER_WAGE,
    },
  },
  {
    id: 'google-cloud-platform',
    spellings: ['GCP'],
    never: {
      near: new RegExp(`${CLINICAL.source}|ground.control|photogrammetr|georeferenc`, 'i'),
      after:
        /^[\s-]*trained\b|^[\s-]*(?:guidelines?|compliance|regulations?|standards?|inspection|principles|training in clin|(?:certified|qualified)[\s-](?:study|research|trial|nurs|site|staff|investigat|monitor)|-compliant (?:trial|stud)|audit|certificates?\b|refresher)/i,
      before:
        /\b(?:work\w*|conform\w*|adher\w+|conduct\w*|compl\w+|accordance|(?:in )?line|accord\w+) (?:to|with)\s+(?:ICH[ -])?$/i,
      postingAlone:
        /good\s+clinical|clinical\s+(?:trial|stud|research|development)|\bGxP\b|\bICH\b|pharmacovigil|21 CFR|\bPhase I{1,3}\b/i,
    },
  },
  {
    id: 'oracle-cloud-infrastructure',
    spellings: ['OCI'],
    never: {
      near: /open container|oracle call|container (?:standards?|specs?|specifications?|formats?|runtimes?)|\bCNI\b|\bCRI\b|\bCRI-O\b|buildah|skopeo|\brunc\b/i,
      after:
        /^[\s-]*(?:complian(?:t|ce)|conform\w+|compatible|layers?\b|manifests?|hooks?\b|images?\b|artifacts?|runtimes?|containers?|registr|spec|format|distribution|bundle)/i,
      before: /(?:containerd|runc|Docker|Podman)[,/\s]+$|\bcontainers?\b[^.;\n]{0,25}\(\s?$/i,
    },
  },
  {
    id: 'amazon-emr',
    spellings: ['EMR'],
    never: {
      near: /electronic|medical|health.?records?|\bEHRs?\b|\bEpic\b|Cerner|patient|clinic|hospital|HL7|FHIR|physician|nurs|\bwards?\b|bedside|\bbed (?:plan|manage)|admissions?\b|surgeons?|\bdoctors?\b|(?:in|out)patient|triage|lab (?:results|values)|diagnos/i,
      after:
        /^s\b|^\/EHR|^\s+(?:systems?|data|records?|vendors?|integrations?|software|extracts?|feeds?|charts?|fields|codes|interfaces|screens?|forms|modules?|users?|go-live|rollout|implementations?|imports?|downloads?|messages|access)\b|^\s+exports?\b(?!\s+(?:\w+ ){0,2}(?:to|into)\b)/i,
    },
    only: {
      vendor: 'near',
      after: /^\s+(?:clusters?|Serverless|on EKS|Studio|jobs?)/i,
      before: /Spark (?:on|and|with)\s+$/i,
      near: /PySpark|\bSpark\b.{0,20}\bS3\b/,
    },
  },
  {
    id: 'aws-iam',
    spellings: ['IAM'],
    never: { near: /Okta|SailPoint|CyberArk|Azure AD|\bEntra\b|Ping ?Identity|ForgeRock|\bGCP IAM|Google Cloud IAM/i },
  },
  {
    id: 'aws-kms',
    spellings: ['KMS'],
    never: { near: /knowledge management|Volume Activation|Google Cloud KMS|GCP KMS/i },
  },
  {
    id: 'amazon-ses',
    spellings: ['SES'],
    never: {
      before: /\b[Nn]on[- ]$|\bEL[12][/ ,]+$/,
      near: /senior executive|socio.?economic|executive service|\bSL\b|\bST\b|Canberra|merit staffing/i,
    },
  },
  {
    id: 'microsoft-azure',
    spellings: ['Azure'],
    never: {
      before: /\b(?:C[oô]te d['’]|colou?r(?:ed)?|deep|pale|bright)\s*$/i,
      after:
        /^\s+(?:is|was|being)\s+(?:the|a|our) (?:\w+ )?(?:colou?r|shade|blue)|^\s+(?:blue|sky|skies|sea|seas|waters?|coast|hue|Window|tint)\b/i,
    },
  },
  { id: 'openai-api', never: { before: /Azure[\s-]*$/i } },
  { id: 'azure-data-explorer', spellings: ['ADX'], only: { isListed: true, vendor: 'anywhere', near: /Kusto|KQL/ } },
  {
    id: 'microsoft-entra-id',
    spellings: ['AAD'],
    never: { near: /authenticated data|cipher|\bGCM\b|\bAEAD\b|nonce/i },
  },
  {
    id: 'amazon-sns',
    spellings: ['SNS'],
    never: { near: /social network|Instagram|Twitter|TikTok|Facebook|WeChat|\bLINE (?:app|ads|messenger)\b/i },
  },
  {
    id: 'amazon-ecs',
    spellings: ['ECS'],
    never: {
      near: /entity.component|\bUnity\b(?! Catalog)|\bBevy|Elastic Common|Unreal|Godot|(?:game|physics|rendering|our own) engine|\ban ECS\b(?! (?:cluster|task|service|fargate|container|deploy|instance|fleet|workload|environment))/i,
    },
  },
  {
    id: 'amazon-msk',
    spellings: ['MSK'],
    never: { near: /Memorial|Sloan|Kettering|musculo|physio|orthop|radiolog|cancer|ultrasound/i },
    only: { isListed: true, vendor: 'near', near: /Kafka/i },
  },
  { id: 'amazon-rds', spellings: ['RDS'], never: { near: /remote desktop|Citrix|respiratory/i } },
  {
    id: 'amazon-s3',
    spellings: ['S3'],
    never: {
      before: /\bR['’]?s?\s+$/,
      after: /^\s*(?:Graphics\b|class(?:es)?\b|and S4|,? ?S4|methods|\/4|generics|\/HANA)/i,
    },
  },
  { id: 'amazon-vpc', never: { otherClouds: true } },
  {
    id: 'aws-secrets-manager',
    spellings: ['Secrets Manager'],
    never: { otherClouds: true },
    only: { isExact: true, vendor: 'anywhere' },
  },
  { id: 'aws-well-architected-framework', never: { otherClouds: true } },
  { id: 'amazon-quick-suite', spellings: ['Quick Sight', 'Quick Suite'], isExact: true },
  {
    id: 'azure-machine-learning',
    spellings: ['AML'],
    never: {
      near: /\bKYC|fraud|complian|leuk|sanction|\bBSA\b|transaction monitor|financial crime|\bCFT\b|\bCTF\b|\bCAMS\b|\bSARs?\b|typolog|suspicious|watch.?list|payments?\b|money/i,
      after:
        /^\s+(?:controls?|checks?|screening|alerts?|officers?|analysts?|investigat\w+|polic(?:y|ies)|programmes?|regulations?|risks?|teams?|qualification|rules|cases|obligations?|laws?|directives?|experts?|specialists?)\b/i,
      posting: /anti.?money|laundering|myeloid|financial crime|transaction monitoring|suspicious activit/i,
    },
  },
  {
    id: 'azure-data-factory',
    spellings: ['ADF'],
    never: {
      near: /Oracle|JDeveloper|Dickey|Atlassian|document feeder|Defen[cs]e Force|\b(?:Army|Navy|veterans?|reservists?)\b/i,
    },
  },
  { id: 'azure-devops', spellings: ['ADO'], never: { after: /^\s?\.NET/i } },
  { id: 'luis', spellings: ['LUIS'], never: { before: /\bSAN\s+$/ } },
  {
    id: 'azure-container-instances',
    spellings: ['ACI'],
    never: { near: /\bCisco|\bNXOS|VXLAN|concrete|\bACI 318|airports?\b/i },
  },
  { id: 'azure-kubernetes-service', spellings: ['AKS'], never: { near: /kickback|Stark (?:Law|Act)|False Claims/i } },
  { id: 'tpu', never: { near: /thermoplastic|polyurethane|filament|injection mold/i } },
  { id: 'jax', never: { near: /Jacksonville|\bFL\b|Florida|JAX\s?(?:RS|WS|B)\b|JAX-/ } },
  {
    id: 'tensorflow',
    spellings: ['TF'],
    isExact: true,
    never: { after: /^[\s-]?IDF|^\s?[x*×]\s?IDF|^\s?\(term/i, near: /Terraform|Pulumi|term frequency/i },
    only: { isListed: true, near: /Keras|PyTorch|deep learning|neural/i },
  },
  {
    id: 'machine-learning',
    spellings: ['ML'],
    never: { before: /(?:^|[\s(/])\d+(?:\.\d+)?\s?$|\bper\s+$/, after: /^\s?\/\s?(?:min|kg|h|hr)\b/ },
  },
  {
    id: 'natural-language-processing',
    spellings: ['NLP'],
    never: { near: /neuro.?linguistic|hypno|life coach|\bEMDR\b|therap(?:ist|y)|counsell?or|\bCBT\b|mindfulness/i },
  },
  {
    id: 'large-language-models',
    spellings: ['LLM', 'LLMs'],
    never: {
      near: /\bJ\.D\.|(?<!\b(?:the|this|below|attached|full|detailed)\s)\bJD\b(?!\s*[:\n–-])|\bLL\.?B\b|Juris|law (?:degree|school)|of Laws|admitted to the bar|bar (?:exam|admission)/i,
      before:
        /\b(?:lawyers?|barristers?|solicitors?|attorneys?)\b.{0,14}\b(?:an?|their)\s+$|\b(?:hold\w*|earned?|has|degree such as) an?\s+$/i,
      after: /^\s*\((?:the |a )?(?:law )?degree|^\s+in (?:\w+ )?(?:law|taxation|tax|arbitration)\b|^\s+from [A-Z]/,
    },
  },
  { id: 'generative-ai', spellings: ['GAI'], isExact: true },
  {
    id: 'rag',
    spellings: ['RAG'],
    never: { after: /^[\s-]*(?:status|rat(?:ed|ing)|reports?|scor|trade)/i, near: /red.{0,4}amber|amber.{0,4}green/i },
  },
  {
    id: 'rlhf',
    spellings: ['DPO'],
    never: { near: /data protection|privacy|GDPR|officer|days payable/i },
    only: { isListed: true, near: /RLHF|\bPPO\b|preference|align|fine.?tun|\bSFT\b|GRPO/i },
  },
  {
    id: 'model-context-protocol',
    spellings: ['MCP'],
    never: { after: /^\s*\)/, near: /Microsoft Certified|MCS[EAD]\b|certified professional|Metacarp|Master Control/i },
  },
  {
    id: 'a2a-protocol',
    spellings: ['A2A'],
    never: { near: /application.to.application|account.to.account|payment|open banking/i },
    only: { isListed: true, near: /\bagents?\b|\bMCP\b|agentic|protocol/i },
  },
  { id: 'responsible-ai', spellings: ['XAI'], isExact: true },
  {
    id: 'exploratory-data-analysis',
    spellings: ['EDA'],
    never: {
      near: /electronic design|Cadence|Synopsys|VLSI|\bRTL\b|\bASICs?\b|\bchips?\b|semiconductor|event.driven|Mentor Graphics|Verilog|tape.?out/i,
      postingAlone: /electronic design|semiconductor|VLSI|tape.?out|Synopsys/i,
    },
  },
  {
    id: 'dax',
    spellings: ['DAX'],
    never: {
      after: /^[-\s]*(?:listed|notiert|40|30|50|compan|index|corporation|group|konzern)/i,
      near: /Frankfurt|stock (?:index|exchange)|MDAX/i,
    },
  },
  {
    id: 'dbt',
    never: {
      before:
        /\b(?:clinicians?|nurses?|social workers?|psychologists?)\b[^.;]{0,25}\b(?:in|with|of|uses?|practi[cs]e)\s$/i,
      after:
        /^[\s-](?:informed\b|skills (?:groups?|train)|(?:trained|certified|qualified)\s(?:clinic|counsel|social|nurs|therap))/i,
      near: /dialectical|behaviou?r(?:al)?[\s-]+(?:therap|health|skill|modif)|therap(?:y|ists?|ies)\b|\bCBT\b|counsel|mental health|psycho/i,
    },
  },
  { id: 'elasticsearch', spellings: ['ELK'], isExact: true },
  { id: 'reinforcement-learning', spellings: ['RL'], never: { before: /\d\s?$/ } },
  { id: 'aws-cdk', never: { near: /CDK Global|\bcyclin/i } },
  { id: 'aws-sam', never: { near: /segment anything/i } },
  { id: 'nosql', spellings: ['No-SQL'], never: { near: /\b[Nn]o\s+SQL\b/ } },
  { id: 'ibm-db2', never: {} },
];
