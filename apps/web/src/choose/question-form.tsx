import type { AdvisorQuestion, Profile } from '@cairn/catalog';
import { Button, StackedStones } from '@cairn/ui';
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
          <p className="font-semibold">
            {answered} of {questions.length} answered
          </p>
          <p role="status" className="min-h-6 text-[0.94rem] text-muted">
            {SAVING_WORDS[saving]}
          </p>
          {answered > 0 ? (
            <Button look="quiet" size="small" className="-ml-3 w-fit" onClick={onClear}>
              Start afresh
            </Button>
          ) : null}
        </div>
      </div>
      {questions.map((question, index) => (
        <QuestionInput
          key={question.id}
          number={index + 1}
          question={question}
          codes={codes}
          value={profile[question.key as ProfileKey]}
          onAnswer={(value) => onAnswer(question.key as ProfileKey, value)}
        />
      ))}
    </form>
  );
}
