import type { Found } from '../document.ts';
import type { DocumentLimits } from '../limits.ts';
import type { OpenedFile } from '../opened-file.ts';
import { bomb, counted, damaged, encrypted, quoted, Refusal } from '../refusal.ts';
import { checkExpansion } from './expansion.ts';
import { loadPdfjs, type Pdfjs } from './load-pdfjs.ts';
import { pageText, type TextRun } from './page-text.ts';
import { withoutStrayRejections } from './stray-rejections.ts';

type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;

/** Fewer letters and digits than this in a whole file are the numbers of its pages. */
const MIN_LETTERS = 20;

/** The text of a PDF, page by page. Nothing in it is run, fetched or drawn. */
export async function* readPdf(file: OpenedFile, limits: DocumentLimits): AsyncGenerator<Found> {
  const bytes = await file.bytes(limits.fileBytes);
  checkExpansion(file.name, bytes, limits);
  const pdfjs = await loadPdfjs();
  yield* withoutStrayRejections(textsOf(pdfjs, file.name, bytes, limits));
}

async function* textsOf(pdfjs: Pdfjs, name: string, bytes: Uint8Array, limits: DocumentLimits): AsyncGenerator<Found> {
  const task = pdfjs.getDocument({
    data: bytes.slice(), // pdf.js takes the buffer for itself
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: true, // no font is fetched
    disableFontFace: true,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  });
  try {
    yield* textOfPages(name, await opened(name, task.promise), limits);
  } finally {
    await task.destroy();
  }
}

async function opened(name: string, document: Promise<PdfDocument>): Promise<PdfDocument> {
  try {
    return await document;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw encrypted(name);
    throw error instanceof RangeError ? bomb(name) : damaged(name, 'PDF');
  }
}

async function* textOfPages(name: string, document: PdfDocument, limits: DocumentLimits): AsyncGenerator<Found> {
  const pages: string[] = [];
  const budget: Budget = { characters: limits.textCharacters, until: performance.now() + limits.pdfSeconds * 1000 };
  let [broken, number] = [0, 1];
  const last = Math.min(document.numPages, limits.pdfPages);
  for (; number <= last && isLeft(budget); number += 1) {
    const text = await textOfPage(document, number, budget);
    if (text === undefined) broken += 1;
    else if (text !== '') pages.push(text);
  }
  const text = pages.join('\n\n');
  if ((text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < MIN_LETTERS)
    throw withoutLetters(name, broken, !isLeft(budget), limits);
  yield { text };
  if (broken > 0) yield { note: `${quoted(name)}: ${counted(broken)} pages are damaged and were left out.` };
  const reason = whyStopped(document.numPages, budget, limits);
  // A text over the limit is cut, and that is told by whoever cuts it.
  if (reason === undefined || text.length > limits.textCharacters) return;
  yield {
    note: `${quoted(name)} was read up to page ${counted(number - 1)} of ${counted(document.numPages)}: ${reason}.`,
  };
}

function whyStopped(pages: number, budget: Budget, limits: DocumentLimits): string | undefined {
  if (budget.characters < 0) return `it holds more than ${counted(limits.textCharacters)} characters`;
  if (!isLeft(budget)) return `it took longer than ${counted(limits.pdfSeconds)} seconds`;
  return pages > limits.pdfPages ? `more than ${counted(limits.pdfPages)} pages are not read` : undefined;
}

/** What the rest of the document may hold, and until when it may take, by `performance.now()`. */
type Budget = { characters: number; readonly until: number };

const isLeft = ({ characters, until }: Budget): boolean => characters >= 0 && performance.now() < until;

/** Undefined: the page is damaged. Drawings within drawings can repeat a text without end, so it is taken bit by bit. */
async function textOfPage(document: PdfDocument, number: number, budget: Budget): Promise<string | undefined> {
  const runs: TextRun[] = [];
  try {
    const page = await document.getPage(number);
    const reader = page.streamTextContent().getReader();
    while (isLeft(budget)) {
      const { done, value } = await reader.read();
      if (done) break;
      for (const run of value.items.filter((item: object): item is TextRun => 'str' in item)) {
        runs.push(run);
        budget.characters -= run.str.length + 1;
      }
    }
    page.cleanup(); // a stream that is not read to its end waits, and ends with the document: pdf.js fails to cancel it
  } catch {
    if (runs.length === 0) return undefined; // pdf.js throws many kinds of errors; other pages may be sound
  }
  return pageText(runs);
}

function withoutLetters(name: string, broken: number, isTooSlow: boolean, { pdfSeconds }: DocumentLimits): Refusal {
  if (isTooSlow) {
    return new Refusal(
      `${quoted(name)} took longer than ${counted(pdfSeconds)} seconds to read; save only the pages with the posting.`,
    );
  }
  if (broken > 0) return damaged(name, 'PDF');
  return new Refusal(`${quoted(name)} holds pictures of text only; save it as text or run OCR first.`);
}
