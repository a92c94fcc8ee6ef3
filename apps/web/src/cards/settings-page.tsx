import type { StudySettings, StudySettingsShown } from '@cairn/contract';
import { Callout, Card, ErrorState, Field, Loading, Slider, TextInput } from '@cairn/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { TextLink } from '../app/links.tsx';
import { Page } from '../app/page.tsx';
import { capital, counted, dayInWords } from '../app/words.ts';
import { CARDS_KEY, cardOverviewQuery, ownTimeZone, putSettings, settingsQuery } from './card-requests.ts';
import { percent } from './card-words.ts';

export const settingsPage = createLazyRoute('/cards/settings')({ component: SettingsPage });

function SettingsPage() {
  const shown = useQuery(settingsQuery);
  return (
    <Page
      title="How cards come"
      kicker={<TextLink to="/cards">Cards</TextLink>}
      lede="Changes count from the next card on."
      width="text"
    >
      {shown.error ? (
        <ErrorState
          title="Your settings could not be read"
          detail={sentenceOf(shown.error)}
          onRetry={() => void shown.refetch()}
        />
      ) : null}
      {!shown.data && !shown.error ? <Loading label="Reading your settings" /> : null}
      {shown.data ? <Settings shown={shown.data} /> : null}
    </Page>
  );
}

type Change = (part: Partial<StudySettings>) => void;

/** Saved as they are changed; nothing has to be confirmed. */
function Settings({ shown }: { readonly shown: StudySettingsShown }) {
  const [settings, setSettings] = useState(shown.settings);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: putSettings,
    scope: { id: 'study-settings' }, // one after another, so that the last change wins
    onSuccess: (stored) => {
      client.setQueryData(settingsQuery.queryKey, stored);
      void client.invalidateQueries({ queryKey: CARDS_KEY });
    },
  });
  const change: Change = (part) => {
    const next = { ...settings, timeZone: ownTimeZone(), ...part };
    setSettings(next);
    save.mutate(next);
  };
  return (
    <div className="grid gap-6">
      <Amounts settings={settings} onChange={change} />
      <ExamDays settings={settings} planned={shown.examDays} onChange={change} />
      <Days settings={settings} onChange={change} />
      <p role="status" className="min-h-6 text-muted">
        {save.isSuccess && !save.isPending ? 'Saved on this machine.' : ''}
      </p>
      {save.error ? (
        <Callout tone="bad" announce title="Not saved yet">
          <p>{sentenceOf(save.error)}</p>
        </Callout>
      ) : null}
      {shown.fitted ? (
        <p className="text-muted">
          Intervals follow your own forgetting, learnt from {counted(shown.fitted.reviews, 'review')}.
        </p>
      ) : null}
    </div>
  );
}

type PartProps = { readonly settings: StudySettings; readonly onChange: Change };

function Amounts({ settings, onChange }: PartProps) {
  return (
    <Card className="grid gap-6">
      <h2 className="text-2xl">How much</h2>
      <Slider
        label="Minutes a day for cards"
        hint="After a break no day holds more; what is left waits, the most valuable first."
        value={settings.minutesADay}
        min={5}
        max={120}
        step={5}
        text={counted(settings.minutesADay, 'minute')}
        onChange={(minutesADay) => onChange({ minutesADay })}
      />
      <Slider
        label="New cards a day"
        value={settings.newCardsADay}
        min={0}
        max={60}
        text={counted(settings.newCardsADay, 'card')}
        onChange={(newCardsADay) => onChange({ newCardsADay })}
      />
      <Slider
        label="Recall to keep"
        hint="A card comes back when the chance of recalling it has fallen to this. Higher means more reviews."
        value={settings.desiredRetention}
        min={0.7}
        max={0.97}
        step={0.01}
        text={percent(settings.desiredRetention)}
        onChange={(desiredRetention) => onChange({ desiredRetention: Math.round(desiredRetention * 100) / 100 })}
      />
    </Card>
  );
}

type ExamDaysProps = PartProps & { readonly planned: Readonly<Record<string, string>> };

function ExamDays({ settings, planned, onChange }: ExamDaysProps) {
  const decks = useQuery(cardOverviewQuery()).data?.decks ?? [];
  const exams = decks.flatMap(({ exam, code }) => (exam === null || code === null ? [] : [{ id: exam, code }]));
  const set = (exam: string, day: string | null, isOn: boolean) =>
    onChange({ examDays: { ...settings.examDays, [exam]: { isOn, day } } });
  return (
    <Card className="grid gap-5">
      <div className="grid gap-2">
        <h2 className="text-2xl">By the exam day</h2>
        <p className="text-muted">
          With an exam day, cards come so that most is recalled on that day, by the weight of each domain, in the
          minutes you have. Without one they come so that they last.
        </p>
      </div>
      <ul className="grid gap-4">
        {exams.map(({ id, code }) => {
          const chosen = settings.examDays[id];
          const day = chosen?.day ?? null;
          const plan = planned[id];
          const isOn = (chosen?.isOn ?? plan !== undefined) && (day !== null || plan !== undefined);
          return (
            <li key={id} className="grid gap-2 border-t border-line pt-4 sm:grid-cols-2 sm:items-end">
              <Field label={`Exam day of ${code}`} hint={plan ? `Your plan says ${dayInWords(plan)}.` : undefined}>
                {(control) => (
                  <TextInput
                    {...control}
                    type="date"
                    value={day ?? ''}
                    onChange={(event) => set(id, event.target.value || null, true)}
                  />
                )}
              </Field>
              <label className="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  className="size-5"
                  checked={isOn}
                  disabled={day === null && plan === undefined}
                  onChange={(event) => set(id, day, event.target.checked)}
                />
                Cards of {code} come by that day
              </label>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

function Days({ settings, onChange }: PartProps) {
  const toggle = (weekday: (typeof WEEKDAYS)[number]) =>
    onChange({
      daysOff: settings.daysOff.includes(weekday)
        ? settings.daysOff.filter((one) => one !== weekday)
        : [...settings.daysOff, weekday],
    });
  return (
    <Card className="grid gap-5">
      <h2 className="text-2xl">Which days</h2>
      <label className="flex items-start gap-3">
        <input
          type="checkbox"
          className="mt-1 size-5"
          checked={settings.isBalanced}
          onChange={(event) => onChange({ isBalanced: event.target.checked })}
        />
        <span>
          Even out the days
          <span className="block text-[0.94rem] text-muted">
            A due day moves by a few days where that does no harm, to a day with fewer cards.
          </span>
        </span>
      </label>
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">Days off</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {WEEKDAYS.map((weekday) => (
            <label key={weekday} className="flex items-center gap-2">
              <input
                type="checkbox"
                className="size-5"
                checked={settings.daysOff.includes(weekday)}
                disabled={settings.daysOff.length >= 6 && !settings.daysOff.includes(weekday)}
                onChange={() => toggle(weekday)}
              />
              {capital(weekday)}
            </label>
          ))}
        </div>
      </fieldset>
      <Field label="Hour at which a day starts" hint="Who learns at one in the morning is still in the evening before.">
        {(control) => (
          <TextInput
            {...control}
            type="number"
            min={0}
            max={23}
            className="max-w-28"
            value={settings.dayStartsAtHour}
            onChange={(event) => {
              const hour = event.target.valueAsNumber;
              if (Number.isInteger(hour) && hour >= 0 && hour <= 23) onChange({ dayStartsAtHour: hour });
            }}
          />
        )}
      </Field>
    </Card>
  );
}
