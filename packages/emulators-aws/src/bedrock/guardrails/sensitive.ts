import type {
  GuardrailPiiEntityFilter,
  GuardrailRegexFilter,
  GuardrailSensitiveInformationPolicyAssessment,
} from '@aws-sdk/client-bedrock-runtime';
import { linearPattern, type PatternMatch } from '../../linear-pattern.ts';
import { actionOf, type Direction, isEnabled } from './direction.ts';
import type { GuardrailRules } from './guardrail.ts';
import { SENSITIVE_PATTERNS } from './sensitive-patterns.ts';

type Rules = NonNullable<GuardrailRules['sensitiveInformationPolicyConfig']>;

interface Stretch {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

export interface SensitiveFindings {
  readonly assessment: GuardrailSensitiveInformationPolicyAssessment;
  readonly isBlocked: boolean;
  readonly isMasked: boolean;
  /** The texts with masks such as `{EMAIL}` in place of what was found. */
  readonly texts: readonly string[];
}

/** Looks for personal data and the patterns of one's own in `texts`. */
export function findSensitive(rules: Rules, direction: Direction, texts: readonly string[]): SensitiveFindings {
  const piiEntities: GuardrailPiiEntityFilter[] = [];
  const regexes: GuardrailRegexFilter[] = [];
  const shown = texts.map((text) => {
    const masks = [...entitiesIn(rules, direction, text, piiEntities), ...matchesIn(rules, direction, text, regexes)];
    return masked(text, masks);
  });
  const actions = [...piiEntities, ...regexes].map(({ action }) => action);
  return {
    assessment: { piiEntities, regexes },
    isBlocked: actions.includes('BLOCKED'),
    isMasked: actions.includes('ANONYMIZED'),
    texts: shown,
  };
}

const DONE = { BLOCK: 'BLOCKED', ANONYMIZE: 'ANONYMIZED', NONE: 'NONE' } as const;

function entitiesIn(
  { piiEntitiesConfig = [] }: Rules,
  direction: Direction,
  text: string,
  found: GuardrailPiiEntityFilter[],
): readonly Stretch[] {
  const masks: Stretch[] = [];
  for (const stretch of sensitiveStretches(text)) {
    const rule = piiEntitiesConfig.find(({ type }) => type === stretch.type);
    if (!rule?.type || !isEnabled(rule, direction)) continue;
    const action = DONE[actionOf(rule, direction, rule.action) ?? 'BLOCK'];
    found.push({ type: rule.type, match: text.slice(stretch.start, stretch.end), action, detected: true });
    if (action === 'ANONYMIZED') masks.push(stretch);
  }
  return masks;
}

function matchesIn(
  { regexesConfig = [] }: Rules,
  direction: Direction,
  text: string,
  found: GuardrailRegexFilter[],
): readonly Stretch[] {
  const masks: Stretch[] = [];
  for (const rule of regexesConfig.filter((one) => isEnabled(one, direction))) {
    const action = DONE[actionOf(rule, direction, rule.action) ?? 'BLOCK'];
    for (const { text: match, start, end } of regexMatches(rule.pattern, text)) {
      found.push({ name: rule.name, match, regex: rule.pattern, action, detected: true });
      if (action === 'ANONYMIZED') masks.push({ type: rule.name ?? 'REGEX', start, end });
    }
  }
  return masks;
}

const regexMatches = (pattern = '', text = ''): readonly PatternMatch[] =>
  [...(linearPattern(pattern)?.all(text) ?? [])].filter((match) => match.text !== '');

/** All sensitive data in a text, in its order; what an earlier pattern took is not taken again. */
export function sensitiveStretches(text: string): readonly Stretch[] {
  const taken: Stretch[] = [];
  for (const { type, looks, holds } of SENSITIVE_PATTERNS) {
    for (const found of text.matchAll(looks)) {
      const value = found.groups?.value ?? found.groups?.other ?? found[0];
      const start = found.index + found[0].lastIndexOf(value);
      const stretch = { type, start, end: start + value.length };
      if ((holds?.(value) ?? true) && !taken.some((other) => overlap(stretch, other))) taken.push(stretch);
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

const overlap = (one: Stretch, other: Stretch): boolean => one.start < other.end && other.start < one.end;

function masked(text: string, masks: readonly Stretch[]): string {
  let shown = text;
  const apart = masks.filter((mask, at) => !masks.slice(0, at).some((other) => overlap(mask, other)));
  for (const { type, start, end } of [...apart].sort((a, b) => b.start - a.start)) {
    shown = `${shown.slice(0, start)}{${type}}${shown.slice(end)}`;
  }
  return shown;
}
