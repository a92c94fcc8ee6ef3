import type { Found } from '../document.ts';
import { decoded } from '../encoding.ts';
import type { DocumentLimits } from '../limits.ts';
import type { OpenedFile } from '../opened-file.ts';
import { quoted } from '../refusal.ts';
import { separatedTexts } from './separated-texts.ts';

/** Markdown stays one text: rules and underlined headings are part of it. */
export async function* readMarkdown(file: OpenedFile, limits: DocumentLimits): AsyncGenerator<Found> {
  yield { text: decoded(await file.bytes(limits.fileBytes)) };
}

export async function* readText(file: OpenedFile, limits: DocumentLimits): AsyncGenerator<Found> {
  const texts = separatedTexts(decoded(await file.bytes(limits.fileBytes)));
  for (const text of texts) yield { text };
  if (texts.length > 1) {
    yield {
      note: `${quoted(file.name)} was read as ${texts.length} texts, parted by its lines of “-----” or “=====”.`,
    };
  }
}
