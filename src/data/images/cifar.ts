import { Problem } from '../../core/problem';
import { defineDataset } from '../define';
import { fileParam, openFile } from '../files';
import { CIFAR_CLASSES, CIFAR_RECORD, countCifar, MAX_CIFAR_BYTES, readCifar } from '../formats/cifar';
import { unpackGzip } from '../formats/gzip';

const SHAPE = [32, 32, 3] as const;
const AREA = 32 * 32 * 3;

/**
 * CIFAR-10 in its binary version (Krizhevsky 2009), any part of it, or one class of that, in [−1, 1] with labels. Drawn with
 * replacement. Throws `cifar.noneOf` where the file has no picture of the class.
 */
export const cifar = defineDataset({
  id: 'cifar',
  kind: 'image',
  source: 'files',
  shape: SHAPE,
  classes: CIFAR_CLASSES.length,
  params: {
    file: fileParam,
    only: { kind: 'choice', default: 'all', options: ['all', ...CIFAR_CLASSES], group: 'data' },
  },
  async open(given, store) {
    const { bytes, name } = await openFile('cifar', given, store);
    const records = await unpackGzip(bytes, name, MAX_CIFAR_BYTES);
    const all = Array.from({ length: countCifar(records, name) }, (_, i) => i);
    const { only = 'all' } = given;
    const chosen =
      only === 'all' ? all : all.filter((i) => CIFAR_CLASSES[records[i * CIFAR_RECORD] as number] === only);
    if (chosen.length === 0) throw new Problem('cifar.noneOf', { file: name, only });
    return {
      info: {
        id: 'cifar',
        kind: 'image',
        shape: SHAPE,
        shift: [0],
        scale: [1],
        range: [[-1, 1]],
        classes: CIFAR_CLASSES,
        size: chosen.length,
      },
      sample(stream, count) {
        const x = new Float32Array(count * AREA);
        const labels = new Int32Array(count);
        for (let i = 0; i < count; i++) {
          const record = chosen[stream.below(chosen.length)] as number;
          labels[i] = readCifar(records, record, x.subarray(i * AREA, (i + 1) * AREA));
        }
        return { x, labels };
      },
    };
  },
});
