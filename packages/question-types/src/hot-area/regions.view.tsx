import { useId } from 'react';
import { ChosenCount, chooseText, toggled } from '../view/choice-rows.tsx';
import type { RenderText, Revealed } from '../view/props.ts';
import { plainText } from '../view/text.tsx';
import { OptionVerdict } from '../view/verdict.tsx';
import { RegionPicture } from './picture.view.tsx';
import type { PublishedRegions } from './schema.ts';

type Props = {
  readonly question: PublishedRegions;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: string[]) => void;
  readonly locked: boolean;
  readonly revealed?: Revealed<{ readonly chosen: readonly string[] }> | undefined;
  readonly renderText?: RenderText | undefined;
};

/** A picture whose boxes toggle, and the same boxes as a list: either way gives the same response. */
export function Regions(props: Props) {
  const { question, chosen, onChoose, locked, revealed, renderText } = props;
  const isOne = question.choose === 1;
  const toggle = (id: string) => {
    if (locked) return;
    if (isOne) onChoose(chosen.includes(id) ? [] : [id]);
    else if (chosen.includes(id) || chosen.length < question.choose) onChoose(toggled(chosen, id, question.regions));
  };
  const name = useId();
  return (
    <div className="grid gap-4">
      <RegionPicture question={question} chosen={chosen} onToggle={toggle} locked={locked} />
      <p className="text-muted text-sm sm:hidden">Swipe the picture sideways, or choose from the list below.</p>
      <fieldset className="grid gap-1">
        <legend className="mb-2 font-semibold text-ink">
          {`${chooseText(question.choose, 'part').slice(0, -1)} of the picture.`}
        </legend>
        {question.regions.map(({ id, label }) => (
          <div key={id}>
            <label className="flex min-h-11 cursor-pointer items-center gap-3 text-ink">
              <input
                type="checkbox"
                name={name}
                value={id}
                checked={chosen.includes(id)}
                disabled={locked}
                onChange={() => toggle(id)}
                className="size-4.5 shrink-0 accent-accent focus-visible:ring-2 focus-visible:ring-accent"
              />
              {plainText(label)}
            </label>
            {revealed && (
              <OptionVerdict
                chosen={chosen.includes(id)}
                isKey={revealed.solution.chosen.includes(id)}
                why={revealed.why[id]}
                renderText={renderText}
              />
            )}
          </div>
        ))}
      </fieldset>
      {!locked && <ChosenCount chosen={chosen.length} choose={question.choose} />}
    </div>
  );
}
