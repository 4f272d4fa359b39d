import type { ComponentType } from 'react';
import type { OpenedRun } from '../../worker/protocol';
import type { ToolProps } from './toolProps';
import { Arithmetic } from './tools/Arithmetic';
import { Caption } from './tools/Caption';
import { Channels } from './tools/Channels';
import { LatentMap } from './tools/LatentMap';
import { Nearest } from './tools/Nearest';
import { Noise } from './tools/Noise';
import { Paint } from './tools/Paint';
import { Sliders } from './tools/Sliders';
import { Walk } from './tools/Walk';

/** The tools of the latent panel, in the order of their tabs. */
export const TOOLS = {
  caption: Caption,
  walk: Walk,
  arithmetic: Arithmetic,
  sliders: Sliders,
  paint: Paint,
  map: LatentMap,
  channels: Channels,
  noise: Noise,
  nearest: Nearest,
} as const satisfies Record<string, ComponentType<ToolProps>>;
/** One of {@link TOOLS}. */
export type ToolName = keyof typeof TOOLS;
/** Those that this run has a use for: captions are for systems that read them. */
export const toolsFor = ({ prior = [] }: OpenedRun): ToolName[] =>
  (Object.keys(TOOLS) as ToolName[]).filter((name) => name !== 'caption' || prior.some(({ kind }) => kind === 'given'));
