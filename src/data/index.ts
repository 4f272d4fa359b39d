import type { ParamValues } from '../core/params';
import { Problem } from '../core/problem';
import { cifar } from './images/cifar';
import { faces } from './images/faces/faces';
import { twoPeople } from './images/faces/twoPeople';
import { mnist } from './images/mnist';
import { ownImages } from './images/ownImages';
import { penDigits } from './images/penDigits';
import { csvColumn } from './oneD/csvColumn';
import { exponential } from './oneD/exponential';
import { mixture } from './oneD/mixture';
import { screws } from './oneD/screws';
import { uniform } from './oneD/uniform';
import { delta } from './point/delta';
import { blobs } from './twoD/blobs';
import { checkerboard } from './twoD/checkerboard';
import { circles } from './twoD/circles';
import { csvPair } from './twoD/csvPair';
import { drawing } from './twoD/drawing';
import { gaussians } from './twoD/gaussians';
import { grid } from './twoD/grid';
import { line } from './twoD/line';
import { moons } from './twoD/moons';
import { ring } from './twoD/ring';
import { spiral } from './twoD/spiral';
import { swissRoll } from './twoD/swissRoll';
import type { DataStore, Dataset, DatasetDefinition } from './types';

/** Every data set, in the order of the menus; one file each. */
export const DATASETS: readonly DatasetDefinition[] = [
  screws,
  mixture,
  uniform,
  exponential,
  csvColumn,
  ring,
  grid,
  swissRoll,
  moons,
  spiral,
  checkerboard,
  circles,
  gaussians,
  line,
  blobs,
  drawing,
  csvPair,
  mnist,
  penDigits,
  faces,
  twoPeople,
  cifar,
  ownImages,
  delta,
];

/**
 * Opens a data set with checked parameter values. Throws a `Problem`: `config.unknownDataset`, `data.missing` where the
 * files of a file-backed set are not at hand, or what is wrong with them.
 */
export async function openDataset(id: string, params: ParamValues, store: DataStore): Promise<Dataset> {
  const definition = DATASETS.find((entry) => entry.id === id);
  if (!definition) throw new Problem('config.unknownDataset', { id, known: DATASETS.map((set) => set.id).join(', ') });
  return definition.open(params, store);
}
