/** What speaks for a kind of harm, and how surely. Patterns of behaviour rather than lists of slurs. */
export interface HarmPattern {
  readonly confidence: 'HIGH' | 'MEDIUM' | 'LOW';
  readonly looks: RegExp;
}

const GROUPS =
  '(?:immigrants?|foreigners?|refugees?|women|men|muslims?|jews?|christians?|blacks?|whites?|asians?|gays?|lesbians?|trans people|disabled people|those people|these people|old people|poor people)';

/** By content filter. */
export const HARM_PATTERNS: Readonly<Record<string, readonly HarmPattern[]>> = {
  HATE: [
    {
      confidence: 'HIGH',
      looks: new RegExp(
        String.raw`\b(?:hate|exterminate|eradicate|get rid of|deport)\b.{0,20}\b${GROUPS}\b|\b${GROUPS}\b.{0,30}\b(?:vermin|subhuman|inferior|parasites?|animals|should (?:all )?(?:die|be killed|disappear))\b`,
        'i',
      ),
    },
    {
      confidence: 'MEDIUM',
      looks: new RegExp(
        String.raw`\b${GROUPS}\b.{0,30}\b(?:are (?:all )?(?:stupid|lazy|criminals?|dirty|dangerous|worthless)|don't belong|do not belong|go back)\b`,
        'i',
      ),
    },
    {
      confidence: 'LOW',
      looks: new RegExp(String.raw`\b(?:can't stand|dislike|don't trust|do not trust)\b.{0,20}\b${GROUPS}\b`, 'i'),
    },
  ],
  INSULTS: [
    {
      confidence: 'HIGH',
      looks:
        /\b(?:you(?: are|'re| f\w+)?|he is|she is|they are)\b.{0,25}\b(?:idiots?|morons?|imbeciles?|scum|losers?|pathetic|worthless|dumbass|bastards?|assholes?|trash)\b/i,
    },
    {
      confidence: 'MEDIUM',
      looks:
        /\b(?:idiots?|morons?|imbeciles?|dumbass|stupid (?:bot|person|company|people)|shut up|you are (?:so |really )?(?:stupid|useless|dumb))\b/i,
    },
    { confidence: 'LOW', looks: /\b(?:stupid|dumb|fools?|useless|clowns?)\b/i },
  ],
  SEXUAL: [
    {
      confidence: 'HIGH',
      looks:
        /\b(?:porn\w*|explicit sex\w*|naked (?:pictures?|photos?)|sexual act|have sex with|erotic (?:story|scene)|nude (?:pictures?|photos?))\b/i,
    },
    { confidence: 'MEDIUM', looks: /\b(?:sexy|erotic\w*|nudes?|naked|strip for)\b/i },
    { confidence: 'LOW', looks: /\b(?:seductive|lingerie|sexual)\b/i },
  ],
  VIOLENCE: [
    {
      confidence: 'HIGH',
      looks:
        /\b(?:how (?:to|do i|can i) (?:kill|murder|hurt|poison|stab|shoot|strangle)|(?:i will|i'll|going to|want to) (?:kill|murder|stab|shoot|hurt) (?:you|him|her|them|my|someone|people)|build (?:a )?bomb|make (?:a )?bomb|pipe bomb|mass shooting)\b/i,
    },
    {
      confidence: 'MEDIUM',
      looks: /\b(?:kill|murder|stab|torture|behead|massacre|bomb|beat (?:him|her|them|you) up)\w*\b/i,
    },
    { confidence: 'LOW', looks: /\b(?:fight|weapons?|guns?|attack (?:him|her|them|someone)|blood\w*|punch)\b/i },
  ],
  MISCONDUCT: [
    {
      confidence: 'HIGH',
      looks:
        /\b(?:how (?:to|do i|can i) (?:hack|steal|shoplift|launder|forge|counterfeit|break into|pick a lock|evade tax\w*|make (?:meth|drugs))|launder money|steal (?:a |the )?(?:car|identity|credit cards?)|phishing (?:mail|email|page) (?:to|that|for)|write (?:me )?(?:a )?(?:malware|ransomware|virus|keylogger))\b/i,
    },
    {
      confidence: 'MEDIUM',
      looks:
        /\b(?:hack into|shoplift\w*|counterfeit\w*|money laundering|fake (?:id|passport|invoice)s?|without getting caught|bypass (?:the )?(?:paywall|licen[cs]e|drm)|ransomware|malware)\b/i,
    },
    { confidence: 'LOW', looks: /\b(?:cheat on|steal\w*|hack\w*|fraud\w*|bribe\w*)\b/i },
  ],
  PROMPT_ATTACK: [
    {
      confidence: 'HIGH',
      looks:
        /\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:all |any |your |the |my )*(?:previous|prior|above|earlier|system|safety)?\s*(?:instructions?|rules?|prompts?|guidelines?|restrictions?|guardrails?|filters?)\b|\b(?:reveal|show|print|repeat|output|tell me|leak)\b.{0,25}\b(?:system|hidden|initial|secret) (?:prompt|instructions?|message)\b|\b(?:you are|act as|pretend (?:to be|you are)|become)\b.{0,25}\b(?:DAN\b|jailbroken|unrestricted|unfiltered|without (?:any )?(?:restrictions|rules|limits))|\bdo anything now\b/i,
    },
    {
      confidence: 'MEDIUM',
      looks:
        /\b(?:developer mode|jailbreak|new instructions?:|from now on you (?:are|will)|pretend (?:that )?(?:there are|you have) no (?:rules|restrictions)|roleplay as an? (?:evil|unrestricted))\b/i,
    },
    {
      confidence: 'LOW',
      looks:
        /\b(?:pretend (?:to be|you are)|hypothetically,? (?:if|how)|what are your (?:instructions|rules)|system prompt)\b/i,
    },
  ],
};

/** Words of the managed list of profanity. */
export const PROFANITY: readonly string[] =
  'arse arsehole asshole bastard bitch bollocks bullshit crap cunt damn dick dickhead fuck fucked fucker fucking goddamn motherfucker piss pissed prick shit shitty slut twat wanker whore'.split(
    ' ',
  );
