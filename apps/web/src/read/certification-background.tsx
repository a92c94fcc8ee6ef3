import type { Catalog, Certification } from '@cairn/catalog';
import { Badge, Callout, RangeChart, SourceNote, StackedStones } from '@cairn/ui';
import { evidenceOf } from '../app/evidence.ts';
import { capital, counted } from '../app/words.ts';

type SheetProps = { catalog: Catalog; certification: Certification };

export function Preparation({ certification }: { certification: Certification }) {
  const { difficulty, studyHours, experienceYears } = certification;
  const ranges = Object.entries(studyHours.byBackground).map(([background, [low, high]]) => ({
    label: capital(background.replace('-', ' ')),
    low,
    high,
  }));
  return (
    <div className="grid gap-6">
      <div className="flex items-center gap-5">
        <StackedStones
          done={difficulty.value}
          total={5}
          label={`Difficulty ${difficulty.value} of 5, our estimate`}
          className="h-16 shrink-0"
        />
        <div>
          <p className="font-semibold">Difficulty {difficulty.value} of 5, our estimate</p>
          <p className="text-muted">{difficulty.reason}</p>
          <p className="text-muted">
            Expected experience: {experienceYears[0]} to {counted(experienceYears[1], 'year')}.
          </p>
        </div>
      </div>
      <RangeChart
        title="Hours of study by background (our estimate)"
        unit="hours"
        ranges={ranges}
        format={(hours) => String(Math.round(hours))}
      />
      <p className="text-[0.94rem] text-muted">{studyHours.basis}</p>
    </div>
  );
}

export function Services({ catalog, certification }: SheetProps) {
  const { services, outOfScope } = certification;
  return (
    <div className="grid gap-4">
      {services.value === null ? <p className="text-muted">Not found in any source read.</p> : null}
      <ul className="flex flex-wrap gap-1.5">
        {(services.value ?? []).map((service) => (
          <li key={service}>
            <Badge>{service}</Badge>
          </li>
        ))}
      </ul>
      <p className="text-[0.94rem] text-muted">
        {services.note ? `${services.note} ` : ''}
        <SourceNote evidence={evidenceOf(catalog, services)} about="the services" />
      </p>
      {outOfScope.length > 0 ? (
        <>
          <h3 className="text-xl">Out of scope</h3>
          <ul className="list-disc pl-6 text-muted">
            {outOfScope.map((topic) => (
              <li key={topic}>{topic}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

/** Where sources disagree about this exam, and which version is used. */
export function Conflicts({ catalog, certification }: SheetProps) {
  const conflicts = catalog.conflicts.filter(({ codes }) => codes.includes(certification.code));
  if (conflicts.length === 0) return null;
  return (
    <section aria-labelledby="conflicts" className="grid gap-4">
      <h2 id="conflicts" className="text-3xl">
        Where sources disagree
      </h2>
      {conflicts.map((conflict) => (
        <Callout key={conflict.id} tone="warn" title={conflict.topic}>
          <p>{conflict.versions}</p>
          <p className="text-muted">
            Used here: {conflict.use} <SourceNote evidence={evidenceOf(catalog, conflict)} about={conflict.topic} />
          </p>
        </Callout>
      ))}
    </section>
  );
}
