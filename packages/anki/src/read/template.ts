import { clozeHtml } from './cloze.ts';

/** What a template may ask for. */
export type TemplateContext = {
  readonly fields: ReadonlyMap<string, string>;
  readonly side: 'front' | 'back';
  readonly ordinal: number;
  readonly tags: string;
  readonly deck: string;
  readonly onTypedAnswer: () => void;
};

/** A template that repeats its fields could grow without end. */
const LONGEST_HTML = 200_000;

/**
 * A card template with its fields put in, as HTML. What a field holds is put in as it is and never read as a template.
 *
 * @returns undefined if the result is longer than any card
 */
export function renderTemplate(template: string, context: TemplateContext): string | undefined {
  const page = new Page();
  let at = 0;
  while (at < template.length && page.html.length <= LONGEST_HTML) {
    const start = template.indexOf('{{', at);
    const end = start === -1 ? -1 : template.indexOf('}}', start);
    if (end === -1) {
      page.put(template.slice(at));
      break;
    }
    page.put(template.slice(at, start));
    putTag(page, template.slice(start + 2, end).trim(), context);
    at = end + 2;
  }
  return page.html.length > LONGEST_HTML ? undefined : page.html;
}

/** What is rendered so far, and which conditional sections are open. */
class Page {
  html = '';
  private readonly sections: boolean[] = [];
  private hidden = 0;
  private readonly filled = new Map<string, boolean>();

  put(text: string): void {
    if (this.hidden === 0) this.html += text;
  }

  open(isShown: boolean): void {
    this.sections.push(isShown);
    if (!isShown) this.hidden += 1;
  }

  close(): void {
    if (this.sections.pop() === false) this.hidden -= 1;
  }

  /** Fields are long and templates ask often. */
  isFilled(name: string, context: TemplateContext): boolean {
    const known = this.filled.get(name) ?? isFilled(name, context);
    this.filled.set(name, known);
    return known;
  }
}

function putTag(page: Page, tag: string, context: TemplateContext): void {
  const name = tag.slice(1).trim();
  if (tag.startsWith('#')) page.open(page.isFilled(name, context));
  else if (tag.startsWith('^')) page.open(!page.isFilled(name, context));
  else if (tag.startsWith('/')) page.close();
  else page.put(replacementOf(tag, context));
}

function isFilled(name: string, { fields, tags, ordinal }: TemplateContext): boolean {
  if (name === `c${ordinal + 1}`) return true;
  const html = name === 'Tags' ? tags : (fields.get(name) ?? '');
  return html.replace(/<\/?(?:br|div|p)\b[^<>]*>|&nbsp;|\s/gi, '') !== '';
}

function replacementOf(tag: string, context: TemplateContext): string {
  const parts = tag.split(':').map((part) => part.trim());
  const name = parts.at(-1) ?? '';
  const filters = parts.slice(0, -1);
  if (tag.startsWith('!') || name === 'FrontSide') return ''; // the back is shown beneath the front anyway
  if (filters.some((filter) => filter.startsWith('tts'))) return '';
  const html = context.fields.get(name) ?? specialOf(name, context);
  const { side, ordinal } = context;
  if (filters.includes('type')) {
    context.onTypedAnswer();
    if (side === 'front') return '';
  }
  if (filters.includes('cloze-only')) return clozeHtml(html, ordinal, 'only');
  return filters.includes('cloze') ? clozeHtml(html, ordinal, side) : html;
}

function specialOf(name: string, { tags, deck }: TemplateContext): string {
  if (name === 'Tags') return tags;
  if (name === 'Deck') return deck;
  return name === 'Subdeck' ? (deck.split('::').at(-1) ?? '') : '';
}

/** What stands beneath the line that separates an answer from its question; all of it if nothing does. */
export function answerPart(html: string): string {
  const line = /<hr\b[^<>]*\bid\s*=\s*["']?answer\b[^<>]*>/i.exec(html);
  if (!line) return html;
  const answer = html.slice(line.index + line[0].length);
  return answer.replace(/<[^<>]*>|&nbsp;|\s/g, '') === '' && !/<(?:img|audio|video)/i.test(answer) ? html : answer;
}
