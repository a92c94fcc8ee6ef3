import type { PutOwnCard, StudyCard } from '@cairn/contract';
import { Button, Callout, Dialog, Field, Select, TextInput } from '@cairn/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ComponentProps, useRef, useState } from 'react';
import { sentenceOf } from '../api.ts';
import { examsQuery } from '../app/queries.ts';
import { CARDS_KEY, putOwn } from './card-requests.ts';

/** A card to change, a draft to make one of, or nothing for a new one. */
export type Editable = Partial<Pick<StudyCard, 'id' | 'front' | 'back' | 'exam' | 'task' | 'tags'>> & {
  readonly origin?: StudyCard['origin'];
  readonly source?: string;
};

type EditorProps = {
  readonly card: Editable;
  readonly onClose: () => void;
  readonly onSaved?: (card: StudyCard) => void;
};

export function CardEditor({ card, onClose, onSaved }: EditorProps) {
  const [id] = useState(() => card.id ?? crypto.randomUUID()); // one card, however often it is sent
  const [front, setFront] = useState(card.front ?? '');
  const [back, setBack] = useState(card.back ?? '');
  const [exam, setExam] = useState(card.exam ?? '');
  const [tags, setTags] = useState((card.tags ?? []).join(', '));
  const start = useRef<HTMLTextAreaElement>(null);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => putOwn(id, bodyOf(card, { front, back, exam, tags })),
    onSuccess: (saved) => {
      void client.invalidateQueries({ queryKey: CARDS_KEY });
      onSaved?.(saved);
      onClose();
    },
  });
  const isEmpty = front.trim() === '' || back.trim() === '';
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={card.id ? 'Edit the card' : 'Make a card'}
      description="A good card asks one thing and is answered in ten seconds."
      initialFocus={start}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={save.isPending || isEmpty} onClick={() => save.mutate()}>
            Save the card
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Side label="Front" innerRef={start} value={front} rows={2} maxLength={2000} onText={setFront} />
        <Side label="Back" value={back} rows={4} maxLength={4000} onText={setBack} />
        <div className="grid gap-4 sm:grid-cols-[10rem_1fr]">
          <ExamChoice exam={exam} onChange={setExam} />
          <Field label="Tags, separated by commas">
            {(control) => (
              <TextInput {...control} value={tags} maxLength={600} onChange={(event) => setTags(event.target.value)} />
            )}
          </Field>
        </div>
        {save.error ? (
          <Callout tone="bad" announce title="Not saved yet">
            <p>{sentenceOf(save.error)} Your words are still here.</p>
          </Callout>
        ) : null}
      </div>
    </Dialog>
  );
}

type Entered = { readonly front: string; readonly back: string; readonly exam: string; readonly tags: string };

function bodyOf(card: Editable, { front, back, exam, tags }: Entered): PutOwnCard {
  const { origin } = card;
  return {
    front,
    back,
    exam: exam === '' ? null : exam,
    task: exam !== '' && exam === card.exam ? (card.task ?? null) : null,
    tags: [
      ...new Set(
        tags
          .split(',')
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ].slice(0, 20),
    origin: origin === 'missed' || origin === 'glossary' ? origin : 'own',
    source: card.source ?? null,
  };
}

type SideProps = Pick<ComponentProps<'textarea'>, 'rows' | 'maxLength' | 'value'> & {
  readonly label: string;
  readonly innerRef?: React.RefObject<HTMLTextAreaElement | null>;
  readonly onText: (text: string) => void;
};

function Side({ label, innerRef, onText, ...rest }: SideProps) {
  return (
    <Field label={label}>
      {(control) => (
        <textarea
          {...control}
          {...rest}
          {...(innerRef && { ref: innerRef })}
          onChange={(event) => onText(event.target.value)}
          className="w-full rounded-lg border border-muted/70 bg-paper p-3"
        />
      )}
    </Field>
  );
}

function ExamChoice({ exam, onChange }: { readonly exam: string; readonly onChange: (exam: string) => void }) {
  const exams = useQuery(examsQuery).data ?? [];
  const options = [{ value: '', label: 'No exam' }, ...exams.map(({ id, code }) => ({ value: id, label: code }))];
  return (
    <Field label="Exam">
      {(control) => (
        <Select {...control} options={options} value={exam} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}
