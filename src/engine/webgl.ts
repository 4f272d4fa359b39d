import { GPGPUContext, MathBackendWebGL, setWebGLContext } from '@tensorflow/tfjs-backend-webgl';
import { env, registerBackend, removeBackend } from '@tensorflow/tfjs-core';
import { rendererOf } from './probe';
import type { RunningEngine } from './types';

/**
 * Prepares WebGL on a canvas of our own: Safari's workers are refused by TensorFlow.js's user-agent test, and the lost
 * context must be heard by us, since TensorFlow.js keeps silent about it.
 */
export function loadWebgl(): Pick<RunningEngine, 'renderer' | 'onLost'> {
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
  return {
    renderer: rendererOf(context),
    onLost: (callback) => canvas.addEventListener('webglcontextlost', () => callback(), { once: true }),
  };
}
