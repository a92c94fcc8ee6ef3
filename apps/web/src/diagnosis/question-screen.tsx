import type { Diagnosis, DiagnosisQuestion } from '@cairn/contract';
import { isAnswered, type Published, type Response } from '@cairn/question-types';
import { VIEWS } from '@cairn/question-types/views';
import { Callout, Fold } from '@cairn/ui';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { chooseByNumber } from '../exam/choosing.ts';
import { kindName } from '../exam/exam-words.ts';
import { HelpDialog } from '../exam/help-dialog.tsx';
import { clampZoom, ZOOM } from '../exam/preferences.ts';
import { renderText } from '../exam/rendered-text.tsx';
import { usePlayerKeys } from '../exam/use-player-keys.ts';
import { type ChangePreferences, usePreferences } from '../exam/use-preferences.ts';
import { DiagnosisBar, DiagnosisFoot } from './diagnosis-bars.tsx';
import { DIAGNOSIS_SHORTCUTS, type DiagnosisCommand } from './diagnosis-keys.ts';
import type { DiagnosisSitting, DiagnosisState } from './diagnosis-sitting.ts';
import { whyText } from './diagnosis-words.ts';
import { type Draft, rememberDraft, rememberedDraft } from './draft.ts';
import { EndDialog } from './end-dialog.tsx';

type Asking = Extract<DiagnosisState, { kind: 'asking' }>;

/** One question, two ways on: an answer or "I don't know". There is no way back, as the start page says. */
export function QuestionScreen({ state, sitting }: { state: Asking; sitting: DiagnosisSitting }) {
  const { diagnosis, sending, notice } = state;
  const answering = useAnswering(state, sitting);
  const [preferences, setPreferences] = usePreferences();
  const [overlay, setOverlay] = useState<'help' | 'end'>();
  const unknownButton = useRef<HTMLButtonElement>(null);
  const command = commandsOf({
    next: answering.next,
    unknown: () => unknownButton.current?.focus(),
    help: () => setOverlay('help'),
    change: setPreferences,
  });
  usePlayerKeys<DiagnosisCommand>({
    shortcuts: DIAGNOSIS_SHORTCUTS,
    isOn: overlay === undefined,
    hasSingleKeys: preferences.hasSingleKeys,
    onCommand: command,
    onChoose: answering.choose,
  });
  const { current } = diagnosis;
  return (
    <div className="flex min-h-dvh flex-col">
      <DiagnosisBar
        diagnosis={diagnosis}
        sending={sending}
        onHelp={() => setOverlay('help')}
        onEnd={() => setOverlay('end')}
      />
      <div className="mx-auto w-full min-w-0 max-w-3xl flex-1 px-4 py-5 sm:px-6 sm:py-8">
        {notice === '' ? null : (
          <div className="mb-5">
            <Callout tone="warn" announce title="Your last answer was not taken">
              <p>{notice}</p>
            </Callout>
          </div>
        )}
        {current ? (
          <Question
            diagnosis={diagnosis}
            current={current}
            answering={answering}
            zoomPercent={preferences.zoomPercent}
          />
        ) : null}
      </div>
      <DiagnosisFoot
        isAnswered={answering.isComplete}
        isBusy={answering.isBusy}
        remark={answering.remark}
        sending={sending}
        unknownButton={unknownButton}
        onNext={answering.next}
        onUnknown={answering.unknown}
        onRetry={sitting.sync}
      />
      {overlay === 'help' ? (
        <HelpDialog
          shortcuts={DIAGNOSIS_SHORTCUTS}
          onClose={() => setOverlay(undefined)}
          preferences={preferences}
          onPreferences={setPreferences}
        />
      ) : null}
      <EndDialog
        diagnosis={diagnosis}
        isOpen={overlay === 'end'}
        onClose={() => setOverlay(undefined)}
        onEnded={() => void sitting.open()}
      />
    </div>
  );
}

type Answering = ReturnType<typeof useAnswering>;

