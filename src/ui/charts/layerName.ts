import type { CurveInfo } from '../../core/stage';
import type { Words } from '../controls/words';

/** The network's letter, the layer's place among those with weights, and its kind. */
export const layerName = ({ network, place, type }: NonNullable<CurveInfo['layer']>, words: Words): string =>
  `${network} ${place}: ${words(`controls.layers.types.${type}.name`, {}, type)}`;
