import {
  IconArrowRampRight2,
  IconArrowsDiff,
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconChartBar,
  IconDice3,
  IconGrain,
  IconLayoutList,
  IconMathMax,
  IconPalette,
  IconPhoto,
  IconStack2,
  IconTopologyFull,
  IconWaveSine,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { LayerType } from '../../../core/layers';

/** The sign of each type of layer. */
export const LAYER_ICONS: Record<LayerType, ComponentType<{ size?: number; 'aria-hidden'?: boolean }>> = {
  dense: IconTopologyFull,
  conv: IconArrowsMinimize,
  convTranspose: IconArrowsMaximize,
  maxout: IconMathMax,
  batchNorm: IconChartBar,
  layerNorm: IconChartBar,
  instanceNorm: IconChartBar,
  pixelNorm: IconChartBar,
  minibatchDiscrimination: IconArrowsDiff,
  minibatchStddev: IconArrowsDiff,
  activation: IconWaveSine,
  dropout: IconDice3,
  skip: IconArrowRampRight2,
  constant: IconPhoto,
  upsample: IconArrowsMaximize,
  downsample: IconArrowsMinimize,
  toPicture: IconPhoto,
  fromPicture: IconPhoto,
  noise: IconGrain,
  style: IconPalette,
  flatten: IconLayoutList,
  reshape: IconStack2,
};
