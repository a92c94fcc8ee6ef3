import type { Catalog, Flip, Profile } from '@cairn/catalog';
import { Button } from '@cairn/ui';
import { titled } from '../app/words.ts';

type FlipsProps = { catalog: Catalog; flips: readonly Flip[]; onTry: (profile: Profile) => void };

/** The smallest single changes that put another option first; each was verified by ranking again. */
export function Flips({ catalog, flips, onTry }: FlipsProps) {
  if (flips.length === 0) {
    return <p>No single change of one answer puts another option first.</p>;
  }
  const nameOf = (id: string) => {
    const certification = catalog.certifications.find(({ code }) => code === id);
    return certification ? titled(certification) : (catalog.roles.find((role) => role.id === id)?.name ?? id);
  };
  return (
    <ul className="divide-y divide-line">
      {flips.map((flip) => (
        <li
          key={`${flip.about}${flip.newWinner}${flip.change}`}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3"
        >
          <p className="min-w-0 flex-1 basis-60">
            If {flip.change}, {flip.about === 'role' ? 'the first role' : 'first place'} would be{' '}
            <strong>{nameOf(flip.newWinner)}</strong>.
          </p>
          <Button size="small" onClick={() => onTry(flip.profile)}>
            Try it<span className="sr-only">: {flip.change}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
