import type { LabDataset, LabRun, PublishedLab } from '@cairn/contract';
import { Button, Card, ErrorState, Fold } from '@cairn/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../api.ts';
import { counted } from '../app/words.ts';
import { CodeBlock } from './code-block.tsx';
import { readDataset } from './lab-requests.ts';
import { fillIn } from './lab-words.ts';
import { saveFile } from './save-file.ts';

/** The rows that a lab works with: where they lie in its account, and how to have them here. */
export function DataTab({ lab, run }: { lab: PublishedLab; run: LabRun }) {
  return (
    <div className="grid gap-5">
      <h2 className="sr-only">Data</h2>
      <p className="text-[0.94rem] text-muted">
        Everything here is made up by a program: no row is about a real person. Files that you put into the command line
        are there for its commands and for the editor.
      </p>
      {lab.datasets.map((dataset) => (
        <Dataset key={dataset.id} dataset={dataset} lab={lab} run={run} />
      ))}
    </div>
  );
}

type DatasetProps = { readonly dataset: LabDataset; readonly lab: PublishedLab; readonly run: LabRun };

function Dataset({ dataset, lab, run }: DatasetProps) {
  const { id, parts, objects, columns } = dataset;
  const texts = { region: run.account.region, account: run.account.accountId };
  return (
    <Card className="grid gap-4 !p-4">
      <h3 className="text-xl">{id}</h3>
      {objects.length > 0 ? (
        <div className="grid gap-2">
          <h4 className="font-semibold">In the account</h4>
          <CodeBlock
            code={objects.map(({ uri }) => `aws s3 cp ${fillIn(uri, texts)} ${keyOf(uri)}`).join('\n')}
            what={`the lines for ${id}`}
          />
          <ul className="grid gap-1 text-[0.94rem] text-muted">
            {layoutsOf(objects).map((layout) => (
              <li key={layout}>{layout}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="grid gap-2">
        <h4 className="font-semibold">To have here</h4>
        <ul className="grid gap-3">
          {parts.map(({ name, rows }) => (
            <Part key={name ?? ''} lab={lab} run={run} dataset={id} part={name} rows={rows} />
          ))}
        </ul>
      </div>
      <Fold summary={counted(columns.length, 'column')}>
        <Columns columns={columns} />
      </Fold>
    </Card>
  );
}

/** `s3://cards-1/train/a.csv` → `train/a.csv`: objects of the same name do not write over one another. */
const keyOf = (uri: string): string => uri.split('/').slice(3).join('/');

/** How the objects are written: which of them, if they differ in that. */
function layoutsOf(objects: LabDataset['objects']): string[] {
  const layouts = new Map<string, string[]>();
  for (const { uri, columns, hasHeader } of objects) {
    const words = `${hasHeader ? 'with' : 'without'} a header; the columns are ${columns.join(', ')}.`;
    layouts.set(words, [...(layouts.get(words) ?? []), keyOf(uri)]);
  }
  return [...layouts].map(([words, keys]) => `${layouts.size === 1 ? 'CSV' : keys.join(', ')}, ${words}`);
}

type PartProps = Omit<DatasetProps, 'dataset'> & {
  readonly dataset: string;
  readonly part: string | null;
  readonly rows: number;
};

function Part({ lab, run, dataset, part, rows }: PartProps) {
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: async ({ format, isForHere }: { format: 'csv' | 'jsonl'; isForHere: boolean }) => {
      const { name, text } = await readDataset(lab.id, { dataset, part, format });
      if (!isForHere) {
        saveFile(name, text);
        return undefined;
      }
      const { openCommandLine } = await import('./command-line/open-command-line.ts');
      const refused = openCommandLine(run, queries).files.write(name, new TextEncoder().encode(text));
      if (refused !== undefined) throw new Error(refused);
      return `It is there as ${name}.`;
    },
  });
  const of = part === null ? dataset : `${dataset}, ${part}`;
  return (
    <li className="grid gap-2">
      <p>
        <span className="font-semibold">{part ?? 'All rows'}</span>{' '}
        <span className="text-muted">{counted(rows, 'row')}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => take.mutate({ format: 'csv', isForHere: false })}>
          Save as CSV<span className="sr-only"> {of}</span>
        </Button>
        <Button size="small" onClick={() => take.mutate({ format: 'jsonl', isForHere: false })}>
          Save as JSON lines<span className="sr-only"> {of}</span>
        </Button>
        <Button size="small" look="quiet" onClick={() => take.mutate({ format: 'csv', isForHere: true })}>
          Put into the command line<span className="sr-only"> {of}</span>
        </Button>
      </div>
      <p role="status" className="text-[0.94rem] text-muted">
        {take.data}
      </p>
      {take.error ? <ErrorState title="The rows could not be had" detail={sentenceOf(take.error)} /> : null}
    </li>
  );
}

function Columns({ columns }: Pick<LabDataset, 'columns'>) {
  return (
    <dl className="grid gap-2 text-[0.94rem]">
      {columns.map(({ name, kind, unit, about }) => (
        <div key={name} className="grid gap-x-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="break-words font-mono">{name}</dt>
          <dd className="text-muted">
            {about} ({unit ?? kind})
          </dd>
        </div>
      ))}
    </dl>
  );
}
