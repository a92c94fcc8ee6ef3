import type { StateValue } from '@aws-sdk/client-cloudwatch';
import { parseArn } from '../messaging/arn.ts';
import { notSupported, validation } from './errors.ts';

/** The rule of a composite alarm as a tree. */
export type Rule =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'state'; readonly state: StateValue; readonly alarmName: string }
  | { readonly kind: 'not'; readonly of: Rule }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Rule[] };

const PIECE = /\s*(?:"((?:[^"\\]|\\.)*)"|([()])|([^\s()"]+))/y;
const STATES: Readonly<Record<string, StateValue>> = {
  ALARM: 'ALARM',
  OK: 'OK',
  INSUFFICIENT_DATA: 'INSUFFICIENT_DATA',
};
const DEEPEST = 50;

/** Throws ValidationError when the text is no rule. */
export function parseRule(text: string): Rule {
  const parser = new Parser(text);
  const rule = parser.any(0);
  parser.end();
  return rule;
}

class Parser {
  readonly #pieces: readonly string[];
  #at = 0;

  constructor(text: string) {
    const pieces: string[] = [];
    const whole = text.trimEnd();
    PIECE.lastIndex = 0;
    while (PIECE.lastIndex < whole.length) {
      const match = PIECE.exec(whole);
      if (!match) throw validation('AlarmRule is not valid: a quotation mark is not closed.');
      pieces.push(match[1] === undefined ? (match[2] ?? match[3] ?? '') : `"${match[1].replaceAll('\\"', '"')}`);
    }
    this.#pieces = pieces;
  }

  any(depth: number): Rule {
    return this.#joined('OR', () => this.#joined('AND', () => this.#one(depth)));
  }

  end(): void {
    if (this.#at < this.#pieces.length) throw this.#fault();
  }

  #joined(word: 'AND' | 'OR', part: () => Rule): Rule {
    const first = part();
    const parts = [first];
    while (this.#takes(word)) parts.push(part());
    return parts.length === 1 ? first : { kind: word === 'AND' ? 'and' : 'or', parts };
  }

  #one(depth: number): Rule {
    if (depth > DEEPEST) throw validation('AlarmRule is nested too deeply.');
    if (this.#takes('NOT')) return { kind: 'not', of: this.#one(depth + 1) };
    if (this.#takes('TRUE')) return { kind: 'constant', value: true };
    if (this.#takes('FALSE')) return { kind: 'constant', value: false };
    if (this.#takes('(')) {
      const inner = this.any(depth + 1);
      this.#expect(')');
      return inner;
    }
    return this.#state();
  }

  #state(): Rule {
    const word = this.#pieces[this.#at]?.toUpperCase() ?? '';
    if (word === 'AT_LEAST') throw notSupported('AT_LEAST in an AlarmRule');
    const state = STATES[word];
    if (!state) throw this.#fault();
    this.#at += 1;
    this.#expect('(');
    const alarmName = nameIn(this.#pieces[this.#at] ?? '');
    this.#at += 1;
    this.#expect(')');
    if (alarmName === '') throw this.#fault();
    return { kind: 'state', state, alarmName };
  }

  #takes(word: string): boolean {
    if (this.#pieces[this.#at]?.toUpperCase() !== word) return false;
    this.#at += 1;
    return true;
  }

  #expect(word: string): void {
    if (!this.#takes(word)) throw this.#fault();
  }

  #fault(): Error {
    return validation(`AlarmRule is not valid at its part ${this.#at + 1}: '${this.#pieces[this.#at] ?? 'its end'}'.`);
  }
}

/** Alarms are named by name or by ARN. */
function nameIn(piece: string): string {
  const text = piece.startsWith('"') ? piece.slice(1) : piece;
  const resource = parseArn(text)?.resource;
  return resource?.startsWith('alarm:') ? resource.slice('alarm:'.length) : text;
}

/** The alarms that a rule speaks of. */
export function alarmsIn(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'constant':
      return [];
    case 'state':
      return [rule.alarmName];
    case 'not':
      return alarmsIn(rule.of);
    case 'and':
    case 'or':
      return rule.parts.flatMap(alarmsIn);
  }
}

/** Whether a rule holds; an alarm that is gone is in no state. */
export function holds(rule: Rule, stateOf: (alarmName: string) => StateValue | undefined): boolean {
  switch (rule.kind) {
    case 'constant':
      return rule.value;
    case 'state':
      return stateOf(rule.alarmName) === rule.state;
    case 'not':
      return !holds(rule.of, stateOf);
    case 'and':
      return rule.parts.every((part) => holds(part, stateOf));
    case 'or':
      return rule.parts.some((part) => holds(part, stateOf));
  }
}
