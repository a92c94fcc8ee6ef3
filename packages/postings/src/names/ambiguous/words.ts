import type { NameRule } from './rule.ts';

/** Tools and concepts that are also nouns, people, places or firms. */
const DEVOPS = /Ansible|Puppet|Terraform|Jenkins|Salt|DevOps|configuration|infrastructure/i;

/** What shall not write an application: "don't let ChatGPT write it", "no letters written by ChatGPT". */
const OF_LETTER = '(?:letters?|applications?|CVs?|r[eé]sum[eé]s?|answers)';
const FOR_APPLICANTS: NonNullable<NameRule['never']> = {
  before: new RegExp(
    String.raw`\b(?:${OF_LETTER}\b[^.;:!?\n]{0,16}\b(?:written|drafted|generated|composed|polished|made)\s(?:by|with)|(?:letters?|CVs?|r[eé]sum[eé]s?)\s(?:(?:that|which)\s\w+\s)?(?:by|from|like))\s(?:an?\s)?$`,
    'i',
  ),
  after: new RegExp(
    String.raw`^\s+(?:writes?|wrote|has\swritten|answers?|answered|drafts?|drafted)\s(?:it|them|this|that|for\syou|your\s(?:\w+\s)?${OF_LETTER})(?=\s*(?:[.!?;,)]|$)|\sfor\syou)|^\s+(?:to\s\w+|for|in|on)\syour\s(?:\w+\s)?${OF_LETTER}\b`,
    'i',
  ),
};

/** What every posting says that means networks of attention: a transformer without any of it is made of iron. */
const OF_LEARNING =
  /\bLLM|[Mm]achine.[Ll]earning|\bML\b|[Dd]eep.[Ll]earning|\bAI\b|\bNLP\b|\b[Nn]eural|\bGPT|BERT|PyTorch|TensorFlow|Keras|\bJAX\b|Hugging.?Face|[Ll]anguage.[Mm]odel|\b[Ll]anguages? (?:technolog|process)|[Aa]ttention|[Ee]mbedding|\b[CR]NNs?\b|LSTM|[Dd]iffusion|\b[Vv]ision\b|[Ss]peech|[Dd]ata [Ss]cien|[Ff]ine.?tun/;

/** "an app that warns you before your …": of those who buy the product. */
const OF_CUSTOMER =
  /\b(?:tool|product|app|platform|software|what we (?:sell|make|build)|we (?:sell|make|build))\b(?=[^.;\n]*\b(?:tells?|shows?|lets?|helps?|gives?|warns?|saves?|finds?|watch(?:es)?|plugs?|sits?|connects?|reads?|scans?|cleans?)\b)[^.;\n]{0,80}\byour\s(?:own\s|whole\s|entire\s|existing\s)?$/i;

