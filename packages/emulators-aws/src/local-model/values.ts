import type { JsonSchema } from './conversation.ts';
import { similarity } from './embedding.ts';
import { sentimentOf } from './sentiment.ts';
import { sentencesOf, stemOf, termsOf } from './words.ts';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const NUMBER = String.raw`-?\d[\d,]*(?:\.\d+)?`;
const NAME = String.raw`\p{Lu}[\p{Ll}'’]+(?:[ -]\p{Lu}[\p{Ll}'’]+){0,2}`;

/** By the name of what is wanted: how it looks in a text. The first group, or else the whole match, is the value. */
const LOOKS: readonly (readonly [wanted: RegExp, looks: RegExp])[] = [
  [/e-?mail/i, /[\w.+-]+@[\w-]+\.[\w.-]*\w/],
  [/url|link|website/i, /https?:\/\/[^\s"'<>)]+|www\.[^\s"'<>)]+/],
  [/phone|telephone|mobile/i, /\+?\d[\d ()/-]{6,}\d/],
  [
    /date|day|deadline|when|due|birth/i,
    new RegExp(
      String.raw`\d{4}-\d\d-\d\d|\d{1,2} ${MONTH}(?: \d{4})?|${MONTH} \d{1,2}(?:, \d{4})?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b(?:today|tomorrow|yesterday)\b`,
      'i',
    ),
  ],
  [/time$|hour/i, /\d{1,2}:\d\d(?: ?[ap]m)?|\d{1,2} ?[ap]m/i],
  [/currency/i, /\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD)\b|[$€£¥]/],
  [
    /price|cost|amount|total|fee|budget|salary|revenue/i,
    new RegExp(String.raw`[$€£¥]\s?(${NUMBER})|(${NUMBER})\s?(?:USD|EUR|GBP|CHF|dollars?|euros?|pounds?)\b`, 'i'),
  ],
  [/percent|rate|share/i, new RegExp(`(${NUMBER}) ?(?:%|percent)`, 'i')],
  [/expression|formula|calculation/i, /[\d(][\d\s.+*/()^-]*[+*/^-][\d\s.+*/()^-]*[\d)]/],
  [/(?:_|\b)(?:id|number|no|code|reference|sku|ticket|order)$|Id$/i, /\b(?:[A-Z]{1,6}-?\d[\w-]*|\d[\w-]*\d|#\d+)\b/],
  [/quantity|count|age|number|days|size|limit|top_?k/i, new RegExp(`(${NUMBER})`)],
  [
    /city|location|place|destination|origin|country|address|town|region|where/i,
    new RegExp(String.raw`\b(?:in|at|to|from|for|near|of)\s+(${NAME}(?:, (?:\p{Lu}{2}\b|${NAME}))?)`, 'u'),
  ],
  [
    /company|organi[sz]ation|employer|vendor|supplier|brand/i,
    new RegExp(
      String.raw`${NAME}(?: (?:Inc|Ltd|GmbH|Corp|LLC|AG|Co|Group|Bank|University)\b\.?)|\b(?:at|for|with|by|from)\s+(${NAME})`,
      'u',
    ),
  ],
  [
    /name|person|customer|author|sender|recipient|employee|patient|user|who/i,
    new RegExp(
      String.raw`(?:(?:name is|I am|I'm|called|named|by|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|regards,?|sincerely,?|thanks,?)\s+)(${NAME})|\b(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)\b`,
      'u',
    ),
  ],
];

/** Patterns look no farther into a text. */
const MOST_CHARACTERS = 20_000;

/**
 * What a text says under a name such as `order_id` or `city`; undefined when it does not say.
 *
 * A line `order id: …` comes first, then an allowed value of the schema, then what looks like such a thing.
 */
export function findValue(name: string, schema: JsonSchema, whole: string): unknown {
  const text = whole.slice(0, MOST_CHARACTERS);
  const allowed = schema.enum?.map(String);
  if (allowed) return allowedValue(allowed, text);
  if (schema.type === 'array') return findAll(name, schema.items ?? {}, text);
  if (schema.type === 'boolean') return findFlag(name, text);
  const found = labelled(name, text) ?? looksLike(name, schema, text);
  return found === undefined ? undefined : typed(found, schema.type);
}

function allowedValue(allowed: readonly string[], text: string): string | undefined {
  const low = text.toLowerCase();
  const named = allowed.find((value) =>
    new RegExp(`\\b${literal(value.toLowerCase().replace(/[_-]/g, ' '))}\\b`).test(low),
  );
  if (named !== undefined) return named;
  if (allowed.some((value) => /^positive$/i.test(value))) return feelingOf(text, allowed);
  const terms = termsOf(text);
  return allowed.find((value) => termsOf(value.replace(/[_-]/g, ' ')).some((term) => terms.includes(term)));
}

function feelingOf(text: string, allowed: readonly string[]): string | undefined {
  const { balance } = sentimentOf(text);
  const feeling = balance > 0.2 ? 'positive' : balance < -0.2 ? 'negative' : 'neutral';
  return allowed.find((value) => value.toLowerCase() === feeling);
}

/** `Order ID: 17` on a line of the text. */
function labelled(name: string, text: string): string | undefined {
  const words = partsOf(name).map(literal).join('[ _-]?');
  const found = new RegExp(String.raw`(?:^|\n|[;|])\s*[*-]?\s*"?${words}"?\s*[:=]\s*"?([^\n;|"]+)`, 'i').exec(text);
  return found?.[1]?.trim();
}

function looksLike(name: string, schema: JsonSchema, text: string): string | undefined {
  const spoken = `${partsOf(name).join('_')}`;
  const isNumber = schema.type === 'number' || schema.type === 'integer';
  const looks =
    LOOKS.find(([wanted]) => wanted.test(spoken))?.[1] ?? (isNumber ? new RegExp(`(${NUMBER})`) : undefined);
  if (looks) return nearMention(name, looks, text);
  const described = LOOKS.find(([wanted]) => wanted.test(schema.description ?? ''))?.[1];
  return described ? firstMatch(described, text) : undefined;
}

/** Of several matches the one in the sentence that speaks of `name`. */
function nearMention(name: string, looks: RegExp, text: string): string | undefined {
  const terms = partsOf(name).map((part) => stemOf(part));
  const sentences = sentencesOf(text);
  const mentioning = sentences.filter((sentence) => termsOf(sentence).some((term) => terms.includes(term)));
  for (const sentence of mentioning) {
    const found = firstMatch(looks, sentence);
    if (found !== undefined) return found;
  }
  return firstMatch(looks, text);
}

function firstMatch(looks: RegExp, text: string): string | undefined {
  const found = looks.exec(text);
  return found ? (found.slice(1).find((group) => group !== undefined) ?? found[0]).trim() : undefined;
}

function findAll(name: string, items: JsonSchema, text: string): readonly unknown[] | undefined {
  const line = labelled(name, text);
  const parts = line
    ?.split(/,|;|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts) return parts.map((part) => typed(part, items.type));
  const one = findValue(name.replace(/s$/, ''), { ...items, type: items.type ?? 'string' }, text);
  return one === undefined ? undefined : [one];
}

function findFlag(name: string, text: string): boolean | undefined {
  const spoken = partsOf(name)
    .filter((part) => part !== 'is' && part !== 'has')
    .join(' ');
  const sentence = sentencesOf(text).find((one) => similarity(one, spoken) > 0.2);
  return sentence === undefined ? undefined : !/\b(?:not|no|never|without|un\w+)\b|n't/i.test(sentence);
}

function typed(value: string, type: string | undefined): unknown {
  if (type !== 'number' && type !== 'integer') return value;
  const number = Number(new RegExp(NUMBER).exec(value)?.[0].replaceAll(',', ''));
  if (Number.isNaN(number)) return undefined;
  return type === 'integer' ? Math.round(number) : number;
}

/** `orderId`, `order_id` and `order-id` are `order`, `id`. */
export function partsOf(name: string): readonly string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[\s_.-]+/)
    .filter((part) => part !== '');
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
