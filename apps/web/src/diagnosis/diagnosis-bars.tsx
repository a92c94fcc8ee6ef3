import type { Diagnosis } from '@cairn/contract';
import { Badge, Button, Icon, Logo } from '@cairn/ui';
import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { Sending } from './diagnosis-sitting.ts';
import { PrecisionBar } from './precision-bar.tsx';

type DiagnosisBarProps = {
  readonly diagnosis: Diagnosis;
  readonly sending: Sending;
  readonly onHelp: () => void;
  readonly onEnd: () => void;
};

export function DiagnosisBar({ diagnosis, sending, onHelp, onEnd }: DiagnosisBarProps) {
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-paper">
      <div className="mx-auto flex max-w-[92rem] flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1 sm:px-6 sm:py-2">
        <Link
          to="/exams/$examId/diagnosis"
          params={{ examId: diagnosis.exam }}
          aria-label="Leave the diagnosis for now; it stays saved"
          title="Leave for now; it stays saved"
          className="grid size-11 shrink-0 place-items-center rounded-lg hover:bg-sunken sm:size-9"
        >
          <Logo className="size-7" />
        </Link>
        <p className="flex min-w-0 flex-1 items-center gap-2">
          <span className="truncate font-semibold max-md:sr-only">{diagnosis.title}</span>
          <span className="max-sm:sr-only">
            <Badge tone="accent">Diagnosis</Badge>
          </span>
        </p>
        <SaveWord sending={sending} />
        <PrecisionBar diagnosis={diagnosis} />
        <Button size="small" look="quiet" className="max-md:hidden" onClick={onHelp}>
          Keys
        </Button>
        <Button size="small" onClick={onEnd}>
          End
        </Button>
      </div>
    </header>
  );
}

/** Never "saved" before the server has it. */
function SaveWord({ sending }: { sending: Sending }) {
  const isWaiting = sending.kind === 'waiting';
  return (
    <span
      className={`inline-flex items-center gap-1.5 text-[0.9rem] ${isWaiting ? 'font-semibold text-warn' : 'text-muted'}`}
    >
      <Icon name={isWaiting ? 'warning' : 'check'} className="size-4" />
      {isWaiting ? 'Offline' : sending.kind === 'on-its-way' ? 'Saving…' : 'Saved'}
    </span>
  );
}

type DiagnosisFootProps = {
  readonly isAnswered: boolean;
  readonly isBusy: boolean;
  readonly remark: { readonly text: string; readonly count: number };
  readonly sending: Sending;
  readonly unknownButton: RefObject<HTMLButtonElement | null>;
  readonly onNext: () => void;
  readonly onUnknown: () => void;
  readonly onRetry: () => void;
};

const NEXT_WORDS: Record<Sending['kind'], string> = { idle: 'Next', 'on-its-way': 'Saving…', waiting: 'Waiting…' };

/** Always in the same place, at the foot of the window. */
export function DiagnosisFoot(props: DiagnosisFootProps) {
  const { isAnswered, isBusy, remark, sending, unknownButton, onNext, onUnknown, onRetry } = props;
  return (
    <nav aria-label="Going on" className="sticky bottom-0 z-20 border-t border-line bg-paper">
      <div className="mx-auto flex max-w-3xl flex-wrap items-center justify-end gap-3 px-4 py-2.5 sm:px-6">
        <div aria-live="polite" className="mr-auto text-[0.94rem]">
          {sending.kind === 'waiting' ? (
            <OfflineWords isKept={sending.isKept} onRetry={onRetry} />
          ) : remark.text === '' ? null : (
            <p key={remark.count} className="font-semibold text-warn">
              {remark.text}
            </p>
          )}
        </div>
        <Button ref={unknownButton} aria-disabled={isBusy} onClick={onUnknown}>
          I don’t know
        </Button>
        <Button look={isAnswered ? 'primary' : 'secondary'} aria-disabled={isBusy || !isAnswered} onClick={onNext}>
          {NEXT_WORDS[sending.kind]}
          <Icon name="arrow" className="size-4 max-sm:hidden" />
        </Button>
      </div>
    </nav>
  );
}

function OfflineWords({ isKept, onRetry }: { isKept: boolean; onRetry: () => void }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        Cairn does not answer. Your answer is kept {isKept ? 'on this device' : 'in this tab only, so keep it open'} and
        is sent as soon as it does.
      </span>
      <Button size="small" onClick={onRetry}>
        Try now
      </Button>
    </p>
  );
}
