import type { DocumentFormat } from './document.ts';
import { latin1, sniffEncoding } from './encoding.ts';
import { damaged, encrypted, quoted, Refusal } from './refusal.ts';

/** Formats that are read record by record, so that their files may be large. */
const TABLE_ENDINGS = /\.(?:csv|tsv|tab|json|jsonl|ndjson)$/i;

export const mayBeTable = (name: string): boolean => TABLE_ENDINGS.test(name);

type BinaryKind = 'picture' | 'archive' | 'rtf' | 'old-office' | 'unknown';

/** First bytes, one character each. */
const BEGINNINGS: readonly (readonly [string, BinaryKind])[] = [
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['\x1f\x8b', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['Rar!', 'archive'],
  ['\xfd7zXZ', 'archive'],
  ['\x28\xb5\x2f\xfd', 'archive'],
  ['{\\rtf', 'rtf'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old-office'],
];
const LATER_PICTURE = /^(?:RIFF....WEBP|....ftyp(?:heic|heif|mif1|avif)|BM.{4}\0{4})/s;

function binaryKind(start: string): BinaryKind | undefined {
  const known = BEGINNINGS.find(([beginning]) => start.startsWith(beginning));
  return known?.[1] ?? (LATER_PICTURE.test(start) ? 'picture' : undefined);
}

/** The format by what the file holds, and by its name only where texts look the same. @throws Refusal */
export function formatOf(name: string, head: Uint8Array): DocumentFormat {
  const text = latin1(head);
  const start = text.slice(0, 4096);
  if (/%PDF-/.test(start.slice(0, 1024 + 5))) return 'pdf';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'docx'; // or another zip: its parts tell
  const binary = binaryKind(start);
  if (binary) throw unreadable(name, binary, text);
  const { encoding } = sniffEncoding(head);
  const isUtf16 = encoding === 'utf-16le' || encoding === 'utf-16be';
  if (!isUtf16 && isBinary(start)) throw unreadable(name, 'unknown', text);
  return textFormat(name, isUtf16 ? new TextDecoder(encoding).decode(head) : text);
}

const MIME_PAGE = /^(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n)*?content-type:\s*multipart\/(?:related|alternative|mixed)/i;
const PAGE =
  /^(?:\xef\xbb\xbf|\uFEFF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
/** An object's first key, or an array's first object; a posting may begin with "[Remote]" or "{Team}". */
const RECORDS = /^(?:\xef\xbb\xbf|\uFEFF)?\s*(?:\[\s*)?\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*[\],]?\s*$)/;

const BY_ENDING: readonly (readonly [RegExp, DocumentFormat])[] = [
  [/\.(?:mht|mhtml)$/i, 'mhtml'],
  [/\.(?:html?|xhtml)$/i, 'html'],
  [/\.(?:json|jsonl|ndjson)$/i, 'json'],
  [/\.(?:csv|tsv|tab)$/i, 'csv'],
  [/\.(?:md|markdown)$/i, 'md'],
];

function textFormat(name: string, text: string): DocumentFormat {
  if (/\.pdf$/i.test(name)) throw damaged(name, 'PDF');
  if (/\.docx$/i.test(name)) throw damaged(name, 'Word document');
  if (MIME_PAGE.test(text)) return 'mhtml';
  if (PAGE.test(text)) return 'html';
  if (!/\.(?:md|markdown)$/i.test(name) && RECORDS.test(text)) return 'json';
  return BY_ENDING.find(([ending]) => ending.test(name))?.[1] ?? 'txt';
}

/** Text has no zero bytes and few control characters; what pdf and images hold has both. */
function isBinary(start: string): boolean {
  if (start.includes('\0')) return true;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  return (start.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0) > start.length / 20;
}

const KNOWN = 'pdf, docx, html, md, txt, json or csv';

function unreadable(name: string, kind: BinaryKind, text: string): Refusal {
  switch (kind) {
    case 'picture':
      return new Refusal(
        `${quoted(name)} is a picture, and pictures are not read; run OCR over it and bring the text.`,
      );
    case 'archive':
      return new Refusal(`${quoted(name)} is an archive; unpack it and bring the files in it.`);
    case 'rtf':
      return new Refusal(`${quoted(name)} is an RTF document, which is not read; save it as docx, pdf or txt.`);
    case 'old-office':
      return oldOffice(name, text);
    default:
      if (/\.pdf$/i.test(name)) return damaged(name, 'PDF');
      if (/\.docx$/i.test(name)) return damaged(name, 'Word document');
      return new Refusal(`${quoted(name)} is of a kind that is not read; save it as ${KNOWN}.`);
  }
}

/** A docx with a password is packed into a file of the old kind, whose directory names its one stream. */
function oldOffice(name: string, text: string): Refusal {
  if (/\.docx$/i.test(name) || text.includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0')) {
    return encrypted(name);
  }
  return new Refusal(
    `${quoted(name)} is of an old Office format (.doc, .xls, .msg), which is not read; save it as docx, csv or pdf.`,
  );
}

/** What a zip is that holds no Word document. */
export function otherArchive(name: string, parts: readonly string[]): Refusal {
  const has = (pattern: RegExp): boolean => parts.some((part) => pattern.test(part));
  if (has(/^xl\/workbook/)) return new Refusal(`${quoted(name)} is a spreadsheet; save its sheet as csv.`);
  if (has(/^ppt\//)) return new Refusal(`${quoted(name)} is a presentation; save it as pdf.`);
  if (has(/^Index\/.*\.iwa$|^index\.xml$|^content\.xml$/i)) {
    return new Refusal(`${quoted(name)} is of another text program; save it there as docx or pdf.`);
  }
  return new Refusal(`${quoted(name)} is an archive; unpack it and bring the files in it.`);
}
