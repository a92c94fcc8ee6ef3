/** Something here by which a skill can be learned and shown. */
export type Way = { readonly kind: 'lesson' | 'lab' | 'certification'; readonly id: string; readonly title: string };

type Teaching = { readonly id: string; readonly title: string; readonly skills: readonly string[] };

export type Teachings = {
  readonly lessons: readonly Teaching[];
  readonly labs: readonly Teaching[];
  readonly certifications: readonly Teaching[];
};

/** By skill: what teaches it, what takes an hour before what takes an evening or weeks, each in the order given. */
export function waysToLearn({ lessons, labs, certifications }: Teachings): ReadonlyMap<string, readonly Way[]> {
  const ways = new Map<string, Way[]>();
  const add = (kind: Way['kind'], { id, title, skills }: Teaching) => {
    for (const skill of new Set(skills)) ways.set(skill, [...(ways.get(skill) ?? []), { kind, id, title }]);
  };
  for (const lesson of lessons) add('lesson', lesson);
  for (const lab of labs) add('lab', lab);
  for (const certification of certifications) add('certification', certification);
  return ways;
}
