import { type DecodeImage, OWN_SIDE } from './imageFiles';

/** {@link DecodeImage} by the browser's own decoder; works in workers. */
export const decodeInBrowser: DecodeImage = async (bytes) => {
  const whole = await createImageBitmap(new Blob([bytes as BlobPart]));
  const side = Math.min(whole.width, whole.height);
  const left = Math.floor((whole.width - side) / 2);
  const top = Math.floor((whole.height - side) / 2);
  const small = await createImageBitmap(whole, left, top, side, side, {
    resizeWidth: OWN_SIDE,
    resizeHeight: OWN_SIDE,
    resizeQuality: 'high',
  });
  whole.close();
  const context = new OffscreenCanvas(OWN_SIDE, OWN_SIDE).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2-D canvas');
  // Transparent pictures get white paper.
  context.fillStyle = 'white';
  context.fillRect(0, 0, OWN_SIDE, OWN_SIDE);
  context.drawImage(small, 0, 0);
  small.close();
  const rgba = context.getImageData(0, 0, OWN_SIDE, OWN_SIDE).data;
  const rgb = new Uint8Array(OWN_SIDE * OWN_SIDE * 3);
  for (let i = 0; i < rgb.length; i++) rgb[i] = rgba[Math.floor(i / 3) * 4 + (i % 3)] as number;
  return rgb;
};
