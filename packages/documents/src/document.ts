/** Where bytes come from. A browser's stream is read by its reader, because not every browser can iterate over it. */
type ByteStream =
  | AsyncIterable<Uint8Array>
  | {
      getReader(): {
        read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
        cancel(): Promise<void>;
      };
    };

/** A file that somebody brings. A browser's `File` is one; in Node `stream` is `() => createReadStream(path)`. */
export type DocumentSource = {
  /** Named in sentences and in the ids of texts; with its path in a folder where names repeat. Never opened as a path. */
  readonly name: string;
  /** In bytes. A file that is too large is refused by it before `stream` is called. */
  readonly size: number;
  stream(): ByteStream;
};

export type DocumentFormat = 'txt' | 'md' | 'html' | 'mhtml' | 'pdf' | 'docx' | 'json' | 'csv';

export type DocumentText = {
  /**
   * The id of the record in a csv or json that has one of its own, else the file's name; from the second text on, and
   * for such tables always, with the text's number: `jobs.csv#1`. Unique within the file.
   */
  readonly id: string;
  /** What a person would read. Of txt and md the text as it stands, without the byte order mark. */
  readonly text: string;
  readonly title?: string;
  readonly location?: string;
  readonly format: DocumentFormat;
};

/**
 * What comes out of a file, in order. A `note` says what was left out or cut. `refused` says why there is no text and
 * what to do; then it is the only part.
 */
export type DocumentPart =
  | { readonly kind: 'text'; readonly text: DocumentText }
  | { readonly kind: 'note'; readonly sentence: string }
  | { readonly kind: 'refused'; readonly sentence: string };

/** A text before it has its id, as the readers of the formats give it. */
export type FoundText = {
  readonly text: string;
  readonly title?: string;
  readonly location?: string;
  /** As the record calls itself. */
  readonly recordId?: string;
};

/** What a reader finds: a text, or a sentence about something that it left out. */
export type Found = FoundText | { readonly note: string };
