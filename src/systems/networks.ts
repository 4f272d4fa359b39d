import { dense } from '../core/architectures';
import { conditionSize } from '../core/conditions';
import type { LayerSpec, NetworkHead, NetworkRole } from '../core/layers';
import {
  type LayersSpec,
  networkEnds,
  type ParamMeta,
  type ParamSpec,
  type ParamSpecs,
  type ParamValues,
  type Player,
} from '../core/params';
import type { Streams } from '../core/random';
import type { DatasetInfo } from '../data/types';
import type { Init } from '../nn/layers';
import { Network, type NetworkSetup } from '../nn/network';

/** The usual end of a network of each role. */
const HEADS: Readonly<Record<NetworkRole, NetworkHead>> = {
  generator: 'convTranspose',
  translator: 'convTranspose',
  discriminator: 'dense',
  encoder: 'dense',
  autoencoder: 'dense',
  mapping: 'dense',
};

/** The parameter that holds a network of that role, which that player trains; two hidden layers of 64 unless told otherwise. */
export function networkParam(
  role: NetworkRole,
  player: Player,
  own: Partial<ParamMeta & Omit<LayersSpec, 'kind' | 'role'>> = {},
): ParamSpec {
  return { kind: 'layers', default: dense([64, 64]), role, head: HEADS[role], group: 'networks', player, ...own };
}

/** The size of z. */
export const latentParam = (usual: number, least = 1): ParamSpec => ({
  kind: 'int',
  default: usual,
  min: least,
  max: 512,
  group: 'networks',
});

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
