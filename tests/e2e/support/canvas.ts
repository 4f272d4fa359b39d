import type { Page } from 'playwright';

/** What a canvas shows, in numbers. */
export interface Picture {
  /** Distinct colours. */
  colours: number;
  /** Changes with any pixel. */
  hash: number;
}

/** Reads the stage's canvas. */
export function stagePicture(page: Page): Promise<Picture> {
  return page.locator('main .stage-box canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
      0,
      0,
      canvas.width,
      canvas.height,
    );
    const words = new Uint32Array(data.buffer);
    let hash = 0;
    for (const word of words) hash = (Math.imul(hash, 31) + word) | 0;
    return { colours: new Set(words).size, hash };
  });
}
