import { sentenceOf } from '../api.ts';
import { analyse } from './analyse.ts';
import type { AnalysisNews, AnalysisOrder } from './messages.ts';
import { readSheet } from './reading/read-sheet.ts';
import type { ReadSheet } from './reading/sheet-builder.ts';
import { sampleFile } from './sample.ts';

/** Kept, so that another model does not mean reading the file again. */
let read: ReadSheet | undefined;

const tell = (news: AnalysisNews): void => self.postMessage(news);

const progress = (step: string, share?: number): void => tell({ kind: 'progress', step, share });

function fileOf(order: AnalysisOrder): Blob | undefined {
  switch (order.kind) {
    case 'file':
      return order.file;
    case 'sample':
      return new Blob([sampleFile()]);
    case 'model':
      return undefined;
  }
}

self.addEventListener('message', ({ data }: MessageEvent<AnalysisOrder>) => {
  void answer(data);
});

async function answer(order: AnalysisOrder): Promise<void> {
  try {
    const file = fileOf(order);
    if (file) read = await readSheet(file, (share) => progress('Reading the file', share));
    if (!read) throw new RangeError('No file was read yet. Choose one.');
    tell({ kind: 'done', analysis: analyse(read, order.model, progress) });
  } catch (error) {
    tell({ kind: 'failed', sentence: sentenceOf(error) });
  }
}
