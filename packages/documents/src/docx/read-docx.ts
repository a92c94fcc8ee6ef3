import type { Found } from '../document.ts';
import { decoded } from '../encoding.ts';
import { otherArchive } from '../format.ts';
import type { DocumentLimits } from '../limits.ts';
import type { OpenedFile } from '../opened-file.ts';
import { damaged, quoted, withoutText } from '../refusal.ts';
import { wordText } from './word-text.ts';
import { type Allowance, unpacked, zipEntries } from './zip.ts';

/** Where the text is; some services number it. */
const MAIN_PART = /^word\/document\d*\.xml$/;

/** The text of a Word document. Pictures, headers, comments and what was deleted with tracking are left out. */
export async function* readDocx(file: OpenedFile, limits: DocumentLimits): AsyncGenerator<Found> {
  const bytes = await file.bytes(limits.fileBytes);
  const entries = zipEntries(file.name, bytes, limits);
  const mains = entries.filter(({ name }) => MAIN_PART.test(name));
  const [main] = mains;
  if (!main) {
    if (entries.length === 0) throw damaged(file.name, 'Word document');
    throw otherArchive(
      file.name,
      entries.map(({ name }) => name),
    );
  }
  if (mains.length > 1) throw damaged(file.name, 'Word document'); // which one is shown is anybody's guess
  const allowance: Allowance = { bytes: limits.docxExpandedBytes };
  const { text, isTooDeep } = wordText(decoded(unpacked(file.name, bytes, main, allowance, limits)), limits);
  if (text === '') throw isTooDeep ? damaged(file.name, 'Word document') : withoutText(file.name);
  yield { text };
  if (isTooDeep)
    yield {
      note: `${quoted(file.name)} is nested more than ${limits.markupDepth} elements deep; its text ends there.`,
    };
}
