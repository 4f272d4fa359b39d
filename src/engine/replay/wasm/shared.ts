/** The kernels for threads that share memory, as `data:` addresses. */

export { default as relaxed } from './kernels-relaxed-shared.wasm?url&inline';
export { default as plain } from './kernels-shared.wasm?url&inline';
