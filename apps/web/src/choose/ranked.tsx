import type { AdvisedCertification } from '@cairn/catalog';
import { Button, Fold } from '@cairn/ui';
import { useState } from 'react';
import { TextLink } from '../app/links.tsx';
import { counted, titled } from '../app/words.ts';

type RankedOption = {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly score: number;
  readonly link: { readonly code: string } | { readonly role: string };
};

const SHORT_LIST = 5;

/** Options with their points as bars, best first; the first five until asked for more. */
export function Ranked({ title, options }: { title: string; options: readonly RankedOption[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? options : options.slice(0, SHORT_LIST);
  return (
    <div className="grid gap-3">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-xl">{title}</h3>
        <span className="text-[0.94rem] text-muted">points of 100</span>
      </div>
      <ol className="grid gap-3">
        {shown.map((option) => (
          <li key={option.key} className="grid gap-1">
            <div className="flex items-baseline justify-between gap-3">
              <OptionLink option={option} />
              <span className="tabular-nums">{(option.score * 100).toFixed(1)}</span>
            </div>
            <div className="h-2 overflow-hidden rounded-full bg-sunken">
              <div className="h-full rounded-full bg-accent" style={{ width: `${option.score * 100}%` }} />
            </div>
            <span className="text-[0.9rem] text-muted">{option.note}</span>
          </li>
        ))}
      </ol>
      {options.length > SHORT_LIST ? (
        <Button
          look="quiet"
          size="small"
          className="-ml-3 w-fit"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? 'Show the first five' : `Show all ${options.length}`}
        </Button>
      ) : null}
    </div>
  );
}

function OptionLink({ option: { name, link } }: { option: RankedOption }) {
  return 'code' in link ? (
    <TextLink to="/certifications/$code" params={{ code: link.code }} className="!text-ink">
      {name}
    </TextLink>
  ) : (
    <TextLink to="/roles/$id" params={{ id: link.role }} className="!text-ink">
      {name}
    </TextLink>
  );
}

/** Exams behind a hard gate: never recommended, each with its reason. */
export function Gated({ gated }: { gated: readonly AdvisedCertification[] }) {
  if (gated.length === 0) return null;
  return (
    <div className="mt-5">
      <Fold summary={`Why not these ${counted(gated.length, 'exam')}`}>
        <ul className="grid gap-3">
          {gated.map(({ code, id, name, gates }) => (
            <li key={code}>
              <TextLink to="/certifications/$code" params={{ code: id }} className="!text-ink">
                {titled({ name, code })}
              </TextLink>
              {gates.map(({ kind, sentence }) => (
                <p key={kind} className="text-[0.94rem] text-muted">
                  {sentence}
                </p>
              ))}
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}
