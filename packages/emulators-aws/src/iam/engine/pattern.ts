import { ANY_RUN, matchesCodes, patternCodes } from './wildcard.ts';

/** Looks a condition key up; undefined when the request has no single value for it. */
export type VariableLookup = (key: string) => string | undefined;

type Part = { readonly codes: readonly number[] } | { readonly key: string; readonly fallback: string | undefined };

/** A policy string, compiled. Most need no walk over codes at all: `*`, an exact text, `prefix*`. */
export type Pattern =
  | { readonly form: 'everything' }
  | { readonly form: 'exact'; readonly text: string }
  | { readonly form: 'prefix'; readonly text: string }
  | { readonly form: 'codes'; readonly codes: readonly number[] }
  | { readonly form: 'template'; readonly parts: readonly Part[]; readonly variables: readonly string[] };

export type PatternRules = {
  /** `*` and `?` are wildcards. */
  readonly hasWildcards: boolean;
  /** `${…}` is a variable (Version 2012-10-17). */
  readonly hasVariables: boolean;
};

/** `${key}`, `${key, 'default'}`, and the escapes `${*}`, `${?}`, `${$}`. */
const VARIABLE = /\$\{(?:([*?$])|([^{}',]+?)(?:\s*,\s*'([^']*)')?)\}/g;

function partsOf(text: string, hasWildcards: boolean): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const found of text.matchAll(VARIABLE)) {
    const [whole, escaped, key, fallback] = found;
    parts.push({ codes: patternCodes(text.slice(end, found.index), hasWildcards) });
    if (escaped !== undefined) parts.push({ codes: patternCodes(escaped, false) });
    else parts.push({ key: (key ?? '').trim(), fallback });
    end = found.index + whole.length;
  }
  parts.push({ codes: patternCodes(text.slice(end), hasWildcards) });
  return parts;
}

function ofCodes(codes: readonly number[]): Pattern {
  const firstWildcard = codes.findIndex((code) => code < 0);
  const textOf = (some: readonly number[]) => some.map((code) => String.fromCharCode(code)).join('');
  if (firstWildcard < 0) return { form: 'exact', text: textOf(codes) };
  if (firstWildcard === codes.length - 1 && codes[firstWildcard] === ANY_RUN) {
    return codes.length === 1 ? { form: 'everything' } : { form: 'prefix', text: textOf(codes.slice(0, -1)) };
  }
  return { form: 'codes', codes };
}

export function compilePattern(text: string, rules: PatternRules): Pattern {
  if (!rules.hasVariables || !text.includes('${')) return ofCodes(patternCodes(text, rules.hasWildcards));
  const parts = partsOf(text, rules.hasWildcards);
  const variables = parts.flatMap((part) => ('key' in part ? [part.key] : []));
  if (variables.length > 0) return { form: 'template', parts, variables };
  return ofCodes(parts.flatMap((part) => ('codes' in part ? part.codes : [])));
}

/** Codes of a template for one request; undefined when a variable has neither value nor default. */
function fillTemplate(parts: readonly Part[], lookUp: VariableLookup): number[] | undefined {
  const codes: number[] = [];
  for (const part of parts) {
    if ('codes' in part) codes.push(...part.codes);
    else {
      const value = lookUp(part.key) ?? part.fallback;
      if (value === undefined) return undefined;
      codes.push(...patternCodes(value, false)); // a `*` in a user's name must not become a wildcard
    }
  }
  return codes;
}

/** Codes of any pattern; undefined when a variable cannot be resolved. */
export function codesOf(pattern: Pattern, lookUp: VariableLookup): readonly number[] | undefined {
  switch (pattern.form) {
    case 'everything':
      return [ANY_RUN];
    case 'exact':
      return patternCodes(pattern.text, false);
    case 'prefix':
      return [...patternCodes(pattern.text, false), ANY_RUN];
    case 'codes':
      return pattern.codes;
    case 'template':
      return fillTemplate(pattern.parts, lookUp);
  }
}

/** A pattern with a variable that cannot be resolved matches nothing. */
export function matchesPattern(pattern: Pattern, text: string, lookUp: VariableLookup): boolean {
  switch (pattern.form) {
    case 'everything':
      return true;
    case 'exact':
      return pattern.text === text;
    case 'prefix':
      return text.startsWith(pattern.text);
    case 'codes':
      return matchesCodes(pattern.codes, text);
    case 'template': {
      const codes = fillTemplate(pattern.parts, lookUp);
      return codes !== undefined && matchesCodes(codes, text);
    }
  }
}

/** The first variable that has neither value nor default. */
export function unresolvedVariable(pattern: Pattern, lookUp: VariableLookup): string | undefined {
  if (pattern.form !== 'template') return undefined;
  const open = pattern.parts.find(
    (part) => 'key' in part && part.fallback === undefined && lookUp(part.key) === undefined,
  );
  return open && 'key' in open ? open.key : undefined;
}

/** Variables of a pattern that have no default, resolved or not. */
export function variablesOf(pattern: Pattern): readonly string[] {
  if (pattern.form !== 'template') return [];
  return pattern.parts.flatMap((part) => ('key' in part && part.fallback === undefined ? [part.key] : []));
}

const COLON = 58;

/** Cuts at colons into at most six pieces, as an ARN has; the last keeps its own colons. */
export function arnPieces(codes: readonly number[]): readonly (readonly number[])[] {
  const pieces: number[][] = [[]];
  for (const code of codes) {
    if (code === COLON && pieces.length < 6) pieces.push([]);
    else pieces.at(-1)?.push(code);
  }
  return pieces;
}
