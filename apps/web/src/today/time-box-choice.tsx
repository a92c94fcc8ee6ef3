import { BOXES } from './time-box.ts';

type TimeBoxChoiceProps = {
  readonly minutes: number | undefined;
  readonly onChoose: (minutes: number | undefined) => void;
};

/** How long somebody has. The list below follows at once. */
export function TimeBoxChoice({ minutes, onChoose }: TimeBoxChoiceProps) {
  const boxes = [undefined, ...BOXES];
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-semibold">How long do you have?</legend>
      <div className="flex flex-wrap gap-2">
        {boxes.map((box) => (
          <label
            key={box ?? 'planned'}
            className="inline-flex min-h-11 cursor-pointer items-center rounded-lg border border-muted/60 bg-card px-4 font-semibold has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="time-box"
              className="sr-only"
              checked={minutes === box}
              onChange={() => onChoose(box)}
            />
            {box === undefined ? 'As planned' : `${box} min`}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
