import type { LabLanguage, LabRun, LabSolution } from '@cairn/contract';
import { Button, ErrorState, Loading, Tabs } from '@cairn/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { sentenceOf } from '../api.ts';
import { CodeBlock } from './code-block.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { replaceCode } from './editor/kept-code.ts';
import { askSolution } from './lab-requests.ts';
import { saveFile } from './save-file.ts';
import type { StepProps } from './step-props.ts';
import { takeRun } from './use-run-change.ts';

const LANGUAGES: readonly { readonly id: LabLanguage; readonly title: string }[] = [
  { id: 'cli', title: 'AWS CLI' },
  { id: 'python', title: 'Python' },
  { id: 'javascript', title: 'JavaScript' },
];

type SolutionProps = Omit<StepProps, 'lab'>;

/** The reference solution. Before the step is passed, seeing it takes the credit: that is said first. */
export function Solution({ step, progress, run }: SolutionProps) {
  const heading = useId();
  const [isShown, setShown] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const isFree = progress.state === 'passed' || progress.isHelped;
  return (
    <section aria-labelledby={heading} className="grid gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h4 id={heading} className="font-semibold">
          Solution
        </h4>
        <Button
          size="small"
          aria-expanded={isShown}
          onClick={() => (isFree || isShown ? setShown(!isShown) : setAsking(true))}
        >
          {isShown ? 'Hide the solution' : 'Show the solution'}
        </Button>
      </div>
      {progress.isHelped ? (
        <p className="text-[0.94rem] text-muted">
          It was shown before the step was passed, so the step earns no credit.
        </p>
      ) : null}
      {isShown ? <Languages step={step} run={run} /> : null}
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title="Show the solution?"
        description="It counts as shown: passing this step then earns no credit and shows nothing in your record. The hints cost less."
        confirm="Show it"
        onConfirm={() => setShown(true)}
      />
    </section>
  );
}

function Languages({ step, run }: Pick<SolutionProps, 'step' | 'run'>) {
  const [language, setLanguage] = useState<LabLanguage>('cli');
  return (
    <Tabs
      label="Language"
      value={language}
      onChange={(id) => setLanguage(LANGUAGES.find((one) => one.id === id)?.id ?? 'cli')}
      tabs={LANGUAGES.map(({ id, title }) => ({
        id,
        title,
        content: <Code step={step} run={run} language={id} />,
      }))}
    />
  );
}

function Code({ step, run, language }: Pick<SolutionProps, 'step' | 'run'> & { language: LabLanguage }) {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['lab-solution', run.id, step.id, language],
    queryFn: async () => {
      const solution = await askSolution(run.id, step.id, language);
      takeRun(queries, solution.run);
      return solution;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data) return <Shown solution={data} run={run} />;
  if (error) {
    return (
      <ErrorState title="The solution could not be shown" detail={sentenceOf(error)} onRetry={() => void refetch()} />
    );
  }
  return <Loading label="Writing the solution" lines={2} />;
}

function Shown({ solution, run }: { solution: LabSolution; run: LabRun }) {
  const { code, files, language } = solution;
  return (
    <div className="grid gap-4">
      <CodeBlock code={code} what="the solution" />
      {language === 'javascript' || (language === 'cli' && files.length > 0) ? (
        <Take solution={solution} run={run} />
      ) : null}
      {files.length > 0 ? (
        <div className="grid gap-2 text-[0.94rem]">
          <p className="font-semibold">Files beside it</p>
          <ul className="grid gap-1">
            {files.map((file) => (
              <li key={file.path}>
                <FileLink file={file} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

type Taking = { readonly solution: LabSolution; readonly run: LabRun };

/** Takes a solution to where it can be run in this page. */
function Take({ solution, run }: Taking) {
  const queries = useQueryClient();
  const isProgram = solution.language === 'javascript';
  const take = useMutation({
    mutationFn: async () => {
      const { openCommandLine } = await import('./command-line/open-command-line.ts');
      const line = openCommandLine(run, queries);
      for (const { path, base64 } of solution.files) {
        const refused = base64 === null ? undefined : line.files.write(path, bytesOf(base64));
        if (refused !== undefined) throw new Error(refused);
      }
      if (isProgram) replaceCode(run.lab, solution.step, solution.code);
    },
  });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button size="small" onClick={() => take.mutate()}>
        {isProgram ? 'Put it into the editor' : 'Put its files into the command line'}
      </Button>
      <p role="status" className="text-[0.94rem] text-muted">
        {take.isSuccess ? (isProgram ? IN_EDITOR : 'The files beside it are in the command line.') : null}
        {take.error ? sentenceOf(take.error) : null}
      </p>
    </div>
  );
}

const IN_EDITOR = 'It is in the editor of this step, in place of what was there; undo brings that back.';

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

function FileLink({ file: { path, bytes, base64 } }: { file: LabSolution['files'][number] }) {
  const size = `${bytes.toLocaleString('en')} bytes`;
  if (base64 === null) return <span>{`${path}: ${size}, too large to show here; your own shell can make it`}</span>;
  const save = () => saveFile(path.split('/').at(-1) ?? 'file', bytesOf(base64));
  return (
    <Button size="small" look="quiet" onClick={save}>
      Save {path} ({size})
    </Button>
  );
}
