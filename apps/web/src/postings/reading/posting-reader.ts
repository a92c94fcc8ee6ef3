import { type DocumentText, readDocument } from '@cairn/documents';
import { Batch, buildLexicon, type LexiconEntry, type ReadPosting } from '@cairn/postings';
import { CircumstanceTally } from './circumstance-quotes.ts';
import { HeldPostings } from './held-postings.ts';
import type { Answer, BroughtFile, HeldHeading, OpenPosting, Progress, Remark } from './messages.ts';
import { openPosting } from './open-posting.ts';
import { type Breath, type ComingFile, readerOf } from './sources.ts';

/** A page shows no more sentences than this; the rest is counted. */
const MOST_REMARKS = 200;

export type ReaderEvents = {
  readonly progress: (progress: Progress) => void;
  readonly remark: (remark: Remark | 'left-out') => void;
  /** Awaited often: lets messages in, and says whether to go on. */
  readonly breath: Breath;
};

/**
 * Reads postings one after the other and counts them. Of a posting only what is counted stays, and the texts of a few
 * hundred. Reading goes on where it stopped when more is brought.
 */
export class PostingReader {
  readonly #events: ReaderEvents;
  readonly #batch: Batch;
  readonly #circumstances = new CircumstanceTally();
  readonly #held = new HeldPostings();
  readonly #titles = new Map<string, string>();
  #progress: Progress = { files: 0, filesBrought: 0, postings: 0, bytes: 0, bytesBrought: 0 };
  #remarks = 0;

  constructor(lexicon: readonly LexiconEntry[], events: ReaderEvents) {
    this.#batch = new Batch(buildLexicon(lexicon));
    this.#events = events;
  }

  /** Files that were announced are part of the progress before they are read. */
  announce(files: readonly BroughtFile[]): void {
    const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
    this.#moved({ filesBrought: files.length, bytesBrought: bytes });
  }

  /** What was announced and will not be read. */
  forget(files: readonly BroughtFile[]): void {
    const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
    this.#moved({ filesBrought: -files.length, bytesBrought: -bytes });
  }

  /** @returns whether to go on */
  async read(coming: ComingFile): Promise<boolean> {
    let bytes = 0;
    const source = readerOf(coming, (more) => {
      bytes += more;
      this.#moved({ bytes: more });
    });
    let goesOn = true;
    for await (const part of readDocument(source)) {
      if (part.kind === 'text') this.#add(part.text);
      else this.#say(part);
      goesOn = await this.#events.breath();
      if (!goesOn) break; // closes the file
    }
    this.#moved({ files: 1, bytes: coming.file.size - bytes });
    return goesOn;
  }

  answer(): Answer {
    const survey = this.#batch.survey();
    const circumstances = this.#circumstances.quotes();
    const quoted = [...survey.platforms, ...survey.names].flatMap(({ quotes }) => quotes);
    const ids = [
      ...[...quoted, ...Object.values(circumstances).flat()].map(({ postingId }) => postingId),
      ...survey.heatMap.postings.map(({ id }) => id),
    ];
    const titles = Object.fromEntries([...new Set(ids)].map((id) => [id, this.#titles.get(id) ?? id] as const));
    return { survey, titles, circumstances };
  }

  headings(): readonly HeldHeading[] {
    return this.#held.list().map(({ read, title }) => ({ id: read.id, title, names: namesIn(read) }));
  }

  open(id: string): OpenPosting | undefined {
    const held = this.#held.find(id);
    return held && openPosting(held);
  }

  #add({ format: _, ...posting }: DocumentText): void {
    this.#moved({ postings: 1 });
    const added = this.#batch.add(posting);
    if (added.outcome === 'repeated') return;
    const { id, read, title } = added;
    this.#circumstances.add(read, posting.text);
    this.#held.add({ read, title, text: posting.text });
    this.#titles.set(id, title);
  }

  #say(part: { readonly kind: 'note' | 'refused'; readonly sentence: string }): void {
    if (part.kind === 'refused') this.#batch.addUnreadable();
    this.#remarks += 1;
    this.#events.remark(this.#remarks > MOST_REMARKS ? 'left-out' : part);
  }

  #moved(by: Partial<Progress>): void {
    const { files = 0, filesBrought = 0, postings = 0, bytes = 0, bytesBrought = 0 } = by;
    const before = this.#progress;
    this.#progress = {
      files: before.files + files,
      filesBrought: before.filesBrought + filesBrought,
      postings: before.postings + postings,
      bytes: before.bytes + bytes,
      bytesBrought: before.bytesBrought + bytesBrought,
    };
    this.#events.progress(this.#progress);
  }
}

const namesIn = ({ platforms, services, skills, certifications }: ReadPosting): number =>
  platforms.length + services.length + skills.length + certifications.length;
