import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PictureGrid } from '../../pictures/PictureGrid';
import type { ToolProps } from '../toolProps';
import { usePictures } from '../usePictures';
import { crossFade, linear, spherical, steps } from '../vectors';

const COUNT = 9;
const WAYS = ['linear', 'spherical', 'pixels'] as const;

/** From sample A to sample B: on the straight line, on the great circle, and as a mere fade of the two pictures. */
export function Walk({ run, slots }: ToolProps) {
  const { t } = useTranslation();
  const { A, B } = slots;
  const made = usePictures(
    useMemo(
      () => [linear, spherical].flatMap((way) => steps(COUNT).map((t) => way(A, B, t, run.prior))),
      [A, B, run.prior],
    ),
  );
  const faded = useMemo(() => {
    if (!made) return null;
    const size = made.bytes.length / (2 * COUNT);
    return crossFade(made.bytes.slice(0, size), made.bytes.slice((COUNT - 1) * size, COUNT * size), COUNT);
  }, [made]);
  return (
    <div className="latent-tool">
      {WAYS.map((way, row) => (
        <figure key={way}>
          <figcaption>
            <b>{t(`latent.walk.${way}.name`)}</b> {t(`latent.walk.${way}.says`)}
          </figcaption>
          {made && faded && (
            <PictureGrid
              className="latent-strip"
              bytes={way === 'pixels' ? faded : made.bytes}
              shape={run.data.shape}
              from={way === 'pixels' ? 0 : row * COUNT}
              count={COUNT}
              label={t('latent.walk.label', { way: t(`latent.walk.${way}.name`), count: COUNT })}
            />
          )}
        </figure>
      ))}
    </div>
  );
}
