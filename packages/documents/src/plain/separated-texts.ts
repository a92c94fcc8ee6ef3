/** A line of at least five equal marks between two empty lines: under a heading there is no empty line above. */
const SEPARATOR = /(?<=\n[ \t]*\r?\n|^)([-=])\1{4,}[ \t]*\r?(?:\n[ \t]*\r?(?=\n)|\n?$)/g;

/** Rulers also part the sections of one posting, which are shorter, or begin with the name of a section. */
const MIN_TEXT = 300;
const SECTION =
  /^\W*(?:about|benefits|bonus|compensation|description|duties|education|equal|experience|how|job|key|location|minimum|must|nice|our|overview|pay|perks|position|preferred|qualifications|required|requirements|responsibilities|salary|skills|summary|the|what|who|why|you|your)\b/i;

/**
 * The postings of a text file that keeps several, parted by lines of `-----` or `=====`. The file is parted only if
 * nothing speaks against it; otherwise it is one text:
 *
 * - all such lines are of the same mark and length, with an empty line above and below;
 * - each text has at least 300 characters;
 * - no text but the first begins as a section of a posting does ("Requirements", "About us", "What you will do").
 */
export function separatedTexts(text: string): readonly string[] {
  if (!text.includes('-----') && !text.includes('=====')) return [text]; // as nearly all; found sooner than by the rule
  const lines = [...text.matchAll(SEPARATOR)];
  if (lines.length === 0 || new Set(lines.map(([line]) => line.trim())).size > 1) return [text];
  let from = 0;
  const parts: string[] = [];
  for (const line of lines) {
    parts.push(text.slice(from, line.index));
    from = line.index + line[0].length;
  }
  parts.push(text.slice(from));
  const texts = parts.map((part) => part.trim()).filter((part) => part !== '');
  const isSure = texts.every((part) => part.length >= MIN_TEXT) && !texts.slice(1).some((part) => SECTION.test(part));
  return isSure && texts.length > 1 ? texts : [text];
}
