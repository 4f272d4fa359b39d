import { GPGPUContext, MathBackendWebGL, setWebGLContext } from '@tensorflow/tfjs-backend-webgl';
import { env, registerBackend, removeBackend } from '@tensorflow/tfjs-core';
import { isSoftware, rendererOf } from './probe';
import type { LoadedBackend } from './types';

/**
 * Prepares WebGL on a canvas of our own: Safari's workers are refused by TensorFlow.js's user-agent test, and the lost
 * context must be heard by us, since TensorFlow.js keeps silent about it.
 */
export function loadWebgl(): LoadedBackend {
  if (typeof OffscreenCanvas === 'undefined') throw new Error('there is no OffscreenCanvas');
  const canvas = new OffscreenCanvas(300, 150);
  const context = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
    depth: false,
    stencil: false,
    failIfMajorPerformanceCaveat: false,
  });
  if (!context) throw new Error('the browser gives no WebGL 2 context');
  env().set('WEBGL_VERSION', 2);
  setWebGLContext(2, context);
  removeBackend('webgl');
  registerBackend('webgl', () => new MathBackendWebGL(new GPGPUContext(context)), 2);
  const renderer = rendererOf(context);
  return { renderer, software: isSoftware(renderer), threads: 1, onLost: lossOf(canvas, context) };
}

/** Listens for the loss of a context on behalf of whoever asked last. */
function lossOf(canvas: OffscreenCanvas, context: WebGL2RenderingContext): LoadedBackend['onLost'] {
  let listener: () => void = () => undefined;
  canvas.addEventListener('webglcontextlost', () => listener(), { once: true });
  return (callback) => {
    listener = callback;
    if (context.isContextLost()) queueMicrotask(callback);
  };
}
