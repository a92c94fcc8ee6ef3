import type { AdvisorQuestion, Profile } from '@cairn/catalog';
import { Button, Fold, StackedStones } from '@cairn/ui';
import { useState } from 'react';
import { counted } from '../app/words.ts';
import type { ProfileKey } from './profile-search.ts';
import { QuestionInput } from './question-input.tsx';
import type { ProfileState } from './use-profile.ts';

type QuestionFormProps = {
  questions: readonly AdvisorQuestion[];
  codes: readonly { readonly code: string; readonly name: string }[];
  profile: Profile;
  saving: ProfileState['saving'];
  onAnswer: (key: ProfileKey, value: unknown) => void;
  onClear: () => void;
};

const SAVING_WORDS = {
  untouched: '',
  saving: 'Saving …',
  saved: 'Saved on this machine',
  failed: 'Not saved',
} as const;

export function QuestionForm({ questions, codes, profile, saving, onAnswer, onClear }: QuestionFormProps) {
  const answered = questions.filter(({ key }) => profile[key as ProfileKey] !== undefined).length;
  const first = questions.filter(({ isDetail }) => !isDetail);
  const details = questions.filter(({ isDetail }) => isDetail);
  // Once open it stays as the reader leaves it: answering a folded question must not fold or unfold the rest.
  const [isOpenAtFirst] = useState(() => details.some(({ key }) => profile[key as ProfileKey] !== undefined));
  const ask = (question: AdvisorQuestion, index: number) => (
    <QuestionInput
      key={question.id}
      number={index + 1}
      question={question}
      codes={codes}
      value={profile[question.key as ProfileKey]}
      onAnswer={(value) => onAnswer(question.key as ProfileKey, value)}
    />
  );
  return (
    <form aria-label="Questions" onSubmit={(event) => event.preventDefault()} className="grid gap-2">
      <div className="flex items-end gap-5 pb-3">
        <StackedStones
          done={answered}
          total={questions.length}
          label={`${answered} of ${questions.length} answered`}
          className="h-24 shrink-0"
        />
        <div className="grid gap-1">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-semibold">
              {answered} of {questions.length} answered
            </span>
            <span role="status" className="text-[0.94rem] text-muted">
              {SAVING_WORDS[saving]}
            </span>
          </p>
          {answered > 0 ? (
            <Button look="quiet" size="small" className="-ml-3 w-fit" onClick={onClear}>
              Start afresh
            </Button>
          ) : null}
        </div>
      </div>
      {first.map(ask)}
      <div className="border-b border-line">
        <Fold
          summary={
            <span className="grid">
              <span className="font-display text-[1.2rem]">Limits: date, budget, language, current cloud</span>
              <span className="text-[0.94rem] font-normal text-muted">
                {counted(details.length, 'more question')}, if one of them rules something out for you
              </span>
            </span>
          }
          open={isOpenAtFirst}
        >
          {details.map((question, index) => ask(question, first.length + index))}
        </Fold>
      </div>
    </form>
  );
}