export const WORD_RULES: readonly NameRule[] = [
  ...['data-warehouse', 'data-pipelines'].map((id): NameRule => ({ id, never: { before: OF_CUSTOMER } })),
  {
    id: 'pytorch',
    spellings: ['Torch', 'torch'],
    never: { before: /\b(?:the|a|Olympic|welding|plasma|carry)\s+$/i },
    only: { isListed: true, before: /\bin\s+$/ },
  },
  {
    id: 'scikit-learn',
    spellings: ['SciKit', 'Scikit'],
    never: { after: /^[-\s]?(?:image|optimize|survival|bio|fuzzy|multiflow|posthocs)/i },
  },
  { id: 'pandas', never: { near: /\bzoo|bamboo|conservation|giant|wildlife/i } },
  {
    id: 'transformers',
    spellings: ['Transformer', 'Transformers'],
    only: { near: OF_LEARNING, isListed: true, posting: OF_LEARNING },
    never: {
      before:
        /\b(?:power|distribution|furnace|plant|site|pole|grid|current|voltage|step.(?:up|down)|digital|business|isolation|dry.type|pad.?mount(?:ed)?)\s+$/i,
      near: /electrical|voltage|substation|winding|\bkVA|\bMVA|switchgear|circuit breaker|power (?:grid|system)|oil.filled|Hasbro|relays?\b|\bcables?\b|kilomet|\bkV\b|network operator|feeder|ageing|overhead line|furnaces?\b|foundry|smelter|switchboard|boilers?\b|turbines?\b|diesel|electrician|\bmotors?\b(?! insur)|amplifiers?|rectifiers?|inverters?|capacitors?|busbars?|\bcoils?\b|gearbox/i,
      after:
        /^\s+(?:ages?|fails?|failures?|loads?|loading|oil|stations?|rooms?|overheats?|hums?|banks?|fleet|cores? (?:steel|loss))\b/i,
    },
  },
  {
    id: 'nvidia-triton',
    spellings: ['Triton'],
    never: {
      before: /OpenAI\s+$/,
      after: /^\s*\(?(?:the |a )?(?:kernels?|(?:\w+ )?language|DSL|compiler|College|submarine)/i,
      // The language, in which kernels are written; the server serves.
      near: /^(?!.*(?:TensorRT|[Ss]erving|[Ii]nference [Ss]erver)).*(?:\b[Kk]ernels\b|CUTLASS|\bMLIR\b|\bPallas\b)/s,
    },
    only: { isListed: true, near: /NVIDIA|inference|serving|CUDA|GPU/i },
  },
  {
    id: 'ray',
    spellings: ['Ray'],
    never: {
      before: /(?:\b[Xx]|Blu|gamma|cosmic|manta|Uncle|Dr\.?|Mr\.?|Sugar)[-\s]+$/i,
      after: /^[-\s]*(?:trac|cast|march|Ban\b|of\b|Dalio|Kurzweil)/i,
    },
    only: {
      isListed: true,
      after: /^\s*(?:clusters?|framework|Data\b|RLlib|on Kubernetes|Train\b|Core\b)/i,
      near: /Anyscale|distributed (?:training|computing|compute)/i,
      before:
        /\b(?:runs?|jobs?|train(?:ing|ed)?|serving|served|scaled?|scaling|clusters?|workloads?|tuning|tuned|inference|pipelines?)\s(?:\w+\s){0,2}(?:on|with|using|in)\s+$/i,
    },
  },
  { id: 'haystack', spellings: ['Haystack'], never: { before: /\b(?:a|the|in)\s+$/i } },
  {
    id: 'anthropic-claude',
    spellings: ['Claude'],
    never: {
      before: /(?:Jean[-\s]|Mr\.?\s|Ms\.?\s|Saint[-\s]|St\.?\s|contact\s|dear\s|hi\s)$/i,
      after:
        /^\s+(?:Shannon|Monet|Debussy|Bernard)|^\s+(?!API|Code|Opus|Sonnet|Haiku|Agent|Desktop|Max|Pro\b|Enterprise|Skills|Models?|LLM|Instant|And\b|Or\b)[A-Z][a-z]+\s*(?:[,@(]|at\b|$)/,
    },
  },
  {
    id: 'cursor',
    spellings: ['Cursor'],
    never: { before: /\b(?:SQL|database|DB|the|mouse|explicit|implicit|Oracle)\s+$/i },
    only: {
      isListed: true,
      near: /Copilot|Claude|\bAI\b|\bIDE\b|coding|Windsurf|\b(?:code|program|pair) (?:\w+ )?(?:with|in) Cursor/i,
    },
  },
  {
    id: 'guardrails',
    never: {
      before:
        /\b(?:financial|budget|cost|brand|spending|fiscal|pricing|highway|road|safety barriers and|install(?:ing)?)\s+$/i,
      near: /scaffold|stairs?\b|highway|machine guarding|OSHA|handrail|\bcrash\b|bridge deck/i,
      after: /^\s+(?:around|on|for|of) (?:\w+ )?(?:spend|cost|budget|pric|pay\b)/i,
    },
    only: {
      isListed: true,
      before:
        /\b(?:put|build|add|design|implement|write|ship|develop|create|experience with|knowledge of)(?:ing)?\s(?:\w+ )?$/i,
      near: /LLM|\bAI\b|model|agent|prompt|Bedrock|NeMo|outputs?\b|hallucin|GPT|\bRAG\b|generat|\beval|inject|jailbreak|chat|content|safety|machine learning|\bML\b|\bbots?\b|assistants?\b/i,
    },
  },
  {
    id: 'statistics',
    spellings: ['statistics'],
    never: {
      before:
        /\b(?:Labor|Labour|National|Vital|Justice|crime|Health|Education|usage|web|traffic|official|Agricultural|Central|performance|sports?|game|match|player|Federal|agricultural|studied|studying|majored in|graduated in)\s+$|\b(?:Office|Bureau|Institute|Department|Agency|Ministry|Authority) (?:of|for) (?:[A-Z]\w+ (?:and )?)?$/i,
      after: /^\s+(?:show|Canada|Norway|indicate|suggest|Netherlands|Denmark|Finland|about|on (?:the|our|sales))/i,
    },
  },
  {
    id: 'airflow',
    spellings: ['Airflow'],
    never: {
      near: /HVAC|ventilat|aerodynam|\bfans?\b|\bducts?\b|thermal|cooling|turbin|wind tunnel|\bCFD\b|temperature|humidity|pressure|torque|\bhoods?\b|breath|\blungs?|nasal|vehicle|\bvents?\b/i,
    },
  },
  { id: 'mlflow', spellings: ['ML flow'], only: { isListed: true, near: /ML Flow|tracking|registry/ } },
  { id: 'argo', spellings: ['Argo'], never: { after: /^\s*(?:AI\b|Group|Navis|Tea)/ } },
  {
    id: 'temporal',
    spellings: ['Temporal'],
    never: {
      after:
        /^\s+(?:data|fusion|difference|convolution|graph|relation|pattern|resolution|lobe|model|reason|depend|analysis|networks?)/i,
    },
    only: { isListed: true, near: /workflow engine|orchestrat|durable|workflows? (?:in|on|with|using) Temporal\b/i },
  },
  { id: 'apache-beam', spellings: ['Apache Beam'], only: { near: /Apache/i } },
  {
    id: 'apache-beam',
    spellings: ['Beam'],
    only: { isListed: true, near: /Dataflow/ },
    never: { after: /^\s+(?:search|forming|width|line)/i },
  },
  { id: 'cassandra', never: { before: /\b(?:contact|Ms\.?|Mrs\.?|dear|hi)\s+$/i } },
  {
    id: 'oracle-database',
    spellings: ['Oracle'],
    never: {
      after:
        /^\s*(?:Corp|Fusion|HCM|ERP|NetSuite|Health|Park|Red Bull|of\b|EBS|E-Business|Financials|Marketing|Eloqua|Responsys|Arena|Academy)/i,
    },
  },
  // The people who sell, written small: "our salesforce of 70".
  {
    id: 'salesforce',
    never: { near: /\b(?:[Oo]ur|[Tt]he|[Tt]heir|[Aa]n?|field|[Ii]ts|your|whole|large) salesforce\b|salesforce of \d/ },
  },
  { id: 'gpt', spellings: ['ChatGPT'], never: FOR_APPLICANTS },
  { id: 'anthropic-claude', spellings: ['Claude'], never: FOR_APPLICANTS },
  { id: 'large-language-models', spellings: ['LLM'], never: FOR_APPLICANTS },
  { id: 'helm', never: { before: /\b(?:the|at|at the|took)\s+$/i } },
  {
    id: 'chef-puppet',
    spellings: ['Chef'],
    never: {
      near: /kitchen|\bcook|culinary|restaurant|\bfood|\bmenu|sous|pastry|hospitality|catering/i,
      after: /^\s+de\b/,
    },
    only: { isListed: true, near: DEVOPS },
  },
  { id: 'chef-puppet', spellings: ['Puppet'], never: { near: /theat|\bshows?\b|master/i } },
  {
    id: 'git',
    never: {
      before: /\b(?:your|link to|links to|your own|profiles? on|public)\s+$/i,
      near: /LinkedIn|full name/i,
      after:
        /^\s*(?:profile|account|handle|link|username|URL|portfolio|pages?|(?:or|and|\/) ?(?:LinkedIn|portfolio|Kaggle|Hugging ?Face|Stack ?Overflow|Behance|personal)|stars)\b/i,
    },
  },
  { id: 'fastapi', spellings: ['Fast API'], isExact: true },
  { id: 'opencv', spellings: ['Open CV'], isExact: true },
  { id: 'chroma', spellings: ['Chroma'], never: { after: /^\s+(?:key|subsampl)/i } },
  { id: 'pinecone', never: { near: /forest|\btrees?\b|\bpine /i } },
  { id: 'tableau', never: { near: /\b(?:[Aa]|[Tt]he) tableau\b/, after: /^\s+vivant/i } },
  { id: 'mongodb', spellings: ['Mongo'], never: { after: /^\s+(?:County|people)/i } },
  { id: 'kafka', spellings: ['Kafka'], never: { before: /Franz\s+$/ } },
  { id: 'kafka', spellings: ['Confluent'], isExact: true },
  { id: 'prometheus', spellings: ['Prometheus'], isExact: true },
  { id: 'ansible', spellings: ['Ansible'], isExact: false },
];
