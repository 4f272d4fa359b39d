import { applyPalette, GIFEncoder, quantize } from 'gifenc';

/** Makes an animated GIF, picture by picture; all must be of one size. */
export class GifMaker {
  private readonly encoder = GIFEncoder();
  frames = 0;

  /** Shows a picture for so many milliseconds (GIF counts in hundredths of a second). */
  add(picture: HTMLCanvasElement, milliseconds: number): void {
    const { width, height } = picture;
    const context = picture.getContext('2d') as CanvasRenderingContext2D;
    const { data } = context.getImageData(0, 0, width, height);
    // Every picture has colours of its own: the surface of D wanders through more than 256 as it trains.
    const palette = quantize(data, 256);
    this.encoder.writeFrame(applyPalette(data, palette), width, height, { palette, delay: milliseconds });
    this.frames += 1;
  }

  /** The file's bytes. */
  finish(): Uint8Array {
    this.encoder.finish();
    return this.encoder.bytes();
  }
}
