import type { Predictor } from '../algorithms/algorithm.ts';
import { algorithmOf, KNOWN_IMAGES } from '../algorithms/images.ts';
import { ALGORITHMS } from '../algorithms/registry.ts';
import { UserFault } from '../data/user-fault.ts';
import { readArtifact } from '../training/artifact.ts';

/**
 * A model from the model.tar.gz that a training job wrote, served by an image of the same algorithm.
 *
 * @throws UserFault in one sentence when the archive, the image or the model cannot be used
 */
export function loadModel(image: string, archive: Uint8Array): Predictor {
  const name = algorithmOf(image);
  if (name === undefined) throw new UserFault(`The image ${image} cannot run here; known are ${KNOWN_IMAGES}.`);
  const { fileName, load } = ALGORITHMS[name];
  const files = readArtifact(archive);
  const file = files.get(fileName);
  if (file === undefined) {
    const found = [...files.keys()].join(', ') || 'nothing';
    throw new UserFault(`model.tar.gz holds ${found}, but ${name} looks for ${fileName}.`);
  }
  return load(new TextDecoder().decode(file));
}
