/** The kernels for one thread, as `data:` addresses. */
export { default as plain } from './kernels.wasm?url&inline';
export { default as relaxed } from './kernels-relaxed.wasm?url&inline';