/** The response under the learner's hands; it is sent once, and then belongs to the past. */
function useAnswering({ diagnosis, sending }: Asking, sitting: DiagnosisSitting) {
  const { current } = diagnosis;
  const question = current ? (current.question as Published) : undefined; // validated by the server
  const [draft, setDraft] = useState<Draft | undefined>(() =>
    current && question ? rememberedDraft(diagnosis.id, current.id, question) : undefined,
  );
  const [remark, setRemark] = useState({ text: '', count: 0 });
  const isBusy = sending.kind !== 'idle';
  const sent = sending.kind !== 'idle' && sending.answer.slot === current?.id ? sending.answer : undefined;
  const response = sent ? ((sent.response ?? undefined) as Response | undefined) : draftOf(draft, current);
  const isComplete = question !== undefined && isAnswered(question, response);
  const answer = (next: Response) => {
    setRemark({ text: '', count: 0 });
    if (!current || isBusy) return;
    setDraft({ slot: current.id, response: next });
    rememberDraft(diagnosis.id, { slot: current.id, response: next });
  };
  const say = (text: string) => setRemark(({ count }) => ({ text, count: count + 1 }));
  return {
    question,
    response,
    isComplete,
    isBusy,
    remark,
    answer,
    choose: (number: number) => {
      const next = question && chooseByNumber(question, response, number);
      if (next) answer(next);
    },
    next: () => {
      if (isBusy) return;
      if (isComplete) void sitting.answer(response);
      else say('Answer the question in full first, or choose “I don’t know”.');
    },
    unknown: () => {
      if (!isBusy) void sitting.answer(null);
    },
  };
}

const draftOf = (draft: Draft | undefined, current: DiagnosisQuestion | null) =>
  draft && draft.slot === current?.id ? draft.response : undefined;

type QuestionProps = {
  readonly diagnosis: Diagnosis;
  readonly current: DiagnosisQuestion;
  readonly answering: Answering;
  readonly zoomPercent: number;
};

function Question({ diagnosis, current, answering, zoomPercent }: QuestionProps) {
  const heading = useArrival(current.id);
  const { question, response, isBusy, answer } = answering;
  useEffect(() => {
    document.title = `Question ${current.number} · Diagnosis · ${diagnosis.title} · Cairn`;
  }, [current.number, diagnosis.title]);
  if (!question) return null;
  const View = VIEWS[question.kind];
  const kind = kindName(question.kind);
  return (
    <div className="grid gap-6">
      <div>
        <h1 ref={heading} tabIndex={-1} aria-describedby="question-kind" className="text-2xl sm:text-3xl">
          Question {current.number}
        </h1>
        <p id="question-kind" className="text-[0.94rem] text-muted">
          {kind.charAt(0).toUpperCase()}
          {kind.slice(1)} · {diagnosis.minQuestions} to {diagnosis.maxQuestions} questions in all
        </p>
      </div>
      <div style={{ zoom: `${zoomPercent}%` }} className="holds-width grid gap-5 text-[1.06rem]">
        <View
          key={current.id}
          question={question}
          response={response}
          onChange={answer}
          disabled={isBusy}
          renderText={renderText}
        />
      </div>
      <div className="text-[0.94rem]">
        <Fold summary="Why this question?">
          <p className="text-muted">{whyText(current.why)}</p>
        </Fold>
      </div>
    </div>
  );
}

/** With each new question reading starts at its heading; the first one leaves the focus where it is. */
function useArrival(questionId: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(questionId);
  useEffect(() => {
    if (before.current === questionId) return;
    before.current = questionId;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [questionId]);
  return heading;
}

type Acts = {
  readonly next: () => void;
  readonly unknown: () => void;
  readonly help: () => void;
  readonly change: ChangePreferences;
};

function commandsOf({ next, unknown, help, change }: Acts) {
  const zoom = (by: number) => change(({ zoomPercent }) => ({ zoomPercent: clampZoom(zoomPercent + by) }));
  const commands: Record<DiagnosisCommand, () => void> = {
    next,
    unknown,
    help,
    larger: () => zoom(ZOOM.step),
    smaller: () => zoom(-ZOOM.step),
    contrast: () => change(({ isHighContrast }) => ({ isHighContrast: !isHighContrast })),
  };
  return (command: DiagnosisCommand) => commands[command]();
}
