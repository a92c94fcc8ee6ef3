import type { Algorithm, AlgorithmName } from './algorithm.ts';
import { isolationForest, randomCutForest } from './anomaly.ts';
import { forecasting } from './forecasting.ts';
import { kmeans } from './kmeans.ts';
import { linearLearner } from './linear-learner.ts';
import { pca } from './pca.ts';
import { xgboost } from './xgboost.ts';

/** What can be trained. A new algorithm is a file and a line here. */
export const ALGORITHMS: Readonly<Record<AlgorithmName, Algorithm>> = {
  xgboost,
  'linear-learner': linearLearner,
  kmeans,
  pca,
  randomcutforest: randomCutForest,
  'isolation-forest': isolationForest,
  forecasting,
};
