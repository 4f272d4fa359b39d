import { ARRAYS } from './arrays';
import { CONVOLUTION } from './convolution';
import { ELEMENTWISE } from './elementwise';
import { REDUCTIONS } from './reductions';
import type { Operations } from './types';

/** Every kernel that can be recorded and interpreted, by its name in the kernel registry. */
export const OPERATIONS: Operations = { ...ELEMENTWISE, ...REDUCTIONS, ...ARRAYS, ...CONVOLUTION };

export type { Described, Operation } from './types';
