import type { Tensor } from '@tensorflow/tfjs-core';
import { checkNetwork, type LayerSpec, type NetworkEnds } from '../../src/core/layers';
import { makeLayer } from '../../src/nn/layers';
import type { Network } from '../../src/nn/network';

/** A tensor as the reference reads it. */
export const record = (data: ArrayLike<number>, shape: readonly number[]) => ({ data: Array.from(data), shape });
/** The same of a tensor. */
export const recordOf = (x: Tensor) => record(x.dataSync(), x.shape);

/** A network's layers with their weights, as the reference reads them. */
export function networkRecord(network: Network, layers: readonly LayerSpec[], ends: NetworkEnds) {
  const report = checkNetwork(layers, ends);
  let weights = network.weights();
  let input = report.input;
  const rows = report.rows.map(({ layer, output }) => {
    const count = makeLayer(layer, input, output, 'he').weights.length;
    const own = weights.slice(0, count).map(recordOf);
    weights = weights.slice(count);
    input = output;
    return { layer, weights: own };
  });
  const singular = network.state()['singular'];
  return { layers: rows, ...(singular && { singular: [...singular.dataSync()] }) };
}
