import { backend_util } from '@tensorflow/tfjs-core';
import { sizeOf } from '../../../core/shape';
import { type Attrs, broadcast, type Described, input, type Operation, type Operations } from './types';

type DType = Described['dtype'];

function unary(f: (x: number, attrs: Attrs) => number, dtype?: DType): Operation {
  return {
    describe: (inputs) => {
      const x = input(inputs, 'x');
      return [{ shape: x.shape, dtype: dtype ?? x.dtype }];
    },
    compute: (inputs, [out], attrs) => {
      const { numbers } = input(inputs, 'x');
      const result = out?.numbers ?? numbers;
      for (let i = 0; i < result.length; i++) result[i] = f(numbers[i] as number, attrs);
    },
  };
}

function binary(
  f: (a: number, b: number) => number,
  dtype?: DType,
  names: readonly [string, string] = ['a', 'b'],
): Operation {
  return {
    describe: (inputs) => {
      const a = input(inputs, names[0]);
      const b = input(inputs, names[1]);
      const shape = backend_util.assertAndGetBroadcastShape([...a.shape], [...b.shape]);
      return [{ shape, dtype: dtype ?? a.dtype }];
    },
    compute: (inputs, [out]) => {
      if (!out) return;
      const a = input(inputs, names[0]);
      const b = input(inputs, names[1]);
      const fromA = broadcast(a.shape, out.shape);
      const fromB = broadcast(b.shape, out.shape);
      for (let i = 0; i < out.numbers.length; i++) {
        const left = a.numbers[fromA ? (fromA[i] as number) : i] as number;
        const right = b.numbers[fromB ? (fromB[i] as number) : i] as number;
        out.numbers[i] = f(left, right);
      }
    },
  };
}

const alpha = (attrs: Attrs): number => (attrs['alpha'] as number | undefined) ?? 0;

/** softplus without overflow: log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|). */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

const step = (x: number, attrs: Attrs): number => (Number.isNaN(x) ? x : x > 0 ? 1 : alpha(attrs));

/** Round half to even, as TensorFlow does. */
function round(x: number): number {
  const low = Math.floor(x);
  if (x - low !== 0.5) return Math.round(x);
  return low % 2 === 0 ? low : low + 1;
}

const SELU_SCALE = 1.0507009873554805;
const SELU_ALPHA = 1.7580993408473768;

const UNARY: Operations = {
  Abs: unary(Math.abs),
  Ceil: unary(Math.ceil),
  ClipByValue: unary((x, attrs) =>
    Math.min(Math.max(x, attrs['clipValueMin'] as number), attrs['clipValueMax'] as number),
  ),
  Cos: unary(Math.cos),
  Elu: unary((x) => (x >= 0 ? x : Math.expm1(x))),
  Exp: unary(Math.exp),
  Expm1: unary(Math.expm1),
  Floor: unary(Math.floor),
  LeakyRelu: unary((x, attrs) => (x < 0 ? alpha(attrs) * x : x)),
  Log: unary(Math.log),
  Log1p: unary(Math.log1p),
  LogicalNot: unary((x) => (x ? 0 : 1), 'bool'),
  Neg: unary((x) => -x),
  OnesLike: unary(() => 1),
  Reciprocal: unary((x) => 1 / x),
  Relu: unary((x) => (x < 0 ? 0 : x)),
  Relu6: unary((x) => Math.min(x < 0 ? 0 : x, 6)),
  Round: unary(round),
  Rsqrt: unary((x) => 1 / Math.sqrt(x)),
  Selu: unary((x) => (x >= 0 ? SELU_SCALE * x : SELU_ALPHA * Math.expm1(x))),
  Sigmoid: unary((x) => 1 / (1 + Math.exp(-x))),
  Sign: unary(Math.sign),
  Sin: unary(Math.sin),
  Softplus: unary(softplus),
  Sqrt: unary(Math.sqrt),
  Square: unary((x) => x * x),
  Step: unary(step),
  Tanh: unary(Math.tanh),
  ZerosLike: unary(() => 0),
};

const BINARY: Operations = {
  Add: binary((a, b) => a + b),
  Equal: binary((a, b) => (a === b ? 1 : 0), 'bool'),
  Greater: binary((a, b) => (a > b ? 1 : 0), 'bool'),
  GreaterEqual: binary((a, b) => (a >= b ? 1 : 0), 'bool'),
  Less: binary((a, b) => (a < b ? 1 : 0), 'bool'),
  LessEqual: binary((a, b) => (a <= b ? 1 : 0), 'bool'),
  LogicalAnd: binary((a, b) => (a && b ? 1 : 0), 'bool'),
  LogicalOr: binary((a, b) => (a || b ? 1 : 0), 'bool'),
  Maximum: binary(Math.max),
  Minimum: binary(Math.min),
  Multiply: binary((a, b) => a * b),
  NotEqual: binary((a, b) => (a !== b ? 1 : 0), 'bool'),
  Pow: binary((a, b) => a ** b),
  Prelu: binary((x, a) => (x < 0 ? a * x : x), undefined, ['x', 'alpha']),
  RealDiv: binary((a, b) => a / b, 'float32'),
  SquaredDifference: binary((a, b) => (a - b) * (a - b)),
  Sub: binary((a, b) => a - b),
};

/** Sum of any number of tensors of one shape. */
const addN: Operation = {
  describe: (inputs) => [input(inputs, '0')],
  compute: (inputs, [out]) => {
    const terms = Object.values(inputs);
    for (let i = 0; i < (out?.numbers.length ?? 0); i++) {
      let sum = 0;
      for (const { numbers } of terms) sum += numbers[i] as number;
      (out as { numbers: Float32Array }).numbers[i] = sum;
    }
  },
};

/** `t` where the condition holds, else `e`; a condition of rank 1 chooses whole rows. */
const select: Operation = {
  describe: (inputs) => [input(inputs, 't')],
  compute: (inputs, [out]) => {
    const [condition, t, e] = ['condition', 't', 'e'].map((name) => input(inputs, name).numbers);
    if (!out || !condition || !t || !e) return;
    const row = sizeOf(out.shape) / condition.length;
    for (let i = 0; i < out.numbers.length; i++) {
      out.numbers[i] = (condition[Math.floor(i / row)] ? t[i] : e[i]) as number;
    }
  },
};

/** Maps over elements, with broadcasting. */
export const ELEMENTWISE: Operations = { ...UNARY, ...BINARY, AddN: addN, Select: select };

/** Kernels of one operand `x` whose output has its shape. */
export const isUnary = (kernel: string): boolean => kernel in UNARY;
/** Kernels of two operands that are broadcast to one shape. */
export const isBinary = (kernel: string): boolean => kernel in BINARY;
