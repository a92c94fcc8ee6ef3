import { Button } from '@cairn/ui';
import { useState } from 'react';
import { ReportDialog } from './report-dialog.tsx';

/** Beside a question that is looked back at. */
export function ReportButton({ attemptId, slot }: { readonly attemptId: string; readonly slot: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button size="small" look="quiet" onClick={() => setOpen(true)}>
        Report this question
      </Button>
      {isOpen ? <ReportDialog attemptId={attemptId} slot={slot} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
