/** The functions that `assembly/index.ts` exports; addresses are bytes, all else as there. */
export interface Kernels {
  readonly memory: WebAssembly.Memory;
  productKM: Product;
  productMK: Product;
  productDot: Product;
  transpose(to: number, ldTo: number, from: number, ldFrom: number, rows: number, columns: number): void;
  toSmall: Convolve;
  toBig: (big: number, small: number, ...rest: ConvolveRest) => void;
  toFilter: (filter: number, big: number, small: number, patch: number, turned: number, ...shape: ConvShape) => void;
  normals(out: number, count: number, state: number): void;
  normalize: (...addresses: number[]) => void;
  normalizeBack: (...addresses: number[]) => void;
  clear(y: number, count: number): void;
  fillRows(y: number, bias: number, features: number, channels: number, columns: number): void;
  addRows(db: number, d: number, features: number, channels: number, columns: number): void;
  leaky(y: number, count: number, slope: number): void;
  leakyBack(d: number, y: number, count: number, slope: number): void;
  tanh(y: number, count: number): void;
  tanhBack(d: number, y: number, count: number): void;
  logistic(d: number, x: number, count: number, columns: number, sign: number, scale: number): number;
  dropout(y: number, mask: number, count: number, rate: number, state: number): void;
  multiply(y: number, x: number, count: number): void;
  copyColumns(y: number, x: number, features: number, columns: number, stride: number): void;
  adam(theta: number, gradient: number, m: number, v: number, count: number, ...numbers: AdamNumbers): void;
}

type Product = (
  ...sides: [
    c: number,
    ldc: number,
    a: number,
    lda: number,
    b: number,
    ldb: number,
    ...sizes: [m: number, n: number, k: number],
  ]
) => void;

/** Sizes of a convolution between a big and a small side. */
export type ConvShape = [
  side: number,
  bigChannels: number,
  smallChannels: number,
  kernel: number,
  stride: number,
  pad: number,
  columns: number,
];
type ConvolveRest = [filter: number, patch: number, ...shape: ConvShape];
type Convolve = (small: number, big: number, ...rest: ConvolveRest) => void;
type AdamNumbers = [rate: number, rootCorrection: number, beta1: number, beta2: number, epsilon: number];

/** Starts the module. */
export async function startKernels(binary: Uint8Array): Promise<Kernels> {
  const { instance } = await WebAssembly.instantiate(binary as Uint8Array<ArrayBuffer>, {
    env: {
      abort: () => {
        throw new Error('the hand-written kernels aborted');
      },
    },
  });
  return instance.exports as unknown as Kernels;
}

/** Lays out the module's memory by hand: addresses are handed out once and never given back. */
export class Arena {
  private next = 65_536; // beneath lies what the compiler put there

  constructor(private readonly memory: WebAssembly.Memory) {}

  /** Room for that many numbers, zeros, on a cache line's start; with a line to spare against equal strides. */
  floats(count: number): number {
    const address = this.next;
    this.next = Math.ceil((address + count * 4) / 64) * 64 + 64;
    const missing = this.next - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / 65_536));
    return address;
  }

  /** Bytes handed out. */
  get used(): number {
    return this.next;
  }

  view(address: number, count: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, count);
  }
}
