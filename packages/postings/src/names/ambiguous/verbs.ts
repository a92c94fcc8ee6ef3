import type { Frame, NameRule } from './rule.ts';

/** Services of AWS that are called by a verb: they count in a list of services, with a capital, and never alone. */
const LIST_BEFORE =
  /(?:[,/(&|:+;]|\b(?:with|using|of|in|on|and|or|including|as|like|via|through|by|from|uses?|used|calls?|combin(?:e|es|ing)|chains?|e\.g\.|AWS|Amazon|AWS's))\s*$/i;
const LIST_AFTER =
  /^\s*(?:[,)/;.&|+•·]|and\b|or\b|for\b|services?\b|APIs?\b|so\b|that\b|which\b|where\b|before\b|is\b|are\b|was\b|were\b|$|\n)/i;
const FRAMES: readonly Frame[] = [
  { before: LIST_BEFORE, after: LIST_AFTER },
  // "…, and Comprehend tags them": in running text, before a verb with an object or an adverb.
  {
    before: /[\w.,;:)]["”’']?[^\S\n]$|[\w,]\n$/,
    after:
      /^\s+(?:[a-z]+s\s(?:the|an?|our|what|how|who|which|it|them|us|each|every|their|its)\b|(?:now|then|also|only|just)\s[a-z]+s\b|(?:does|has|had|did|can|could|will|would|may|gives|tells|lets|makes|helps|finds|writes|knows|brings|comes|goes)\b)/,
  },
  // "we let Forecast guess"
  { before: /\b(?:lets?|letting)\s+$/i, after: /^\s+[a-z]+\b/ },
];
const VERBS = ['Comprehend', 'Transcribe', 'Translate', 'Personalize', 'Forecast'];

/** What a posting about language models says somewhere. */
const OF_MODELS = /\bLLMs?\b|\bGPT|[Gg]enerative AI|GenAI|[Ll]anguage [Mm]odels?|\bCopilot\b|\bClaude\b|Hugging ?Face/;

/** As above, or about neural networks of any kind. */
const OF_NETWORKS = new RegExp(`${OF_MODELS.source}|PyTorch|TensorFlow|[Dd]eep [Ll]earning|[Nn]eural [Nn]et`);

export const VERB_RULES: readonly NameRule[] = [
  ...VERBS.map((verb): NameRule => {
    const id = `amazon-${verb.toLowerCase()}`;
    return { id, spellings: [verb], isExact: true, frames: FRAMES, only: { vendor: 'near' } };
  }),
  // "…in AWS connect the teams", "data on AWS forecast demand"
  ...[...VERBS, 'Connect'].map((verb): NameRule => {
    const spellings = [`AWS ${verb}`, `Amazon ${verb}`];
    return {
      id: `amazon-${verb.toLowerCase()}`,
      spellings,
      never: { near: new RegExp(`(?:AWS|Amazon)\\s+${verb.toLowerCase()}`) },
    };
  }),
  { id: 'aws-amplify', never: { near: /AWS\s+amplify/ } },
  { id: 'aws-batch', never: { near: /AWS\s+batch\s+(?!jobs?\b)/ } },
  { id: 'amazon-lookout-for-vision', spellings: ['Lookout for Vision'], isExact: true },
  { id: 'aws-data-pipeline', isExact: true, never: { after: /^s\b/ } },
  {
    id: 'apache-spark',
    spellings: ['Spark'],
    never: {
      after:
        /^\s+(?:joy|innovation|interest|ideas?|change|creativity|an?\b|the\b|your|our|curiosity|conversations?|new\b|imagination|meaningful|passion|inspiration|growth|plugs?\b|of\b)/i,
    },
  },
  {
    id: 'react',
    spellings: ['React'],
    never: { after: /^\s+(?:quickly|to|fast|promptly|calmly|appropriately|swiftly|well|in real|rapidly|positively)\b/ },
  },
  {
    id: 'excel',
    spellings: ['Excel'],
    never: { after: /^\s+(?:at|in|as|under|when|through)\b/, before: /\b(?:to|you|will|and you|who|we|can|that)\s+$/i },
    only: {
      isListed: true,
      before:
        /\b(?:MS|Office|in|of|with|using|use|know|knows|around|master|from|into|via|advanced|strong|(?:Word|PowerPoint|Outlook|Access)(?:,|,? and|,? or)?)\s+$|\(\s?$/i,
      after: /^\s*(?:skills|spreadsheets?|macros?|formulas?|pivot|VBA|models?|modell?ing)\b/i,
    },
  },
  {
    id: 'prompt-engineering',
    spellings: ['prompting'],
    never: { before: /\b(?:without|little|minimal|no|self)[\s-]+$/i },
    only: {
      near: /(?<!enro)LLM|GPT|\bAI\b|language model|few.shot|chain|\bRAG\b|agent|Claude/i,
      isListed: true,
      posting: OF_MODELS,
    },
  },
  {
    id: 'fine-tuning',
    only: {
      near: /model|(?<!enro)LLM|GPT|BERT\b|\bQ?LoRA\b|\bAI\b|transformer|train|network|Llama|prompt|\bRAG\b|diffusion|deep|embedding|\bML\b|PEFT|evaluat|inference|NLP|RLHF|SFT|PyTorch|TensorFlow|Keras|\bJAX\b|Hugging ?Face|\bGPUs?\b|checkpoint/i,
      isListed: true,
      posting: OF_NETWORKS,
    },
  },
  { id: 'feature-store', spellings: ['Feast'], isExact: true, only: { isListed: true, near: /feature/i } },
];
