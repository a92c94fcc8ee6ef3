import { Button, Card } from '@cairn/ui';
import { counted } from '../app/words.ts';
import { type Reading, readingStore } from './reading/reading-store.ts';

const MEGABYTE = 1024 * 1024;

const megabytes = (bytes: number) => `${(bytes / MEGABYTE).toFixed(bytes < 10 * MEGABYTE ? 1 : 0)} MB`;

/** How far reading is, and two ways to end it. */
export function ReadingProgress({ reading: { progress } }: { readonly reading: Reading }) {
  const { files = 0, filesBrought = 0, postings = 0, bytes = 0, bytesBrought = 0 } = progress ?? {};
  return (
    <Card className="grid max-w-2xl gap-4">
      <h2 className="text-2xl">Reading</h2>
      <progress
        className="progress w-full"
        aria-label="Share read"
        max={1}
        {...(bytesBrought > 0 && { value: Math.min(1, bytes / bytesBrought) })}
      />
      <p className="tabular-nums" aria-hidden="true">
        {counted(postings, 'posting')} from {files.toLocaleString('en')} of {counted(filesBrought, 'file')} ·{' '}
        {megabytes(bytes)} of {megabytes(bytesBrought)}
      </p>
      <p role="status" className="sr-only">
        {/* Read aloud at each tenth, not ten times a second. */}
        Reading, {bytesBrought > 0 ? `${Math.floor((10 * bytes) / bytesBrought) * 10} percent` : 'just begun'}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => readingStore.stop()}>Stop and count what is read</Button>
        <Button look="quiet" onClick={() => readingStore.forget()}>
          Cancel
        </Button>
      </div>
    </Card>
  );
}
