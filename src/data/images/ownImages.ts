import { defineDataset } from '../define';
import { fileParam, openFile } from '../files';
import { OWN_SIDE, readPack } from '../formats/imageFiles';
import { pixelSet } from './pixelSet';

const SHAPE = [OWN_SIDE, OWN_SIDE, 3] as const;

/** The user's own JPEG and PNG images, cropped to squares of 32 × 32 in colour, in [−1, 1]. Drawn with replacement. */
export const ownImages = defineDataset({
  id: 'images',
  kind: 'image',
  source: 'files',
  shape: SHAPE,
  params: { file: fileParam },
  async open(given, store) {
    const { bytes, name } = await openFile('images', given, store);
    const { pixels, count } = readPack(bytes, name);
    return pixelSet({ id: 'images', shape: SHAPE, size: count, pixels });
  },
});
