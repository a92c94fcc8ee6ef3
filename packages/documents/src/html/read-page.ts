import type { Found } from '../document.ts';
import { decoded, latin1 } from '../encoding.ts';
import type { DocumentLimits } from '../limits.ts';
import type { OpenedFile } from '../opened-file.ts';
import { quoted, withoutText } from '../refusal.ts';
import { htmlText } from './html-text.ts';
import { jobPostings } from './job-posting.ts';
import { savedPage } from './saved-page.ts';

/** A page as the browser saved it, or its source. */
export async function* readHtml(file: OpenedFile, limits: DocumentLimits): AsyncGenerator<Found> {
  const bytes = await file.bytes(limits.fileBytes);
  yield* textsOfPage(file.name, decoded(bytes, declaredCharset(bytes)), limits);
}

/** A page and its pictures in one file (.mhtml). Only the page is read. */
export async function* readMhtml(file: OpenedFile, limits: DocumentLimits): AsyncGenerator<Found> {
  const { bytes, charset, isHtml } = savedPage(file.name, await file.bytes(limits.fileBytes));
  const text = decoded(bytes, charset ?? declaredCharset(bytes));
  if (isHtml) yield* textsOfPage(file.name, text, limits);
  else yield { text };
}

/** Shorter descriptions are teasers: then the page says more. */
const MIN_DESCRIPTION = 200;

async function* textsOfPage(name: string, html: string, limits: DocumentLimits): AsyncGenerator<Found> {
  const page = htmlText(html, limits);
  const postings = await jobPostings(page.data, limits);
  const whole = postings.filter(({ text }) => text.length >= MIN_DESCRIPTION);
  if (whole.length > 0) return yield* whole;
  if (page.text === '') throw withoutText(name);
  const [first] = postings.length === 1 ? postings : [];
  const title = first?.title ?? page.title;
  const location = first?.location;
  yield { text: page.text, ...(title !== '' && { title }), ...(location !== undefined && { location }) };
  if (page.isTooDeep)
    yield { note: `${quoted(name)} is nested more than ${limits.markupDepth} elements deep; its text ends there.` };
}

/** Within the first kilobytes, as browsers look for it. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  return /<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w:-]{1,40})/i.exec(latin1(bytes.subarray(0, 4096)))?.[1];
}
