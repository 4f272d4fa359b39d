/** One file of MNIST, as its authors published it. */
export interface MnistFile {
  /** Name of the unpacked file; gzipped, it ends in `.gz`. */
  name: string;
  /** Key under which a data store keeps it, packed or not. */
  key: string;
  role: 'images' | 'labels';
  /** Number of digits in it. */
  count: number;
  /** SHA-256 of the unpacked file. */
  sha256: string;
}

/** Images and labels of the 60,000 training digits, which is what the data set `mnist` is made of. */
export const MNIST_TRAIN: Record<MnistFile['role'], MnistFile> = {
  images: {
    name: 'train-images-idx3-ubyte',
    key: 'mnist/train-images',
    role: 'images',
    count: 60_000,
    sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  },
  labels: {
    name: 'train-labels-idx1-ubyte',
    key: 'mnist/train-labels',
    role: 'labels',
    count: 60_000,
    sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  },
};

/** The 10,000 test digits; only measurements use them. */
export const MNIST_TEST: Record<MnistFile['role'], MnistFile> = {
  images: {
    name: 't10k-images-idx3-ubyte',
    key: 'mnist/t10k-images',
    role: 'images',
    count: 10_000,
    sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  },
  labels: {
    name: 't10k-labels-idx1-ubyte',
    key: 'mnist/t10k-labels',
    role: 'labels',
    count: 10_000,
    sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
  },
};

export const MNIST_FILES: readonly MnistFile[] = [
  MNIST_TRAIN.images,
  MNIST_TRAIN.labels,
  MNIST_TEST.images,
  MNIST_TEST.labels,
];

/** Larger than any file of MNIST unpacked (47,040,016 bytes), so that a wrong file cannot fill the memory. */
export const MAX_MNIST_BYTES = 64_000_000;

/**
 * Public copies of the gzipped files, tried in turn. The first two answer pages of any origin (CORS); checksums guard
 * against all of them.
 */
export const MNIST_MIRRORS: readonly string[] = [
  'https://cdn.jsdelivr.net/gh/fgnt/mnist@master/',
  'https://raw.githubusercontent.com/fgnt/mnist/master/',
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
];
