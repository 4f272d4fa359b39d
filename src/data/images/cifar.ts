import { defineDataset } from '../define';
import { fileParam, openFile } from '../files';
import { CIFAR_CLASSES, countCifar, MAX_CIFAR_BYTES, readCifar } from '../formats/cifar';
import { unpackGzip } from '../formats/gzip';

const SHAPE = [32, 32, 3] as const;
const AREA = 32 * 32 * 3;

/** CIFAR-10 in its binary version (Krizhevsky 2009), any part of it, in [−1, 1] with labels. Drawn with replacement. */
export const cifar = defineDataset({
  id: 'cifar',
  kind: 'image',
  source: 'files',
  shape: SHAPE,
  classes: CIFAR_CLASSES.length,
  params: { file: fileParam },
  async open(given, store) {
    const { bytes, name } = await openFile('cifar', given, store);
    const records = await unpackGzip(bytes, name, MAX_CIFAR_BYTES);
    const size = countCifar(records, name);
    return {
      info: {
        id: 'cifar',
        kind: 'image',
        shape: SHAPE,
        shift: [0],
        scale: [1],
        range: [[-1, 1]],
        classes: CIFAR_CLASSES,
        size,
      },
      sample(stream, count) {
        const x = new Float32Array(count * AREA);
        const labels = new Int32Array(count);
        for (let i = 0; i < count; i++) {
          labels[i] = readCifar(records, stream.below(size), x.subarray(i * AREA, (i + 1) * AREA));
        }
        return { x, labels };
      },
    };
  },
});
