import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NearestPictures as Pictures } from '../../core/quality';
import { percent } from './telling';

/** Generated pictures with the training pictures nearest to them: whether the generator memorizes. */
export function NearestPictures({ nearest }: { nearest: Pictures }) {
  const { t } = useTranslation();
  const mean = nearest.distances.reduce((sum, one) => sum + one, 0) / nearest.distances.length;
  return (
    <section className="quality-part" aria-label={t('quality.nearest')}>
      <h3>{t('quality.nearest')}</h3>
      <ul className="nearest">
        {nearest.distances.map((distance, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pictures have no other name than their place
          <li key={i} title={t('quality.nearestPair', { distance: percent(distance) })}>
            <Picture bytes={nearest.fake} shape={nearest.shape} index={i} className="nearest-fake" />
            <Picture bytes={nearest.real} shape={nearest.shape} index={i} className="nearest-real" />
            <span className="tabular">{percent(distance)}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('quality.nearestMeaning', { mean: percent(mean), usual: percent(nearest.usual) })}</p>
    </section>
  );
}

interface PictureProps {
  bytes: Uint8Array;
  shape: readonly number[];
  index: number;
  className: string;
}

function Picture({ bytes, shape, index, className }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [height = 1, width = 1, channels = 1] = shape;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(width, height);
    for (let p = 0; p < width * height; p++) {
      const at = (index * width * height + p) * channels;
      for (let c = 0; c < 3; c++) image.data[4 * p + c] = bytes[at + Math.min(c, channels - 1)] as number;
      image.data[4 * p + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [bytes, index, width, height, channels]);
  return <canvas ref={canvas} width={width} height={height} className={className} aria-hidden />;
}
