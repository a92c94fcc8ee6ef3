import { type Catalog, type CriterionId, isAtStake, type Profile } from '@cairn/catalog';
import { Button, Slider } from '@cairn/ui';
import { withAnswer } from './profile.ts';

type WeightsProps = { catalog: Catalog; profile: Profile; onChange: (profile: Profile) => void };

/** Swing weights: how much it matters to go from the worst to the best end of each scale. */
export function Weights({ catalog, profile, onChange }: WeightsProps) {
  const own = profile.weights ?? {};
  const set = (criterion: CriterionId, weight: number) =>
    onChange(withAnswer(profile, 'weights', { ...own, [criterion]: weight }));
  return (
    <div className="grid gap-5">
      <p className="text-muted">
        How much does it matter to go from the worst to the best end? Only the proportions count.
      </p>
      {catalog.advisor.criteria
        .filter(({ id }) => isAtStake(id, profile))
        .map(({ id, label, swing, worst, best }) => {
          const weight = own[id] ?? swing;
          return (
            <Slider
              key={id}
              label={label}
              hint={`From “${worst}” to “${best}”`}
              min={0}
              max={100}
              step={5}
              value={weight}
              text={weight === swing ? `${weight} (usual)` : `${weight} (usual ${swing})`}
              onChange={(value) => set(id, value)}
            />
          );
        })}
      <Button
        size="small"
        className="w-fit"
        disabled={profile.weights === undefined}
        onClick={() => onChange(withAnswer(profile, 'weights', undefined))}
      >
        Back to the usual weights
      </Button>
    </div>
  );
}
