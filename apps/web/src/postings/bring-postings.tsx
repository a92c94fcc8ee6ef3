import type { Catalog } from '@cairn/catalog';
import sampleAddress from '@cairn/postings/usajobs.json?url';
import { Button, Callout, Card, Field } from '@cairn/ui';
import { useRef, useState } from 'react';
import { sentenceOf } from '../api.ts';
import { chosenFiles, droppedFiles, folderFiles, pastedText } from './reading/brought-files.ts';
import { hasFolderPicker, pickedFolder } from './reading/folder-picker.ts';
import type { BroughtFile } from './reading/messages.ts';
import { readingStore } from './reading/reading-store.ts';

type BringProps = { readonly catalog: Catalog; readonly isMore: boolean };
type Bring = (files: AsyncIterable<readonly BroughtFile[]>) => void;

/** Pastes are numbered over the whole visit: their numbers are the names of the postings. */
let pastes = 0;

/** Postings by paste, drop, file or folder; or public ones, for whoever has none at hand. */
export function BringPostings({ catalog, isMore }: BringProps) {
  const [sentence, setSentence] = useState<string>();
  const refuse = (error: unknown) => setSentence(sentenceOf(error));
  const bring: Bring = (files) => {
    setSentence(undefined);
    readingStore.bring(files, catalog.skills).catch(refuse);
  };
  return (
    <div className="grid gap-6">
      <div className="grid items-stretch gap-6 lg:grid-cols-2">
        <Paste onBring={bring} />
        <Drop onBring={bring} onRefuse={refuse} hasSample={!isMore} />
      </div>
      {sentence ? <Callout tone="bad" announce title={sentence} /> : null}
      <p className="text-muted">
        The postings are read in this browser and go nowhere, not even to Cairn&rsquo;s own server. What a posting says
        is text to be counted; nothing in it is obeyed, opened or run.
      </p>
    </div>
  );
}

function Paste({ onBring }: { readonly onBring: Bring }) {
  const [text, setText] = useState('');
  const isEmpty = text.trim() === '';
  const read = () => {
    pastes += 1;
    onBring(pastedText(`Pasted ${pastes}`, text));
    setText('');
  };
  return (
    <Card className="grid content-start gap-4">
      <h2 className="text-2xl">Paste</h2>
      <Field
        label="Text of a posting"
        hint="Several at once: part them by a line of ----- with an empty line above and below."
      >
        {(control) => (
          <textarea
            {...control}
            rows={9}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            className="w-full rounded-lg border border-muted/70 bg-paper p-3"
          />
        )}
      </Field>
      <Button look="primary" className="justify-self-start" disabled={isEmpty} onClick={read}>
        Read it
      </Button>
    </Card>
  );
}

const ACCEPT = '.txt,.md,.html,.htm,.mhtml,.mht,.pdf,.docx,.json,.jsonl,.csv,.tsv';

type DropProps = FolderProps & { readonly hasSample: boolean };

function Drop({ onBring, onRefuse, hasSample }: DropProps) {
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the buttons do the same
    <div
      className={`grid content-center justify-items-center gap-4 rounded-xl border-2 border-dashed px-6 py-8 text-center ${isOver ? 'border-accent bg-accent-soft' : 'border-muted/50 bg-card'}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onBring(droppedFiles(event.dataTransfer.items));
      }}
    >
      <h2 className="text-2xl">Or drop files and folders</h2>
      <p className="max-w-sm text-muted">
        Text, saved pages, PDF, Word, and tables of postings (CSV, JSON). Duplicates are counted once.
      </p>
      <div className="flex flex-wrap justify-center gap-3">
        <Choose label="Choose files …" name="Files of postings" onBring={onBring} />
        <ChooseFolder onBring={onBring} onRefuse={onRefuse} />
      </div>
      {hasSample ? (
        <Button look="quiet" onClick={() => onBring(samplePostings())}>
          Try it with 16 public postings
        </Button>
      ) : null}
    </div>
  );
}

type FolderProps = { readonly onBring: Bring; readonly onRefuse: (error: unknown) => void };

/** An input hands over all files of a folder at once, which blocks the page for a second when they are 10,000. */
function ChooseFolder({ onBring, onRefuse }: FolderProps) {
  const label = 'Choose a folder …';
  if (!hasFolderPicker()) return <Choose label={label} name="Folder of postings" isFolder onBring={onBring} />;
  const pick = async () => {
    const folder = await pickedFolder();
    if (folder) onBring(folderFiles(folder));
  };
  return <Button onClick={() => pick().catch(onRefuse)}>{label}</Button>;
}

type ChooseProps = {
  readonly label: string;
  readonly name: string;
  readonly isFolder?: boolean;
  readonly onBring: Bring;
};

function Choose({ label, name, isFolder = false, onBring }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        multiple
        {...(isFolder ? { webkitdirectory: '' } : { accept: ACCEPT })}
        className="hidden"
        tabIndex={-1}
        aria-label={name}
        onChange={({ currentTarget }) => {
          if (currentTarget.files && currentTarget.files.length > 0) onBring(chosenFiles(currentTarget.files));
        }}
        onClick={({ currentTarget }) => {
          currentTarget.value = ''; // the same file may be chosen again
        }}
      />
    </>
  );
}

/** Job announcements of US agencies, which are public domain; part of the program. */
async function* samplePostings(): AsyncGenerator<readonly BroughtFile[]> {
  const answer = await fetch(sampleAddress);
  if (!answer.ok) throw new Error('The public postings could not be loaded; reload the page and try again.');
  yield [{ name: 'USAJOBS.json', file: await answer.blob() }];
}
