import type { SectionKind } from './heading-phrases.ts';

/**
 * Headings in the writer's own words ("What we'd be glad of", "STRETCH (nice, not needed)"), told by what they turn
 * about. Each word has a weight; the kind with the most weight wins, the first of these if two have the same.
 */
const TURNS: readonly (readonly [SectionKind, weight: number, RegExp])[] = [
  [
    'benefits',
    4,
    /\b(?:benefits?|perks?|in return|what (?:we|they) (?:offer|give|pay|provide)|we offer|what(?:['’]s| is) in it for|what you(?:['’]ll| will)? (?:get|receive|earn)|you(?:['’]ll| will) get|why (?:join|work|you)|salary|compensation|pay|the (?:offer|deal|money))\b/i,
  ],
  [
    'preferred',
    4,
    /\b(?:plus(?:es)?|bonus(?:es)?|nice|desirables?|desired|prefer(?:red|ably|ences?)?|advantage\w*|ideally|optional\w*|beneficial|assets?|stretch|wish(?:es)?|wish ?list|brownie|cherry|icing|extra credit|gold stars?|bragging|differentiators?|favou?rable|stand out|set(?:s)? you apart|an edge|even (?:better|faster)|in faster|to the top|tie.?breakers?|surprises?|sweeten\w*|(?:over the moon|shine|tip the (?:balance|scales)|catch (?:our|their) eye|wins? (?:us|them) over|so much the better|jump the queue|spoil (?:us|them)|head start|leg up|but (?:it(?:['’]s| is) )?(?:not|isn['’]t) (?:needed|required|essential|necessary))|nice.?to.?have\w*)\b/i,
  ],
  [
    'preferred',
    4,
    /\b(?:(?:not|n['’]t) (?:\w+ )?(?:needed|required|necessary|expected)\b[^:]{0,6}\b(?:but|yet|though|although|still)\b|(?:not|non).(?:essential|mandatory|a must|a deal.?breaker)|(?:we|they)(?:['’]d| would| will|['’]ll)(?: \w+){0,2} (?:(?:love|like)(?! you\b| to (?:meet|hear|talk|work))|prefer|appreciate|welcome|enjoy|be (?:\w+ )?(?:glad|happy|thrilled|delighted|pleased|excited|impressed))|(?:would|could|might|will) (?:also )?(?:be (?:\w+ )?(?:good|great|helpful|useful|lovely|nice|welcome|handy)|help|impress|delight)|(?:good|great|lovely|handy|useful|helpful) (?:to|if|but)|help(?:s|ful)?(?: you)?(?: if)?$|also (?:good|great|useful|welcome)|makes? (?:us|them|me|him|her|our \w+|the \w+) (?:smile|happy|grin|day))\b/i,
  ],
  [
    'preferred',
    2,
    /\b(?:extras?|(?:things|what) (?:we|they) (?:also )?(?:like|love)|welcome(?= extras| additions|\W*$)|helpful|delight\w*|appreciated|valued|if you(?:['’]ve| have)? (?:also|happen|even)|you (?:might|may) (?:also )?(?:have|know|bring)|could.?haves?|should.?haves?|secondary|glad of|happy about|excite us|points)\b/i,
  ],
  [
    'not-asked',
    3,
    /\b(?:not (?:needed|required|looking for|necessary)|don['’]?t (?:need|use|require|want|care|mind)|no need|what does(?:n['’]t| not) matter)\b/i,
  ],
  [
    'apply',
    2,
    /\b(?:apply|applying|your application|application process|interviews?|next steps|process|how we (?:choose|hire|select))\b/i,
  ],
  [
    'requirements',
    3,
    /\b(?:what|things) (?:we|they)(?:['’]ll| will)? (?:check|test|probe|screen|ask about|assess)\b|\b(?:you should|who (?:should|can|may)) apply\b/i,
  ],
  ['stack', 3, /\b(?:stack|tooling|toolbox|technolog(?:y|ies) (?:we|they|you)|tools (?:we|you))\b/i],
  [
    'requirements',
    3,
    /\b(?:must|musts|must.?haves?|require[sd]?|requirements?|essentials?|mandatory|qualif\w+|non.?negotiables?|deal.?breakers?|knock.?outs?|looking for|pre.?requisites?|table stakes|(?<!\bdo )you(?:['’]ll|['’]d| will| would| should| must)? (?:need|have|bring|know|offer|show)|you(?:['’]ve| have)(?: got)?|you (?:are|should)|we(?:['’]re|['’]d)? (?:need|expect|require|want|seek|after|ask|hope)|they(?:['’]re|['’]d)? (?:need|expect|want|after|require)|(?:can['’]t|cannot|won['’]t|will not) (?:compromise|budge|bend|do without)|insist\w*|indispensable|come (?:and )?(?:talk|work) (?:to|with) us if|gets you (?:in|hired|through)|person spec\w*|competenc\w+|criteria)\b/i,
  ],
  [
    'requirements',
    2,
    /\b(?:needs?|needed|your (?:skills|background|experience|profile|strengths|toolkit)|skills?|experience|knowledge|suits? you|right (?:person|for you|fit)|(?:good|great|perfect) (?:fit|match)|who (?:you|will|we|this|should)|the (?:person|ideal|candidate)|ideal \w+|we['’]d (?:like|love) (?:you to|to meet)|minimum|expertise)\b/i,
  ],
  [
    'duties',
    3,
    /\b(?:you(?:['’]ll| will| would|['’]d)? (?:do|be doing|work|own|build|spend|tackle|deliver)|responsib\w+|duties|tasks|day.to.day|your (?:role|job|days?|work|mission|impact|week)|the (?:role|job|work|challenge|post)|(?:first|typical) (?:year|months?|weeks?|days?)|this role|accountab\w+)\b/i,
  ],
  [
    'company',
    3,
    /\b(?:who we are|about (?:us|the company)|our (?:story|company|mission|values|clients|customers|investors|partners))\b/i,
  ],
  // "About Sable Orchard", "Who are we?"
  [
    'company',
    4,
    /^[\s#*_]{0,6}(?:(?:About|ABOUT) (?!(?:[Tt]he|THE|[Tt]his|THIS|[Yy]ou|YOU|[Yy]our|[Oo]ur|[Mm]y|An?|It|Working|Life)\b)[A-Z][\w&.'’-]*(?: [\w&.'’-]+){0,4}[\s#*_:]{0,6}$|(?:[Ww]ho are we|WHO ARE WE)[\s#*_?:]{0,6}$)/,
  ],
];

/** "Who it is good to be, but not needed": what is denied asks for nothing. */
const DENIALS =
  /\b(?:not|none of (?:them|it|which|these)|never|isn['’]t|aren['’]t)\s+(?:\w+ )?(?:needed|required|essential|mandatory|necessary|expected|a must)\b/gi;

/** `least`: how much weight its words must have. */
export function freeHeading(line: string, least = 0): SectionKind | undefined {
  const affirmed = line.replace(DENIALS, ' ');
  const weights = new Map<SectionKind, number>();
  for (const [kind, weight, words] of TURNS) {
    const said = kind === 'requirements' ? affirmed : line;
    if (words.test(said)) weights.set(kind, (weights.get(kind) ?? 0) + weight);
  }
  let best: SectionKind | undefined;
  let most = least - 1;
  for (const [kind, weight] of weights) {
    if (weight <= most) continue;
    best = kind;
    most = weight;
  }
  return best;
}
