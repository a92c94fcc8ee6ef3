import type { LexiconEntry } from '@cairn/postings';
import { sentenceOf } from '../api.ts';
import type { Progress, ReaderNews, ReaderOrder, Remark } from './reading/messages.ts';
import { PostingReader } from './reading/posting-reader.ts';
import { readResume } from './reading/read-resume.ts';
import { FileQueue } from './reading/sources.ts';

/** How often the page is told, and how long the worker reads before it looks whether a message came. */
const NEWS_MILLISECONDS = 120;
const BREATH_MILLISECONDS = 40;

const tell = (news: ReaderNews): void => self.postMessage(news);

let lexicon: readonly LexiconEntry[] = [];
let reader: PostingReader | undefined;
const waiting = new FileQueue();
let isReading = false;
let isLastBrought = false;
let isStopped = false;

let progress: Progress | undefined;
let remarks: Remark[] = [];
let leftOut = 0;
let lastNews = 0;
let lastBreath = 0;

/** A reader that moves a thousand times a second is told of ten times. */
function pass(isDue: boolean): void {
  if (!isDue && performance.now() - lastNews < NEWS_MILLISECONDS) return;
  lastNews = performance.now();
  if (progress) tell({ kind: 'progress', progress });
  if (remarks.length > 0 || leftOut > 0) tell({ kind: 'remarks', remarks, leftOut });
  progress = undefined;
  remarks = [];
  leftOut = 0;
}

/** Messages only come in between two tasks. */
async function breath(): Promise<boolean> {
  if (performance.now() - lastBreath > BREATH_MILLISECONDS) {
    await new Promise((resolve) => setTimeout(resolve));
    lastBreath = performance.now();
  }
  return !isStopped;
}

const newReader = () =>
  new PostingReader(lexicon, {
    progress: (next) => {
      progress = next;
      pass(false);
    },
    remark: (remark) => {
      if (remark === 'left-out') leftOut += 1;
      else remarks.push(remark);
    },
    breath,
  });

self.addEventListener('message', ({ data }: MessageEvent<ReaderOrder>) => {
  obey(data).catch((error: unknown) => tell({ kind: 'failed', sentence: sentenceOf(error) }));
});

async function obey(order: ReaderOrder): Promise<void> {
  switch (order.kind) {
    case 'begin':
      lexicon = order.lexicon;
      return;
    case 'bring':
      reader ??= newReader();
      reader.announce(order.files);
      waiting.add(order.files);
      isLastBrought = order.isLast;
      isStopped = false;
      await readAll(reader);
      return;
    case 'stop':
      isStopped = true;
      reader?.forget(waiting.clear());
      isLastBrought = true;
      if (reader && !isReading) finish(reader);
      return;
    case 'open':
      tell({ kind: 'posting', id: order.id, posting: reader?.open(order.id) });
      return;
    case 'resume':
      tell({ kind: 'resume', resume: await readResume(order.file, lexicon) });
      return;
  }
}

async function readAll(into: PostingReader): Promise<void> {
  if (isReading) return;
  isReading = true;
  try {
    for (let next = waiting.next(); next; next = waiting.next()) await into.read(next);
  } finally {
    isReading = false;
  }
  if (isLastBrought) finish(into);
}

function finish(read: PostingReader): void {
  pass(true);
  tell({ kind: 'answer', answer: read.answer(), held: read.headings() });
}
