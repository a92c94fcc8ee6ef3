const MEGABYTE = 1024 * 1024;

/** What a file may cost before it is refused or cut. Every number bounds memory or time, whoever made the file. */
export type DocumentLimits = {
  /** Files that are read as a whole. A posting saved with its pictures has 1–10 MB. */
  readonly fileBytes: number;
  /** CSV and JSON, which are read record by record. 100,000 postings of 4 KB are 400 MB. */
  readonly tableBytes: number;
  /** Texts out of one file. */
  readonly texts: number;
  /** One text; the longest of 1,718 real postings had 25,000 characters. */
  readonly textCharacters: number;
  /** One record of a CSV or JSON with all its fields. */
  readonly recordCharacters: number;
  /** A résumé has 2 pages, a collection of postings some dozens. */
  readonly pdfPages: number;
  /** Looked at after each page. One page is never interrupted: that needs a worker that can be ended. */
  readonly pdfSeconds: number;
  /** Streams of a PDF: pages, pictures and fonts, a few for each page. */
  readonly pdfStreams: number;
  /** What one compressed stream of a PDF may inflate to: a colour scan of A4 at 600 dpi has 105 MB. */
  readonly pdfStreamBytes: number;
  /** What all compressed streams of a PDF may inflate to. */
  readonly pdfExpandedBytes: number;
  /** All parts of a docx that are unpacked; a text of 200,000 characters has about 5 MB of markup. */
  readonly docxExpandedBytes: number;
  /** Inflated to packed, looked at from `ratioFromBytes` on. Markup packs 10–50 times, a bomb 1,000 times. */
  readonly expansionRatio: number;
  readonly ratioFromBytes: number;
  /** Files in a docx; each picture is one. */
  readonly docxEntries: number;
  /** Elements open at once; the deepest pages have about 100. Cost of closing tags grows with it. */
  readonly markupDepth: number;
  readonly jsonDepth: number;
};

export const USUAL_LIMITS: DocumentLimits = {
  fileBytes: 64 * MEGABYTE,
  tableBytes: 512 * MEGABYTE,
  texts: 100_000,
  textCharacters: 200_000,
  recordCharacters: 4_000_000,
  pdfPages: 300,
  pdfSeconds: 30,
  pdfStreams: 100_000,
  pdfStreamBytes: 128 * MEGABYTE,
  pdfExpandedBytes: 512 * MEGABYTE,
  docxExpandedBytes: 64 * MEGABYTE,
  expansionRatio: 200,
  ratioFromBytes: 8 * MEGABYTE,
  docxEntries: 10_000,
  markupDepth: 1000,
  jsonDepth: 100,
};
