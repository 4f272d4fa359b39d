import type { ParamValues } from '../core/params';
import { Problem } from '../core/problem';
import { exponential } from './oneD/exponential';
import { mixture } from './oneD/mixture';
import { screws } from './oneD/screws';
import { uniform } from './oneD/uniform';
import { blobs } from './twoD/blobs';
import { checkerboard } from './twoD/checkerboard';
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
export const DATASETS = [
  screws,
  mixture,
  uniform,
  exponential,
  ring,
  grid,
  swissRoll,
  moons,
  spiral,
  checkerboard,
  gaussians,
  line,
  blobs,
  drawing,
] as unknown as readonly DatasetDefinition[];

/** Opens a data set by id; throws a `Problem` where it is unknown or its files are not there. */
export async function openDataset(id: string, params: ParamValues, store: DataStore): Promise<Dataset> {
  const definition = DATASETS.find((entry) => entry.id === id);
  if (!definition) throw new Problem('config.unknownDataset', { id, known: DATASETS.map((set) => set.id).join(', ') });
  return definition.open(params, store);
}
