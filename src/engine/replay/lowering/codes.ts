import type { GraphNode } from '../graph';

/** One operation of an elementwise chain: its code in the module, and the number that goes with it. */
export interface Code {
  code: number;
  number?: number;
}

/** Codes that the module itself knows (`assembly/operations.ts`, `binary.ts`, `unary.ts`). */
export const COPY = 0;
export const ADD = 1;
export const SELECT = 9;
export const ADD_UP = 120;

const UNARY: Readonly<Record<string, number>> = {
  Square: 5,
  Sqrt: 6,
  Neg: 64,
  Abs: 65,
  Rsqrt: 66,
  Reciprocal: 67,
  Exp: 68,
  Expm1: 69,
  Log: 70,
  Log1p: 71,
  Softplus: 72,
  Sigmoid: 73,
  Tanh: 74,
  Erf: 75,
  Relu: 76,
  Floor: 77,
  Ceil: 78,
  Round: 79,
  Sign: 81,
  LogicalNot: 82,
  IsNan: 83,
  Elu: 84,
  Selu: 85,
  Sin: 96,
  Cos: 97,
};

const BINARY: Readonly<Record<string, number>> = {
  Add: 1,
  Sub: 2,
  Multiply: 3,
  RealDiv: 4,
  Maximum: 10,
  Minimum: 11,
  SquaredDifference: 12,
  Greater: 13,
  GreaterEqual: 14,
  Less: 15,
  LessEqual: 16,
  Equal: 17,
  NotEqual: 18,
  LogicalAnd: 19,
  LogicalOr: 20,
  Prelu: 24,
  Pow: 26,
};

/** Names of the operands of a kernel that works element by element, in the module's order; null for other kernels. */
export function operandsOf({ kernel, inputs }: GraphNode): readonly string[] | null {
  if (kernel === 'Select') return ['condition', 't', 'e'];
  if (kernel === 'AddN') return Object.keys(inputs);
  if (kernel === 'Prelu') return ['x', 'alpha'];
  if (kernel in BINARY) return ['a', 'b'];
  return kernel in UNARY || ['LeakyRelu', 'Step', 'ClipByValue', 'Relu6', 'Cast'].includes(kernel) ? ['x'] : null;
}

/** The operations that a kernel of one or two operands becomes, one after the other. */
export function codesOf({ kernel, attrs }: GraphNode): readonly Code[] {
  switch (kernel) {
    case 'LeakyRelu':
      return [{ code: 7, number: attrs['alpha'] as number }];
    case 'Step':
      return [{ code: 8, number: (attrs['alpha'] as number | undefined) ?? 0 }];
    case 'ClipByValue':
      return [
        { code: 87, number: attrs['clipValueMin'] as number },
        { code: 86, number: attrs['clipValueMax'] as number },
      ];
    case 'Relu6':
      return [{ code: 76 }, { code: 86, number: 6 }];
    case 'Cast':
      return [{ code: attrs['dtype'] === 'bool' ? 90 : 80 }];
    case 'Select':
      return [{ code: SELECT }];
    default:
      return [{ code: (UNARY[kernel] ?? BINARY[kernel]) as number }];
  }
}
