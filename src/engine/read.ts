import { getBackend, type Tensor } from '@tensorflow/tfjs-core';
import { Problem } from '../core/problem';

/** A read that takes longer than this will never end: that is how a lost context shows. */
const READ_LIMIT_MS = 30_000;

/** Reads a tensor, or throws `engine.lost` where the read does not end within the limit (milliseconds). */
export async function readWithTimeout(value: Tensor, limit = READ_LIMIT_MS): Promise<Float32Array> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem('engine.lost', { engine: getBackend() })), limit);
  });
  try {
    return await Promise.race([value.data<'float32'>(), late]);
  } finally {
    clearTimeout(timer);
  }
}
