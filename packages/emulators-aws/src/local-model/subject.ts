import type { Request } from './passages.ts';

/** The text that an instruction is about: the passages, what is quoted, or what follows the instruction's colon. */
export function subjectOf({ passages, instruction }: Request): string {
  if (passages.length > 0) return passages.map(({ text }) => text).join('\n\n');
  const quoted = /["“«]([^"”»]{12,})["”»]/.exec(instruction)?.[1];
  if (quoted !== undefined) return quoted;
  const paragraphs = instruction.split(/\n\s*\n/).filter((text) => text.trim() !== '');
  if (paragraphs.length > 1) return longest(paragraphs.slice(1));
  const afterColon = /:\s+([^\n][\s\S]{11,})$/.exec(instruction)?.[1];
  return afterColon ?? instruction;
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}
