import { Problem } from '../../core/problem';
import { type Idx, readIdx } from '../formats/idx';
import type { NamedFile } from '../formats/imageFiles';
import type { DataStore } from '../types';
import { readMnist } from './mnist';
import { MNIST_TRAIN } from './mnistFiles';

/**
 * Checks unpacked IDX files and stores MNIST's training digits; its test digits may lie beside them. Images and labels
 * may also come one after the other. Throws what `readMnist` throws, `mnist.pair` unless there is one file of images with
 * its labels, `mnist.mismatch` where the two do not belong together, or `mnist.half` where one of them is still to come.
 * Returns the count.
 */
export async function importMnist(files: readonly NamedFile[], store: DataStore): Promise<number> {
  const read = files.map((file) => ({ ...file, idx: readIdx(file.bytes, file.name) }));
  // With all four files of MNIST, those of the 10,000 test digits are left aside.
  const training = read.filter(({ idx }) => idx.count === MNIST_TRAIN.images.count);
  const wanted = read.length > 2 && training.length > 0 ? training : read;
  const images = wanted.filter(({ idx }) => idx.role === 'images');
  const labels = wanted.filter(({ idx }) => idx.role === 'labels');
  const [image, label] = [images[0], labels[0]];
  if (wanted.length === 1 && wanted[0]) return importHalf(wanted[0], store);
  if (!image || !label || wanted.length !== 2) {
    throw new Problem('mnist.pair', { images: images.length, labels: labels.length });
  }
  if (image.idx.count !== label.idx.count) {
    throw new Problem('mnist.mismatch', { images: image.idx.count, labels: label.idx.count });
  }
  await readMnist(label.bytes, MNIST_TRAIN.labels, label.name);
  await readMnist(image.bytes, MNIST_TRAIN.images, image.name);
  await store.put(MNIST_TRAIN.labels.key, label.bytes);
  await store.put(MNIST_TRAIN.images.key, image.bytes);
  return image.idx.count;
}

/** Stores one of the two files; throws `mnist.half`, which names the other one, unless that is stored already. */
async function importHalf({ name, bytes, idx }: NamedFile & { idx: Idx }, store: DataStore): Promise<number> {
  const [own, other] =
    idx.role === 'images' ? [MNIST_TRAIN.images, MNIST_TRAIN.labels] : [MNIST_TRAIN.labels, MNIST_TRAIN.images];
  await readMnist(bytes, own, name);
  await store.put(own.key, bytes);
  if (!(await store.get(other.key))) throw new Problem('mnist.half', { file: name, missing: other.name });
  return idx.count;
}
