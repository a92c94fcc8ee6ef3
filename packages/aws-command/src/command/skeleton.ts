import type { ServiceModel, Shape } from '@cairn/emulator-kit/schema';
import { membersInOrder } from '../data/describe.ts';
import { Decimal, type Plain } from '../output/plain.ts';

/**
 * An empty input (or an example of an answer) with all members, as `--generate-cli-skeleton` prints it.
 *
 * @param isNamed texts are the names of their members, as in answers
 */
export function skeletonOf(model: ServiceModel, shape: Shape, isNamed: boolean): Plain {
  return part({ model, isNamed, stack: [] }, shape, '');
}

interface Walk {
  readonly model: ServiceModel;
  readonly isNamed: boolean;
  /** Names of the structures that the value is in: a circle ends at its second round. */
  readonly stack: readonly string[];
}

function part(walk: Walk, shape: Shape, name: string): Plain {
  switch (shape.kind) {
    case 'structure': {
      if (walk.stack.filter((one) => one === shape.name).length > 1) return {};
      const inner = { ...walk, stack: [...walk.stack, shape.name] };
      const members = membersInOrder(walk.model, shape);
      return Object.fromEntries(members.map((member) => [member.name, part(inner, member.shape, member.name)]));
    }
    case 'list':
      return [part(walk, shape.member, shape.member.kind === 'structure' ? shape.member.name : name)];
    case 'map':
      return { KeyName: part(walk, shape.value, '') };
    case 'string':
      return walk.isNamed ? name : (shape.constraint?.values?.[0] ?? '');
    case 'number':
      return shape.integer === false ? new Decimal(0) : 0;
    case 'boolean':
      return true;
    case 'timestamp':
      return '1970-01-01T00:00:00';
    case 'document':
      return {};
    case 'blob':
    case 'unit':
      return null;
  }
}
