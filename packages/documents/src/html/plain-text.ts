import type { DocumentLimits } from '../limits.ts';

const MARKUP = /<\/?(?:p|br|div|ul|ol|li|h[1-6]|strong|b|em|i|u|span|a|table|tr|td|section|font|html|body)\b[^<>]*>/i;
const ENTITY =
  /&(?:amp|nbsp|lt|gt|quot|apos|rsquo|lsquo|ldquo|rdquo|ndash|mdash|bull|middot|#\d{1,7}|#x[\da-f]{1,6});/i;
/** Some services escape their markup once more. */
const MAX_LAYERS = 3;

/** A field's text: markup in it becomes text, and text without markup stays as it is. */
export async function plainText(text: string, limits: DocumentLimits): Promise<string> {
  let plain = text;
  for (let layer = 0; layer < MAX_LAYERS && (MARKUP.test(plain) || ENTITY.test(plain)); layer += 1) {
    const { htmlText } = await import('./html-text.ts'); // a table without markup loads no parser
    // Without a tag the line breaks are the text's own.
    const source = MARKUP.test(plain) ? plain : `<pre>${plain.replaceAll('<', '&lt;')}</pre>`;
    plain = htmlText(source, limits).text;
  }
  return plain;
}
