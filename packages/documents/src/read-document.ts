import { unreachable } from '@cairn/kernel';
import type { DocumentFormat, DocumentPart, DocumentSource, DocumentText, Found, FoundText } from './document.ts';
import { formatOf, mayBeTable } from './format.ts';
import { type DocumentLimits, USUAL_LIMITS } from './limits.ts';
import { OpenedFile } from './opened-file.ts';
import { counted, empty, quoted, Refusal, tooLarge, withoutText } from './refusal.ts';

/**
 * The texts of a file, one by one, so that a table of 100,000 postings is never in memory as a whole. It never throws
 * for what the file holds: a file that gives no text ends in `refused`. Ending the loop early closes the file.
 *
 * A page of a PDF is read without a pause. Whoever must survive a file that is made to harm runs this in a worker.
 */
export async function* readDocument(
  source: DocumentSource,
  limits: DocumentLimits = USUAL_LIMITS,
): AsyncGenerator<DocumentPart> {
  const tally = new Tally(source.name, limits);
  try {
    yield* tally.parts(found(source, limits));
    yield* tally.notes();
  } catch (error) {
    const sentence = error instanceof Refusal ? error.message : unreadable(source.name, error);
    if (tally.texts === 0) yield { kind: 'refused', sentence };
    else {
      yield* tally.notes();
      yield { kind: 'note', sentence: `Only the first ${counted(tally.texts)} texts were read: ${sentence}` };
    }
  }
}

/** A file that went away while it was read, or something in it that no check foresaw. */
function unreadable(name: string, error: unknown): string {
  if (isForbidden(error)) return `${quoted(name)} may not be read by you; change its permissions, or leave it out.`;
  const reason = error instanceof RangeError ? 'it needs more memory than there is' : 'it was moved, or it is damaged';
  return `${quoted(name)} could not be read: ${reason}; save it again and choose it again.`;
}

/** As Node tells it. Browsers do not tell it from a file that is gone. */
const isForbidden = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');

/** What a reader finds, with the format that it turned out to be. */
type FoundIn = { readonly format: DocumentFormat; readonly found: Found };

async function* found(source: DocumentSource, limits: DocumentLimits): AsyncGenerator<FoundIn> {
  const limit = mayBeTable(source.name) ? limits.tableBytes : limits.fileBytes;
  if (source.size > limit) throw tooLarge(source.name, limit);
  if (source.size === 0) throw empty(source.name);
  const file = await OpenedFile.open(source, limit);
  try {
    if (file.head.length === 0) throw empty(source.name);
    const format = formatOf(source.name, file.head);
    const read = await readerOf(format);
    for await (const each of read(file, limits)) yield { format, found: each };
  } finally {
    await file.close();
  }
}

type Reader = (file: OpenedFile, limits: DocumentLimits) => AsyncGenerator<Found>;

/** Each reader is loaded when a file of its format comes: reading a txt loads no PDF reader. */
async function readerOf(format: DocumentFormat): Promise<Reader> {
  switch (format) {
    case 'txt':
      return (await import('./plain/read-plain.ts')).readText;
    case 'md':
      return (await import('./plain/read-plain.ts')).readMarkdown;
    case 'html':
      return (await import('./html/read-page.ts')).readHtml;
    case 'mhtml':
      return (await import('./html/read-page.ts')).readMhtml;
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf;
    case 'docx':
      return (await import('./docx/read-docx.ts')).readDocx;
    case 'json':
      return (await import('./records/read-json.ts')).readJson;
    case 'csv':
      return (await import('./records/read-csv.ts')).readCsv;
    default:
      return unreachable(format);
  }
}

/** Numbers the texts of one file, cuts them, and keeps count of it. */
class Tally {
  readonly #name: string;
  readonly #limits: DocumentLimits;
  readonly #ids = new Set<string>();
  texts = 0;
  #cut = 0;

  constructor(name: string, limits: DocumentLimits) {
    this.#name = name;
    this.#limits = limits;
  }

  async *parts(all: AsyncIterable<FoundIn>): AsyncGenerator<DocumentPart> {
    for await (const { format, found } of all) {
      if ('note' in found) {
        yield { kind: 'note', sentence: found.note };
      } else if (this.texts >= this.#limits.texts) {
        const sentence = `${quoted(this.#name)} holds more than ${counted(this.#limits.texts)} texts; the rest was left out.`;
        yield { kind: 'note', sentence };
        return;
      } else if (found.text.trim() !== '') {
        yield { kind: 'text', text: this.#numbered(found, format) };
      }
    }
    if (this.texts === 0) throw withoutText(this.#name);
  }

  *notes(): Generator<DocumentPart> {
    if (this.#cut === 0) return;
    const limit = counted(this.#limits.textCharacters);
    const what = this.#cut === 1 ? 'a text' : `${counted(this.#cut)} texts`;
    yield { kind: 'note', sentence: `${quoted(this.#name)}: ${what} of more than ${limit} characters was cut there.` };
  }

  #numbered({ text, recordId, ...rest }: FoundText, format: DocumentFormat): DocumentText {
    this.texts += 1;
    return { id: this.#idOf(recordId, format), text: this.#cutText(text), ...rest, format };
  }

  #idOf(recordId: string | undefined, format: DocumentFormat): string {
    const isAlone = this.texts === 1 && format !== 'json' && format !== 'csv';
    const numbered = isAlone ? this.#name : `${this.#name}#${this.texts}`;
    const id = recordId === undefined || this.#ids.has(recordId) ? numbered : recordId;
    this.#ids.add(id);
    return id;
  }

  #cutText(text: string): string {
    const limit = this.#limits.textCharacters;
    if (text.length <= limit) return text;
    this.#cut += 1;
    return text.slice(0, /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit); // no half of a character
  }
}
