/** The second door: models of services without anything of Node, so that a page can load them too. */
export { loadPack } from './load-pack.ts';
export type { ServicePack } from './pack.ts';
export type {
  Constraint,
  ListShape,
  MapShape,
  Member,
  OperationModel,
  ServiceModel,
  Shape,
  StructureShape,
} from './shape.ts';
