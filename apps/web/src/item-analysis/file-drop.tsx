import { Button, Fold } from '@cairn/ui';
import { useRef, useState } from 'react';

type FileDropProps = {
  readonly onFile: (file: File) => void;
  readonly onSample: () => void;
};

/** A file dropped on it or chosen with a button; or a sample, for whoever has none at hand. */
export function FileDrop({ onFile, onSample }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  return (
    <div className="grid gap-4">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same */}
      <div
        className={`grid justify-items-center gap-4 rounded-xl border-2 border-dashed px-6 py-10 text-center ${isOver ? 'border-accent bg-accent-soft' : 'border-muted/50 bg-card'}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const file = event.dataTransfer.files[0];
          if (file) onFile(file);
        }}
      >
        <p className="font-display text-xl font-semibold">Drop a CSV file of answers here</p>
        <div className="flex flex-wrap justify-center gap-3">
          <Button look="primary" onClick={() => input.current?.click()}>
            Choose a file …
          </Button>
          <Button onClick={onSample}>Load the sample</Button>
        </div>
        <p className="max-w-prose text-[0.94rem] text-muted">
          The file is read and analysed in this browser. It is not sent anywhere, not even to Cairn&rsquo;s own server.
          The sample is simulated: 600 made-up persons, 24 questions, five of them flawed on purpose.
        </p>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          className="hidden"
          tabIndex={-1}
          aria-label="File of answers"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) onFile(file);
            currentTarget.value = ''; // the same file may be chosen again after a correction
          }}
        />
      </div>
      <FormatHelp />
    </div>
  );
}

const SCORES = 'person,q1,q2,q3\np1,1,0,2\np2,0,,1';
const OPTIONS = 'person,group,q1,q2,q3\nkey,,A,C,B\np1,day,A,C,D\np2,evening,B,,B';

function FormatHelp() {
  return (
    <Fold summary="What the file looks like">
      <div className="grid gap-4 lg:grid-cols-2">
        <Example title="Scores" text={SCORES}>
          The first line names the questions. One line a person, a whole number a question: 0 wrong, 1 right, more where
          points can be parts. An empty cell was not asked.
        </Example>
        <Example title="Options, with a key" text={OPTIONS}>
          Letters or words as they were chosen, and right below the first line the key, with “key” as its person. A
          column “group” lets the analysis ask whether a question is harder for one of two groups at equal ability.
        </Example>
      </div>
      <p className="mt-4 max-w-prose text-[0.94rem] text-muted">
        Commas, semicolons or tabs; a column “person” is optional for scores. Up to 2,000 questions and 10 million
        answers.
      </p>
    </Fold>
  );
}

function Example({ title, text, children }: { title: string; text: string; children: string }) {
  return (
    <div className="grid content-start gap-2">
      <h2 className="text-lg">{title}</h2>
      <pre className="overflow-x-auto rounded-lg border border-line bg-sunken px-4 py-3 font-mono text-[0.88rem]">
        {text}
      </pre>
      <p className="text-[0.94rem] text-muted">{children}</p>
    </div>
  );
}
