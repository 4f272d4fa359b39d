import { classKlMetric } from './digits/classHistogram';
import { frechetFeaturesMetric, frechetLogitsMetric } from './digits/frechet';
import { kidMetric } from './digits/kid';
import { mnistScoreMetric } from './digits/mnistScore';
import { aucMetric, logLossMetric } from './heldOut';
import { qualityMetric } from './highQuality';
import { jsMetric } from './jsDivergence';
import { klMetric } from './klDivergence';
import { ksMetric } from './kolmogorovSmirnov';
import { mmdMetric } from './mmd';
import { modesMetric } from './modes';
import { meanMetric, sdMetric } from './moments';
import { coverageMetric, densityMetric, precisionMetric, recallMetric } from './neighbours';
import { reverseKlHighMetric, reverseKlMetric } from './reverseKl';
import { slicedMetric } from './slicedWasserstein';
import type { Metric } from './types';
import { wassersteinMetric } from './wasserstein';

/** Every metric; pure functions of samples. */
export const METRICS: readonly Metric[] = [
  meanMetric,
  sdMetric,
  wassersteinMetric,
  slicedMetric,
  klMetric,
  jsMetric,
  ksMetric,
  mmdMetric,
  modesMetric,
  qualityMetric,
  reverseKlMetric,
  reverseKlHighMetric,
  mnistScoreMetric,
  classKlMetric,
  frechetFeaturesMetric,
  frechetLogitsMetric,
  kidMetric,
  precisionMetric,
  recallMetric,
  densityMetric,
  coverageMetric,
  aucMetric,
  logLossMetric,
];

export type { MeasuredData, Metric, MetricInput } from './types';
