import { type Catalog, type Certification, domainWeights } from '@cairn/catalog';
import { Badge, Fold, HorizontalBars, SourceNote } from '@cairn/ui';
import { evidenceOf } from '../app/evidence.ts';

type DomainsProps = { catalog: Catalog; certification: Certification };

/** Domains as weighted bars, then their tasks. */
export function Domains({ catalog, certification }: DomainsProps) {
  const { domains, domainEvidence } = certification;
  const weights = domainWeights(certification);
  const hasRanges = domains.some(({ derived }) => derived);
  return (
    <div className="grid gap-6">
      {weights ? (
        <HorizontalBars
          title="Share of the scored questions"
          unit="% of scored questions"
          labelHead="Domain"
          bars={weights.map(({ number, name, weight }) => {
            const domain = domains.find((one) => one.number === number);
            return { label: `${number} ${name}`, value: Math.round(weight * 100), text: weightText(domain, weight) };
          })}
        />
      ) : (
        <p className="text-muted">The weights of the domains were not found in any source read.</p>
      )}
      <p className="text-[0.94rem] text-muted">
        {hasRanges ? 'Microsoft publishes ranges; the bars show their scaled midpoints, which are ours. ' : ''}
        <SourceNote
          evidence={evidenceOf(catalog, { ...domainEvidence, grade: domainEvidence.domains })}
          about="the domains"
        />
      </p>
      <div className="border-b border-line">
        {domains.map((domain) => (
          <Fold key={domain.number} summary={`${domain.number} ${domain.name}: ${domain.tasks.length} tasks`}>
            {domain.note ? <p className="pb-3 text-muted">{domain.note}</p> : null}
            <ol className="grid gap-4">
              {domain.tasks.map((task) => (
                <li key={task.id}>
                  <p>
                    <span className="font-semibold tabular-nums">{task.id.split('/')[1]}</span> {task.text}
                  </p>
                  <p className="mt-1 flex flex-wrap gap-1.5">
                    {task.skills.map((id) => (
                      <Badge key={id}>{catalog.skills.find((skill) => skill.id === id)?.canonical ?? id}</Badge>
                    ))}
                  </p>
                </li>
              ))}
            </ol>
          </Fold>
        ))}
      </div>
    </div>
  );
}

function weightText(domain: Certification['domains'][number] | undefined, weight: number): string {
  const { weightMin, weightMax } = domain ?? {};
  return weightMin !== undefined && weightMax !== undefined
    ? `${weightMin}–${weightMax} %`
    : `${Math.round(weight * 100)} %`;
}
