import type { LabRun, PublishedLab, PublishedStep } from '@cairn/contract';
import { Button } from '@cairn/ui';
import { useEffect, useRef } from 'react';
import { CodeField, type CodeHandle } from './code-field.tsx';
import { keepCode, onReplaced, recallCode } from './kept-code.ts';
import { isRunning } from './output.ts';
import { OutputPane } from './output-pane.tsx';
import { LIMIT_SECONDS } from './program.ts';
import { starterCode } from './starter.ts';
import { useProgram } from './use-program.ts';

type EditorTabProps = { readonly lab: PublishedLab; readonly run: LabRun; readonly step: PublishedStep };

/** JavaScript with the official clients, run in this page. Each step has a program of its own. */
export function EditorTab({ lab, run, step }: EditorTabProps) {
  const { program, output } = useProgram(run);
  const editor = useRef<CodeHandle>(null);
  const starter = starterCode(lab, step);
  useEffect(() => onReplaced(lab.id, step.id, (code) => editor.current?.replace(code)), [lab.id, step.id]);
  const start = () => void program.run(editor.current?.code() ?? '');
  return (
    <div className="grid gap-3">
      <h2 className="sr-only">Editor</h2>
      <div className="overflow-hidden rounded-xl border border-line bg-card">
        <CodeField
          key={`${lab.id}/${step.id}`}
          handle={editor}
          initial={recallCode(lab.id, step.id) ?? starter}
          onChange={(code) => keepCode(lab.id, step.id, code)}
          onRun={start}
        />
        <OutputPane output={output} onGoTo={(place) => editor.current?.goTo(place)} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {isRunning(output) ? (
          <Button size="small" look="danger" onClick={() => program.stop()}>
            Stop
          </Button>
        ) : (
          <Button size="small" look="primary" onClick={start}>
            Run
          </Button>
        )}
        <Button size="small" look="quiet" onClick={() => editor.current?.replace(starter)}>
          Back to the first lines
        </Button>
      </div>
      <p className="text-[0.88rem] text-muted">
        JavaScript with the official AWS clients; what it imports knows the lab’s account already. Control Enter runs
        it, for {LIMIT_SECONDS} seconds at most. Tab indents; Escape, then Tab, leaves. Files are those of the command
        line.
      </p>
    </div>
  );
}
