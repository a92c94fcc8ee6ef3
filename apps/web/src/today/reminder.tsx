import type { Today } from '@cairn/contract';
import { Button, Field, TextInput } from '@cairn/ui';
import { useEffect, useState } from 'react';
import { counted } from '../app/words.ts';
import { isTime, type ReminderTime, rememberedReminder, rememberReminder, untilNext } from './reminder-clock.ts';

const isSupported = (): boolean => typeof Notification !== 'undefined';

/** A reminder a day, only if somebody asks for it. It says plainly what it can do: nothing rings for a closed page. */
export function Reminder({ today }: { today: Today }) {
  const [time, setTime] = useState<ReminderTime>(rememberedReminder);
  const [isRefused, setRefused] = useState(false);
  useReminder(time, today);
  if (!isSupported()) return null;
  const set = (next: ReminderTime) => {
    rememberReminder(next);
    setTime(next);
  };
  const ask = async () => {
    const answer = await Notification.requestPermission();
    setRefused(answer !== 'granted');
    if (answer === 'granted') set('18:00');
  };
  return (
    <div className="grid gap-3 text-[0.97rem]">
      {time === undefined ? (
        <div>
          <Button size="small" look="quiet" onClick={() => void ask()}>
            Remind me once a day
          </Button>
        </div>
      ) : (
        <>
          <Field
            label="Reminder at"
            hint="Your browser shows it while Cairn is open in a tab, also in the background. With the tab closed nothing rings."
          >
            {(control) => (
              <TextInput
                {...control}
                type="time"
                value={time}
                onChange={(event) => isTime(event.target.value) && set(event.target.value)}
              />
            )}
          </Field>
          <div>
            <Button size="small" look="quiet" onClick={() => set(undefined)}>
              No reminder
            </Button>
          </div>
        </>
      )}
      {isRefused ? (
        <p role="status" className="text-muted">
          Your browser does not allow notifications from this page; its settings for this site can change that.
        </p>
      ) : null}
    </div>
  );
}

/** Rings at its time while the page lives, and only if something is left to do. */
function useReminder(time: ReminderTime, today: Today): void {
  const text = textOf(today);
  useEffect(() => {
    if (time === undefined || !isSupported() || Notification.permission !== 'granted') return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(
        () => {
          if (text) new Notification('Cairn', { body: text, tag: 'cairn-daily' });
          wait();
        },
        untilNext(time, new Date()),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [time, text]);
}

function textOf({ items }: Today): string | undefined {
  const [first] = items;
  if (!first) return undefined;
  return items.length === 1
    ? `Today: ${first.title}.`
    : `Today: ${first.title}, and ${counted(items.length - 1, 'more piece')}.`;
}
