import type { AlgorithmName } from './algorithm.ts';

const REPOSITORIES: Readonly<Record<string, AlgorithmName>> = {
  'sagemaker-xgboost': 'xgboost',
  xgboost: 'xgboost',
  'linear-learner': 'linear-learner',
  kmeans: 'kmeans',
  pca: 'pca',
  randomcutforest: 'randomcutforest',
  'cairn/isolation-forest': 'isolation-forest',
  'cairn/forecasting': 'forecasting',
};

/** `683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1`; the registry is left out for `cairn/…`. */
const IMAGE =
  /^(?:\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/)?([a-z0-9/._-]+?)(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?$/;

/** The repository in an image's address; undefined when it is none. */
export const repositoryOf = (image: string): string | undefined => IMAGE.exec(image)?.[1];

/** The algorithm in a training or serving image; undefined when it cannot run here. */
export function algorithmOf(image: string): AlgorithmName | undefined {
  const repository = repositoryOf(image);
  return repository !== undefined && Object.hasOwn(REPOSITORIES, repository) ? REPOSITORIES[repository] : undefined;
}

/** For messages: what can be trained and served. */
export const KNOWN_IMAGES = Object.keys(REPOSITORIES).join(', ');
