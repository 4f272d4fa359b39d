import { conditionSize } from '../core/conditions';
import type { LayerSpec } from '../core/layers';
import { type LayersSpec, networkEnds, type ParamSpecs, type ParamValues, type Player } from '../core/params';
import type { Streams } from '../core/random';
import type { DatasetInfo } from '../data/types';
import type { Init } from '../nn/layers';
import { Network, type NetworkSetup } from '../nn/network';

interface Setup {
  /** The specs of the parameters. */
  specs: ParamSpecs;
  params: ParamValues;
  data: DatasetInfo;
  random: Streams;
  /** Who trains it. */
  player: Player;
  init: Init;
}

/** The network that a parameter holds, for the data at hand. Throws a `Problem` where it cannot be built. */
export function makeNetwork(
  param: string,
  { specs, params, data, random, player, init }: Setup,
  own: Partial<NetworkSetup> = {},
): Network {
  const shape = { shape: data.shape, conditions: conditionSize(data) };
  return new Network({
    player,
    layers: params[param] as readonly LayerSpec[],
    ends: networkEnds(specs[param] as LayersSpec, params, shape),
    init,
    stream: random.init,
    ...own,
  });
}
