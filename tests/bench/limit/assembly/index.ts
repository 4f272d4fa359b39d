/** The kernels of the hand-written step; no memory of their own, every address comes from the caller. */

export { toBig, toFilter, toSmall } from './convolution';
export { normals } from './functions';
export { normalize, normalizeBack } from './normalization';
export { productDot, productKM, productMK, transpose } from './product';
export {
  adam,
  addRows,
  clear,
  copyColumns,
  dropout,
  fillRows,
  leaky,
  leakyBack,
  logistic,
  multiply,
  tanh,
  tanhBack,
} from './steps';
