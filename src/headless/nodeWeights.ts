import { readFile } from 'node:fs/promises';
import type { LoadWeights } from '../worker/digitJudge';

/** Trained weights from the project's folder, where every command runs. */
export const nodeWeights: LoadWeights = (name) => readFile(`public/weights/${name}`);
