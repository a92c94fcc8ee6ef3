import { strToU8, zipSync, zlibSync } from 'fflate';
import type { DocumentPart, DocumentSource, DocumentText } from './document.ts';
import { type DocumentLimits, USUAL_LIMITS } from './limits.ts';
import { readDocument } from './read-document.ts';

/** A file in memory, in chunks of a size that cuts characters and rows in two. */
export function fileOf(name: string, content: string | Uint8Array, chunkBytes = 8191): DocumentSource {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return {
    name,
    size: bytes.length,
    async *stream() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
  };
}

export type Outcome = {
  readonly texts: readonly DocumentText[];
  readonly notes: readonly string[];
  readonly refused: string | undefined;
};

export async function outcomeOf(source: DocumentSource, limits: DocumentLimits = USUAL_LIMITS): Promise<Outcome> {
  const parts: DocumentPart[] = [];
  for await (const part of readDocument(source, limits)) parts.push(part);
  return {
    texts: parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])),
    notes: parts.flatMap((part) => (part.kind === 'note' ? [part.sentence] : [])),
    refused: parts.flatMap((part) => (part.kind === 'refused' ? [part.sentence] : []))[0],
  };
}

/** @param objects their bodies; object `n` stands at `n - 1`, the first is the catalog */
export function pdfOf(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const parts: Uint8Array[] = [strToU8('%PDF-1.4\n')];
  const offsets: number[] = [];
  const size = (): number => parts.reduce((sum, { length }) => sum + length, 0);
  objects.forEach((body, index) => {
    offsets.push(size());
    parts.push(
      strToU8(`${index + 1} 0 obj\n`),
      typeof body === 'string' ? strToU8(body, true) : body,
      strToU8('\nendobj\n'),
    );
  });
  const start = size();
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    strToU8(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<</Size ${count}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return bytesOf(parts);
}

/** @param filter the packed data is given as it stands, whatever the filter says */
export function pdfStream(data: string | Uint8Array, filter?: string): Uint8Array {
  const bytes = typeof data === 'string' ? strToU8(data, true) : data;
  const head = `<</Length ${bytes.length}${filter === undefined ? '' : `/Filter${filter}`}>>\nstream\n`;
  return bytesOf([strToU8(head), bytes, strToU8('\nendstream')]);
}

const HELVETICA = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

/** Pages of lines in Helvetica, 14 points apart; an empty line makes a gap. */
export function simplePdf(pages: readonly (readonly string[])[], isPacked = false): Uint8Array {
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ');
  const objects: (string | Uint8Array)[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    HELVETICA,
  ];
  pages.forEach((lines, index) => {
    const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj 0 -14 Td`).join('\n');
    const content = `BT /F1 12 Tf 72 720 Td\n${shown}\nET`;
    objects.push(pageObject(5 + 2 * index));
    objects.push(isPacked ? pdfStream(zlibSync(strToU8(content)), '/FlateDecode') : pdfStream(content));
  });
  return pdfOf(objects);
}

export const pageObject = (content: number): string =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents ${content} 0 R>>`;

/** @param body what stands in `w:body` */
export function docxOf(body: string): Uint8Array {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(xml),
    'word/media/image1.png': new Uint8Array(100),
  });
}

export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

function bytesOf(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
